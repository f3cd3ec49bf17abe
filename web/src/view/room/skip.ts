// The first stop of a page with a conversation: past the banner, to where one writes or reads.

import { html, type TemplateResult } from "lit";
import type { RoomState } from "../../engine/state";
import { t } from "../words";
import { whyReadOnly } from "./may-write";

/** A link that is seen when it has the focus. */
export function skipLink(state: RoomState): TemplateResult {
  const reads = whyReadOnly(state) !== null || state.stage === "closed";
  return html`<nav><a class="skip" href=${reads ? "#room-h" : "#words"}>${reads ? t("skip-to-conversation") : t("skip-to-writing")}</a></nav>`;
}
