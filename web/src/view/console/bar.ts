// The console's bar: the phase and its soft time, and what moves the meeting on.

import { html, nothing, type TemplateResult } from "lit";
import type { RoomSession } from "../../engine/session";
import { icon, smallIcon } from "../icons";
import { hereNow, nameOf, peopleOf } from "../people";
import { practiceTag } from "../room/banner";
import { phaseButton } from "../room/phase";
import { openSheet } from "../sheet";
import { t } from "../words";

/** The bar. `page` is asked to open sheets. On a phone the rarer acts stand in the agenda's sheet. */
export function consoleBar(session: RoomSession, page: EventTarget): TemplateResult {
  const { state } = session;
  return html`<div class="cbar">
    <div class="cbar-phase">
      ${phaseButton(session)} ${practiceTag(state.settings?.practice)}
      ${state.stage === "live" ? html`<span class="mini desk-only">${minutes(session)}</span>` : nothing}
    </div>
    <div class="cbar-acts acts">${controls(session, page)}</div>
    <div class="cbar-status num">
      <span class="desk-only">${t("status-here", { count: hereNow(state).length })}</span>
      ${away(session) > 0 ? html`<span class="desk-only">${t("status-away", { count: away(session) })}</span>` : nothing}
      <span class="mini">
        <button class="btn" type="button" data-test="help" aria-label=${t("help")} @click=${() => openSheet(page, { is: "help" })}>${icon("help")}</button>
        <button class="btn" type="button" data-test="menu" aria-label=${t("menu")} @click=${() => openSheet(page, { is: "menu" })}>${icon("menu")}</button>
      </span>
    </div>
  </div>
  ${pausedNotice(session)}`;
}

function away(session: RoomSession): number {
  return peopleOf(session.state).filter((seat) => seat.name !== null && !seat.here).length;
}

function minutes(session: RoomSession): TemplateResult {
  return html`<button class="btn" type="button" data-test="minus" aria-label=${t("phase-minus")} @click=${() => session.movePhaseEnd(-1)}>${smallIcon("minus")}</button>
    <button class="btn" type="button" data-test="plus" aria-label=${t("phase-plus")} @click=${() => session.movePhaseEnd(5)}>${smallIcon("plus")}</button>`;
}

function controls(session: RoomSession, page: EventTarget): TemplateResult | typeof nothing {
  const { stage, phase } = session.state;
  if (stage === "closed") return nothing;
  const last = inLastPhase(session);
  const end = html`<button class="btn ${last ? "" : "btn-quiet desk-only"}" type="button" data-test="end" @click=${() => openSheet(page, { is: "end" })}>${t("end-meeting")}</button>`;
  if (stage === "paused") {
    return html`<button class="btn btn-main" type="button" data-test="resume" @click=${() => session.resume()}>${icon("play")}${t("resume-room")} <kbd>P</kbd></button>${end}`;
  }
  return html`<button class="btn" type="button" data-test="pause" @click=${() => openSheet(page, { is: "pause" })}>${icon("pause")}${t("pause-room")} <kbd>P</kbd></button>
    ${phase && phase.index > 0 ? html`<button class="btn btn-icon desk-only" type="button" data-test="previous-phase" aria-label=${t("phase-back")} @click=${() => session.previousPhase()}>${icon("left")}</button>` : nothing}
    ${last ? nothing : html`<button class="btn" type="button" data-test="next-phase" @click=${() => session.nextPhase()}>${icon("right")}${t("phase-next")} <kbd>N</kbd></button>`}
    ${end}`;
}

/** Does the last part run? */
export function inLastPhase({ state }: RoomSession): boolean {
  return state.phase !== null && state.phase.index === (state.settings?.agenda.length ?? 0) - 1;
}

function pausedNotice(session: RoomSession): TemplateResult | typeof nothing {
  const { pause, stage } = session.state;
  if (stage !== "paused" || !pause) return nothing;
  const reason = t(`pause-reason-${pause.reason}`);
  return html`<p class="notice" role="status">${icon("pause", "i-s")}<span>${t("paused-by", { name: nameOf(session.state, pause.by), reason })}</span></p>`;
}
