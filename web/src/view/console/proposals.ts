// Grave acts: two places for keys, one still empty, and the words that nothing has happened yet.

import { html, nothing, type TemplateResult } from "lit";
import type { RoomSession } from "../../engine/session";
import type { ProposalItem } from "../../engine/state";
import type { Act } from "../../wire";
import { icon, smallIcon } from "../icons";
import { nameOf } from "../people";
import "../room/refusal";
import { t, timeOfDay } from "../words";

/** Proposals that wait for an answer. */
export function openProposals(session: RoomSession): readonly ProposalItem[] {
  return session.state.proposals.filter((proposal) => proposal.state === "open");
}

/** An act in words. */
export function actWords(act: Act): string {
  return t(`proposal-${act.act.replaceAll("_", "-")}`);
}

/** The panel; before the opening it is also the place where one proposes to open. */
export function keysPanel(session: RoomSession, opening = false): TemplateResult {
  const open = openProposals(session);
  return html`<section class="panel" data-test="keys" aria-label=${t("keys-needed")}>
    ${opening ? html`<h2>${t("open-title")}</h2>` : html`<div class="panel-h"><h2>${t("keys-needed")} <span class="count">${open.length}</span></h2></div>`}
    ${open.map((proposal) => keyCard(session, proposal))}
    ${opening && open.length === 0 ? proposeOpen(session) : nothing}
    ${!opening && open.length === 0 ? html`<p class="dim">${t("proposals-empty")}</p>` : nothing}
    <rt-refusal .session=${session} about="keys"></rt-refusal>
  </section>`;
}

function proposeOpen(session: RoomSession): TemplateResult {
  return html`<p class="dim">${t("open-explain")}</p>
    <p class="side-link"><button class="btn btn-main btn-wide" type="button" data-test="propose-open" @click=${() => session.propose({ act: "open" })}>${icon("key")}${t("open-propose")}</button></p>`;
}

function keyCard(session: RoomSession, proposal: ProposalItem): TemplateResult {
  const { state } = session;
  const mine = proposal.by === state.me?.seat;
  const minutes = Math.max(0, Math.ceil((proposal.due - session.now()) / 60_000));
  return html`<article class="key-card" data-test="proposal" data-act=${proposal.act.act}>
    <p class="key-card-h">${icon("key")}<span>${actWords(proposal.act)}</span></p>
    ${about(session, proposal.act)}
    <ol class="keys">
      <li class="turned">${smallIcon("check")}<span><b><bdi>${nameOf(state, proposal.by)}</bdi></b><span class="num">${t("key-turned")} ${timeOfDay(proposal.at)}</span></span></li>
      <li class="open">${smallIcon("key")}<span><b>${mine ? t("key-another") : t("key-you-or")}</b>${t("key-free")}</span></li>
    </ol>
    <p class="dim small">${waits(session, proposal)} ${t("proposal-left", { minutes })}</p>
    ${mine ? nothing : answer(session, proposal)}
  </article>`;
}

/** What is so: nothing yet, and whose key is awaited. */
function waits({ state }: RoomSession, { by, act }: ProposalItem): string {
  if (by === state.me?.seat) return t("open-proposed");
  const asked = act.act === "open" ? `${t("open-asked", { name: nameOf(state, by) })} ` : "";
  return `${asked}${t("key-nothing-yet")}`;
}

function about(session: RoomSession, act: Act): TemplateResult | typeof nothing {
  if (act.act !== "remove_message") return nothing;
  const item = session.state.items.find((one) => one.number === act.number);
  if (!item) return nothing;
  return html`<p class="dim small">${t("proposal-about-message", { name: nameOf(session.state, item.seat) })}</p>
    <p class="dim small" data-test="proposal-reason">${t(`reason-${act.reason.replaceAll("_", "-")}`)}</p>
    <p class="msg-text" lang=${item.said.language} dir="auto">${item.said.text ?? t("text-gone")}</p>`;
}

function answer(session: RoomSession, { proposal }: ProposalItem): TemplateResult {
  return html`<p class="acts">
    <button class="btn btn-main" type="button" data-test="second" @click=${() => session.second(proposal)}>${icon("key")}${t("second")}</button>
    <button class="btn btn-quiet" type="button" data-test="decline" @click=${() => session.decline(proposal)}>${t("decline")}</button>
  </p>`;
}
