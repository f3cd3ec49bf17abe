// The agenda as a ribbon: each part as long as its minutes.

import { html, nothing, svg, type TemplateResult } from "lit";
import type { RoomState } from "../../engine/state";

const GAP = 0.6;

/** The ribbon; it says nothing that the agenda does not say in words. */
export function ribbon(state: RoomState): TemplateResult | typeof nothing {
  const agenda = state.settings?.agenda ?? [];
  const total = agenda.reduce((sum, phase) => sum + phase.minutes, 0);
  if (total === 0) return nothing;
  const now = state.stage === "closed" ? agenda.length : (state.phase?.index ?? -1);
  let x = 0;
  const parts = agenda.map((phase, i) => {
    const width = (100 * phase.minutes) / total;
    const part = svg`<rect class=${i < now ? "past" : i === now ? "now" : "next"} x=${x.toFixed(2)} width=${Math.max(0, width - GAP).toFixed(2)} height="3"></rect>`;
    x += width;
    return part;
  });
  return html`<svg class="ribbon" viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>`;
}
