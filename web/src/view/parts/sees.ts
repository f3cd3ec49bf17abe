// Who sees what: the table of the consent screen and of the help sheet.

import { html, type TemplateResult } from "lit";
import { t } from "../words";

type Cell = "yes" | "no" | "if-you-agree" | "counts";

const ROWS: readonly (readonly [string, readonly Cell[]])[] = [
  ["name", ["yes", "yes", "yes", "no"]],
  ["words", ["yes", "yes", "yes", "if-you-agree"]],
  ["waiting", ["yes", "no", "yes", "no"]],
  ["side", ["yes", "no", "yes", "counts"]],
];

/** The table. */
export function seesTable(): TemplateResult {
  return html`<table class="sees">
    <caption class="vh">${t("sees-caption")}</caption>
    <thead><tr><th scope="col"><span class="vh">${t("sees-what")}</span></th>${["you", "others", "facilitators", "after"].map((who) => html`<th scope="col">${t(`sees-${who}`)}</th>`)}</tr></thead>
    <tbody>
      ${ROWS.map(([what, cells]) => html`<tr><th scope="row">${t(`sees-${what}`)}</th>${cells.map((cell) => html`<td class=${cell}>${t(`sees-${cell}`)}</td>`)}</tr>`)}
      <tr><th scope="row">${t("sees-device")}</th><td class="no" colspan="4">${t("sees-not-kept")}</td></tr>
    </tbody>
  </table>`;
}
