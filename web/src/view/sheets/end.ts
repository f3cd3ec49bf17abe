// Ending: in the last part by one facilitator, before it by two.

import { html, type TemplateResult } from "lit";
import { inLastPhase } from "../console/bar";
import { icon } from "../icons";
import { closeSheet, dialog, row } from "../sheet";
import { t } from "../words";
import type { SheetWays } from ".";

export function endSheet({ session, closed }: SheetWays): TemplateResult {
  const last = inLastPhase(session);
  const end = (event: Event) => {
    if (last) session.close();
    else session.propose({ act: "end_early" });
    closeSheet(event);
  };
  const body = html`<p>${last ? t("end-about") : t("end-early-about")}</p>
    ${row(html`${icon(last ? "check" : "key")}${last ? t("end-meeting") : t("end-early")}`, end, last ? "close-meeting" : "propose-end")}`;
  return dialog(t("end-title"), body, closed);
}
