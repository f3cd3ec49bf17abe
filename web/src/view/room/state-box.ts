// The one visible state of one's own message: what is so, what happens next, a way out.

import { html, nothing, type TemplateResult } from "lit";
import type { RoomSession } from "../../engine/session";
import type { Item } from "../../engine/state";
import type { Reason, SeatNo } from "../../wire";
import { type Icon, icon } from "../icons";
import { nameOf } from "../people";
import { refusalWords } from "../refusals";
import { t } from "../words";

/** What the buttons of a state do. */
export interface StateWays {
  readonly edit: (item: Item) => void;
  readonly rewrite: (item: Item) => void;
}

interface Box {
  readonly tone: "held" | "care";
  readonly icon: Icon;
  readonly title: string;
  readonly next: TemplateResult | string;
  readonly buttons: readonly TemplateResult[];
}

/** The box, or the quiet line, under a message of mine. */
export function stateBox(
  session: RoomSession,
  item: Item,
  ways: StateWays,
): TemplateResult | typeof nothing {
  const { mine, state } = item;
  if (mine === null) return nothing;
  switch (state.is) {
    case "sending":
      return sendingLine(session, mine);
    case "failed":
      return box(
        state.refusal.code === "reconsider"
          ? reconsider(session, item, ways)
          : failed(session, item, ways),
      );
    case "waiting":
      return box(waiting(session, item, ways));
    case "returned":
      return box(returned(session, item, ways));
    case "removed":
    case "hidden":
      return box(taken(session, item));
    default:
      return nothing;
  }
}

function box(box: Box): TemplateResult {
  return html`<div class="state state-${box.tone}" role="group" aria-label=${box.title} data-test="state">
    <p class="state-h">${icon(box.icon)}<span>${box.title}</span></p>
    ${box.next}
    ${box.buttons.length > 0 ? html`<div class="acts">${box.buttons}</div>` : nothing}
  </div>`;
}

function sendingLine(session: RoomSession, mine: string): TemplateResult {
  const live = session.connection.is === "live";
  return html`<p class="state-line" data-test="state"><span>${live ? t("state-sending") : t("state-queued")}</span>
    ${live ? nothing : button("take-back", () => session.withdraw(mine))}</p>`;
}

function waiting(session: RoomSession, item: Item, ways: StateWays): Box {
  return {
    tone: "held",
    icon: "hourglass",
    title: t("state-waiting"),
    next: html`<p>${t("state-waiting-next")}</p>`,
    buttons: [
      button("edit", () => ways.edit(item)),
      button("take-back", () => session.withdraw(item.mine as string), "withdraw"),
    ],
  };
}

function returned(session: RoomSession, item: Item, ways: StateWays): Box {
  const { state } = item;
  return {
    tone: "care",
    icon: "undo",
    title: t("state-returned"),
    next: html`${state.is === "returned" ? why(session, state.reason, state.note, [state.by]) : nothing}<p>${t("state-returned-next")}</p>`,
    buttons: [
      button("edit", () => ways.edit(item)),
      button("withdraw", () => session.withdraw(item.mine as string), "withdraw"),
    ],
  };
}

/** Hidden by one facilitator, or removed. The author keeps the text. */
function taken(session: RoomSession, item: Item): Box {
  const { state } = item;
  const by =
    state.is === "removed"
      ? state.by
      : state.is === "hidden" && state.by !== null
        ? [state.by]
        : [];
  const reason =
    state.is === "removed" || state.is === "hidden"
      ? why(session, state.reason, state.note, by)
      : nothing;
  const hidden = state.is === "hidden";
  const title = hidden
    ? "state-hidden"
    : item.number === null
      ? "state-removed"
      : "state-removed-two";
  return {
    tone: "care",
    icon: "dashed",
    title: t(title),
    next: html`${reason}<p>${hidden ? t("state-hidden-next") : t("state-removed-next")}</p>`,
    buttons: [
      ...(hidden
        ? [button("withdraw", () => session.withdraw(item.mine as string), "withdraw")]
        : []),
      copyButton(item),
    ],
  };
}

function failed(session: RoomSession, item: Item, ways: StateWays): Box {
  const words = item.state.is === "failed" ? refusalWords(item.state.refusal, session.state) : "";
  return {
    tone: "care",
    icon: "lost",
    title: t("state-not-sent"),
    next: html`<p>${words}</p>`,
    buttons: [
      button("try-again", () => session.retry(item.mine as string), "retry"),
      button("edit", () => ways.rewrite(item)),
      copyButton(item),
      button("discard", () => session.discard(item.mine as string), "discard"),
    ],
  };
}

function reconsider(session: RoomSession, item: Item, ways: StateWays): Box {
  return {
    tone: "held",
    icon: "note",
    title: t("state-reconsider"),
    next: html`<p>${t("state-reconsider-next")}</p>`,
    buttons: [
      button("edit", () => ways.rewrite(item)),
      button("send-anyway", () => session.insist(item.mine as string), "insist"),
      button("discard", () => session.discard(item.mine as string), "discard"),
    ],
  };
}

/** The reason in words and the facilitator's own line. */
function why(
  session: RoomSession,
  reason: Reason | null,
  note: string | null,
  by: readonly SeatNo[],
): TemplateResult {
  const name = by.map((seat) => nameOf(session.state, seat)).join(", ");
  return html`${reason ? html`<p>${t("reason-given", { reason: t(`reason-${reason.replaceAll("_", "-")}`) })}</p>` : nothing}
    ${note ? html`<blockquote><p>${t("note-from", { name, note })}</p></blockquote>` : nothing}`;
}

function button(words: string, press: () => void, test = words): TemplateResult {
  return html`<button class="btn btn-s" type="button" data-test=${test} @click=${press}>${t(words)}</button>`;
}

function copyButton(item: Item): TemplateResult {
  return button("copy", () => void navigator.clipboard?.writeText(item.said.text ?? ""), "copy");
}
