// The help sheet: what works today, and nothing that does not.

import { html, type TemplateResult } from "lit";
import { icon } from "../icons";
import { leaveQuickly } from "../leave";
import { writesHere } from "../people";
import { dialog, openSheet, row } from "../sheet";
import { t } from "../words";
import type { SheetWays } from ".";

export function helpSheet({ session, closed, page }: SheetWays): TemplateResult {
  const live = session.state.stage === "live" && writesHere(session.state.me?.role);
  const body = html`
    ${row(html`${icon("check")}${t("help-rules")}`, () => openSheet(page, { is: "rules" }))}
    ${row(html`${icon("calendar")}${t("help-agenda")}`, () => openSheet(page, { is: "agenda" }))}
    ${row(html`${icon("eye")}${t("help-who-sees")}`, () => openSheet(page, { is: "sees" }))}
    ${row(html`${icon("right")}${t("help-keys")}`, () => openSheet(page, { is: "keys" }))}
    ${live ? html`<p class="small dim side-link">${t("help-write")}</p>` : ""}`;
  const leave = html`<button class="btn" type="button" data-test="leave-quickly" @click=${() => leaveQuickly(session)}>${icon("leave")}${t("leave-quickly")}</button>`;
  return dialog(t("help-title"), body, closed, leave);
}
