// Leaving calmly, and the quick way.

import { html, type TemplateResult } from "lit";
import { icon } from "../icons";
import { leaveQuickly } from "../leave";
import { dialog, row } from "../sheet";
import { t } from "../words";
import type { SheetWays } from ".";

export function leaveSheet({ session, closed }: SheetWays): TemplateResult {
  const body = html`<p>${t("leave-text")}</p>
    ${row(html`${icon("leave")}${t("leave-now")}`, () => void leave(), "leave-now")}
    ${row(html`${icon("right")}${t("leave-quickly")}`, () => leaveQuickly(session), "leave-quickly")}
    <p class="small dim side-link">${t("leave-quickly-note")}</p>`;
  return dialog(t("leave-title"), body, closed);

  /** The others see that the person has left; then this device forgets. */
  async function leave(): Promise<void> {
    await session.leave().answer;
    leaveQuickly(session);
  }
}
