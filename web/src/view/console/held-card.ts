// One message on the desk: the words, why they wait, the keys that decide.

import { html, nothing, type TemplateResult } from "lit";
import type { RoomSession } from "../../engine/session";
import type { Decision, DeskItem } from "../../engine/state";
import { icon, smallIcon } from "../icons";
import { KIND_ICONS } from "../kinds";
import { languageOfName, nameOf } from "../people";
import "../room/countdown";
import { LANGUAGES, t } from "../words";
import "./reason";
import type { Why } from "./reason";

/** What a card can do. */
export interface CardWays {
  readonly session: RoomSession;
  readonly open: boolean;
  readonly asking: "return" | "remove" | null;
  readonly waits: string;
  readonly choose: () => void;
  readonly approve: () => void;
  readonly ask: (asking: "return" | "remove" | null) => void;
  readonly decide: (why: Why) => void;
}

/** The card: decided, open, or a line. */
export function deskCard(item: DeskItem, ways: CardWays): TemplateResult {
  if (item.decision) return decided(item, item.decision, ways);
  return ways.open ? openCard(item, ways) : closedCard(item, ways);
}

function decided(item: DeskItem, decision: Decision, { session }: CardWays): TemplateResult {
  const by =
    decision.by === session.state.me?.seat
      ? nothing
      : t("pending-by", { name: nameOf(session.state, decision.by) });
  return html`<div class="held-done" data-test="decided" data-desk=${item.desk}>
    <span><bdi>${nameOf(session.state, item.seat)}</bdi> · ${t(`pending-${decision.verdict}`)} ${by}</span>
    <button class="btn btn-s" type="button" data-test="undo" @click=${() => session.undoDecision(item.desk)}>${smallIcon("undo")}<rt-countdown .session=${session} .until=${decision.due} words="undo-left"></rt-countdown> <kbd>Z</kbd></button>
  </div>`;
}

function closedCard(item: DeskItem, ways: CardWays): TemplateResult {
  return html`<div class="held" data-test="held-card" data-desk=${item.desk}>
    <button class="held-row" type="button" @click=${ways.choose}>
      <span class="held-h">${head(item, ways)}</span>
      <span class="held-cut" lang=${item.said.language}>${item.said.text}</span>
    </button>
  </div>`;
}

function openCard(item: DeskItem, ways: CardWays): TemplateResult {
  const name = nameOf(ways.session.state, item.seat);
  const note = item.said.content_note;
  return html`<article class="held is-open" aria-label=${t("held-card", { name })} data-test="held-card" data-desk=${item.desk}>
    <p class="held-h">${head(item, ways)}</p>
    <div class="held-b">
      ${note ? html`<p class="msg-note">${t("story-note")} <bdi>${note}</bdi></p>` : nothing}
      <p class="msg-text" lang=${item.said.language} dir="auto" data-test="held-text">${item.said.text ?? t("text-gone")}</p>
    </div>
    <p class="held-why">${t("held-why")} ${item.why ? t(`because-${item.why.because}`) : nothing}</p>
    ${ways.asking ? reason(item, ways, ways.asking) : decisions(ways)}
  </article>`;
}

function head(item: DeskItem, { session, waits }: CardWays): TemplateResult {
  const { kind, language } = item.said;
  return html`<b><bdi lang=${languageOfName(session.state, item.seat)}>${nameOf(session.state, item.seat)}</bdi></b>
    <span class="tag" lang=${language}>${LANGUAGES[language]}</span>
    ${kind === "plain" ? nothing : html`<span class="tag">${smallIcon(KIND_ICONS[kind])}${t(`kind-${kind}`)}</span>`}
    <span class="wait">${waits}</span>`;
}

function decisions(ways: CardWays): TemplateResult {
  return html`<div class="held-a">
    <button class="btn btn-main" type="button" data-test="approve" @click=${ways.approve}>${t("approve")} <kbd>A</kbd></button>
    <button class="btn btn-quiet" type="button" data-test="return" @click=${() => ways.ask("return")}><kbd>R</kbd>${t("return")}</button>
    <button class="btn btn-quiet" type="button" data-test="remove" @click=${() => ways.ask("remove")}><kbd>X</kbd>${t("remove")}</button>
  </div>`;
}

function reason(item: DeskItem, ways: CardWays, asking: "return" | "remove"): TemplateResult {
  const why = (event: CustomEvent<Why>) => ways.decide(event.detail);
  return html`<div>
    <p class="held-h"><b>${icon(asking === "return" ? "undo" : "dashed", "i-s")} ${t(`${asking}-title`)}</b></p>
    <p class="held-about">${t(`${asking}-about`)}</p>
    <rt-reason .session=${ways.session} place="${asking}:${item.desk}" confirm="confirm-${asking}" @rt-reason=${why} @rt-cancel=${() => ways.ask(null)}></rt-reason>
  </div>`;
}
