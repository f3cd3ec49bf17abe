// The end of the meeting, in words, and the record of what was done.

import { html, nothing, type TemplateResult } from "lit";
import { Api } from "../../engine/api";
import type { RoomSession } from "../../engine/session";
import { t } from "../words";

/** What stands under the conversation when it has ended. */
export function closedNotice(session: RoomSession): TemplateResult {
  const record = new Api().recordPath(session.handle);
  return html`<section class="ended" data-test="closed">
    <div><h2>${t("closed-title")}</h2>
      <p>${t("closed-text")} ${session.state.endedEarly ? t("closed-early") : nothing}</p></div>
    <a class="btn btn-s" href=${record} download>${t("get-record")}</a>
  </section>`;
}
