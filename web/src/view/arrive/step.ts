// The frame of a screen on the way in: back on one side, the quick way out on the other.

import { html, type TemplateResult } from "lit";
import { icon } from "../icons";
import { leaveQuickly } from "../leave";
import { t } from "../words";

/** The line on top of a screen. */
export function stepTop(back: string, goBack: () => void): TemplateResult {
  return html`<div class="step-top">
    <button class="btn btn-quiet" type="button" @click=${goBack}>${icon("left")}${back}</button>
    <button class="btn btn-quiet" type="button" data-test="leave-quickly" @click=${() => leaveQuickly(null)}>${icon("leave")}${t("leave-quickly")}</button>
  </div>`;
}
