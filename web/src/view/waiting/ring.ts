// People round a table: a dot for each, filled while she is connected.

import { html, svg, type TemplateResult } from "lit";
import { t } from "../words";

const CENTRE = 120;
const RADIUS = 104;
/** Beyond so many, dots would touch. */
const MOST = 40;

/** The ring, with the number in its middle. */
export function seatsRing(here: number, known: number): TemplateResult {
  const places = Math.min(MOST, Math.max(known, here, 1));
  const dots = Array.from({ length: places }, (_, i) => dot(i, places, i < here));
  return html`<svg class="seats" viewBox="0 0 240 240" role="img" aria-label=${t("waiting-here", { count: here })}>
    <circle class="table" cx="120" cy="120" r="84"></circle>
    ${dots}
    <text x="120" y="122">${here}</text>
    <text class="seats-sub" x="120" y="146">${t("waiting-ring", { count: here })}</text>
  </svg>`;
}

function dot(i: number, places: number, taken: boolean) {
  const angle = (2 * Math.PI * i) / places - Math.PI / 2;
  const x = (CENTRE + RADIUS * Math.cos(angle)).toFixed(1);
  const y = (CENTRE + RADIUS * Math.sin(angle)).toFixed(1);
  return svg`<circle class="seat ${taken ? "taken" : ""}" cx=${x} cy=${y} r="6.5"></circle>`;
}
