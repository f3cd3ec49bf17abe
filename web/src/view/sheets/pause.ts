// Pausing the room: why, in one press.

import { html, type TemplateResult } from "lit";
import type { PauseReason } from "../../wire";
import { icon } from "../icons";
import { closeSheet, dialog, row } from "../sheet";
import { t } from "../words";
import type { SheetWays } from ".";

const REASONS: readonly PauseReason[] = ["rest", "slow", "interpreting", "technical"];

export function pauseSheet({ session, closed }: SheetWays): TemplateResult {
  const pause = (reason: PauseReason) => (event: Event) => {
    session.pause(reason);
    closeSheet(event);
  };
  const body = html`<p>${t("pause-about")}</p>
    <p class="label">${t("pause-why")}</p>
    ${REASONS.map((reason) => row(html`${icon("pause")}${t(`pause-reason-${reason}`)}`, pause(reason), `pause-${reason}`))}`;
  return dialog(t("pause-title"), body, closed);
}
