// What part of the meeting runs, in words, on a button that opens the agenda.

import { html, type TemplateResult } from "lit";
import type { RoomSession } from "../../engine/session";
import { leftWords, phaseWords } from "../clock";
import { openSheet } from "../sheet";
import { t } from "../words";

/** Name and soft time of the phase. */
export function phaseButton(session: RoomSession): TemplateResult {
  const { state } = session;
  const name =
    state.stage === "closed" ? t("closed-title") : phaseWords(session, state.phase?.index);
  const left = state.stage === "paused" ? t("paused-line") : leftWords(session);
  const open = (event: Event) => openSheet(event.currentTarget as HTMLElement, { is: "agenda" });
  return html`<button class="phase" type="button" aria-haspopup="dialog" @click=${open}>
    <span class="phase-name" data-test="phase-name">${name}</span>
    <span class="phase-left num" role="timer" aria-live="off" data-test="phase-left">${state.stage === "closed" ? "" : left}</span>
    <span class="vh">${t("agenda")}</span>
  </button>`;
}
