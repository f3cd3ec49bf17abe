// The dock under the conversation: what is new, the connection, the place to write or the words
// that say why there is none.

import { html, nothing, type TemplateResult } from "lit";
import { COMPOSER } from "../../engine/drafts";
import type { RoomSession } from "../../engine/session";
import { icon, smallIcon } from "../icons";
import { openSheet } from "../sheet";
import { t } from "../words";
import { closedNotice } from "./closed";
import "./composer";
import "./connection";
import { whyReadOnly } from "./may-write";
import "./refusal";
import type { Counts } from "./unseen";

/** What the dock asks of the conversation above it. */
export interface DockWays {
  readonly toLatest: () => void;
  readonly toMissed: () => void;
}

/** The dock. */
export function dock(session: RoomSession, counts: Counts, ways: DockWays): TemplateResult {
  return html`<footer class="dock" data-region aria-label=${t("region-writing")}>
    ${counts.unseen > 0 && counts.missed === 0 ? newBar(counts.unseen, ways.toLatest) : nothing}
    <rt-connection .session=${session} .missed=${counts.missed} @rt-read-missed=${ways.toMissed}></rt-connection>
    ${session.state.me?.role === "facilitator" ? nothing : html`<rt-refusal .session=${session} about="rest"></rt-refusal>`}
    ${place(session)}
  </footer>`;
}

/** Where one writes. After the end only a draft that is left keeps its place. */
function place(session: RoomSession): TemplateResult {
  const closed = session.state.stage === "closed";
  const readOnly = whyReadOnly(session.state);
  const writes = !readOnly && (!closed || session.drafts.get(COMPOSER) !== "");
  return html`${closed ? closedNotice(session) : nothing}
    ${readOnly && !closed ? readAlong(session, readOnly) : nothing}
    ${writes ? html`<rt-composer .session=${session}></rt-composer>` : nothing}`;
}

function newBar(count: number, press: () => void): TemplateResult {
  return html`<p class="newbar"><button class="btn btn-s" type="button" data-test="new-messages" @click=${press}>${smallIcon("arrowdown")}${t("new-messages", { count })}</button></p>`;
}

/** No composer; an interpreter who cannot follow may pause the room. */
function readAlong(session: RoomSession, words: string): TemplateResult {
  const { me, stage } = session.state;
  const pauses = me?.role === "interpreter" && stage === "live";
  const pause = (event: Event) => openSheet(event.currentTarget as HTMLElement, { is: "pause" });
  return html`<p class="say-why" data-test="read-only">${smallIcon("eye")}<span>${t(words)}</span></p>
    ${pauses ? html`<p class="acts"><button class="btn" type="button" data-test="pause" @click=${pause}>${icon("pause")}${t("pause-room")}</button><span class="small dim">${t("pause-interpreter")}</span></p>` : nothing}`;
}
