// The agenda: what was, what is, what comes, with planned minutes.

import { html, type TemplateResult } from "lit";
import type { RoomState } from "../../engine/state";
import { smallIcon } from "../icons";
import { t } from "../words";

/** The parts in order. */
export function agendaList(state: RoomState): TemplateResult {
  const agenda = state.settings?.agenda ?? [];
  const now = state.stage === "closed" ? agenda.length : (state.phase?.index ?? -1);
  return html`<ol class="agenda">
    ${agenda.map((phase, i) => part(phase.name, phase.minutes, i < now ? "done" : i === now ? "now" : "next"))}
  </ol>`;
}

function part(name: string, minutes: number, when: "done" | "now" | "next"): TemplateResult {
  const words = html`<span>${t(`phase-${name}`)} <span class="vh">${t(`agenda-${when}`)}</span></span><span class="num">${t("minutes", { minutes })}</span>`;
  if (when === "now")
    return html`<li aria-current="step"><span class="dot" aria-hidden="true"></span>${words}</li>`;
  if (when === "done") return html`<li>${smallIcon("check")}${words}</li>`;
  return html`<li><span class="dot" aria-hidden="true"></span>${words}</li>`;
}
