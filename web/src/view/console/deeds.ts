// What we did: one line for each act, "Name: what", the newest first.

import { html, type TemplateResult } from "lit";
import type { RoomSession } from "../../engine/session";
import type { Deed, RoomState } from "../../engine/state";
import type { Reason, SeatNo } from "../../wire";
import { phaseWords } from "../clock";
import { nameOf } from "../people";
import { t, timeOfDay } from "../words";
import { actWords } from "./proposals";

const VERDICTS = {
  approved: "log-approved",
  returned: "log-returned",
  removed: "log-removed",
} as const;

/** The panel. */
export function deedsPanel(session: RoomSession): TemplateResult {
  const lines = session.state.deeds
    .map((deed) => ({ deed, words: deedWords(session, deed) }))
    .filter((line) => line.words !== "")
    .reverse();
  return html`<section class="panel" data-test="deeds"><h2>${t("log-title")}</h2>
    ${lines.length === 0 ? html`<p class="dim">${t("log-empty")}</p>` : html`<ol class="log">${lines.map(({ deed, words }) => html`<li><time class="num" datetime=${new Date(deed.at).toISOString()}>${timeOfDay(deed.at)}</time><span>${words}</span></li>`)}</ol>`}
  </section>`;
}

function deedWords(session: RoomSession, { event }: Deed): string {
  const { state } = session;
  const who = (by: SeatNo) => ({ who: nameOf(state, by) });
  switch (event.event) {
    case "desk_decided":
      return t(VERDICTS[event.verdict], { ...who(event.by), reason: reasonWords(event.reason) });
    case "desk_undone":
      return t("log-undone", who(event.by));
    case "hidden_by":
      return t("log-hidden", { ...who(event.by), reason: reasonWords(event.reason) });
    case "shown_by":
      return t("log-shown", who(event.by));
    case "paused":
      return t("log-paused", who(event.by));
    case "resumed":
      return t("log-resumed", who(event.by));
    case "phase_began":
      return t("log-phase", { name: phaseWords(session, event.phase) });
    case "opened":
    case "closed":
      return t(`log-${event.event}`);
    case "proposal_made":
      return t("log-proposed", { ...who(event.by), act: actWords(event) });
    case "proposal_seconded":
      return t("log-seconded", { ...who(event.by), act: actOf(state, event.proposal) });
    case "proposal_declined":
      return t("log-declined", { ...who(event.by), act: actOf(state, event.proposal) });
    case "proposal_expired":
      return t("log-expired", { act: actOf(state, event.proposal) });
    case "proposal_dropped":
      return t("log-dropped", { act: actOf(state, event.proposal) });
    default:
      return "";
  }
}

function reasonWords(reason: Reason | null): string {
  return reason === null ? "" : t(`reason-${reason.replaceAll("_", "-")}`);
}

function actOf(state: RoomState, proposal: number): string {
  const found = state.proposals.find((one) => one.proposal === proposal);
  return found ? actWords(found.act) : "";
}
