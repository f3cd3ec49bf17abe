// One message in the conversation, and what is left of one that was taken out.
// Order for eye and ear: name, text, kind, time.

import { html, nothing, type TemplateResult } from "lit";
import type { RoomSession } from "../../engine/session";
import type { Item } from "../../engine/state";
import { icon, smallIcon } from "../icons";
import { KIND_ICONS } from "../kinds";
import { languageOfName, nameOf, writesHere } from "../people";
import { openSheet } from "../sheet";
import { language, list, t, timeOfDay } from "../words";
import "./edit";
import { type StateWays, stateBox } from "./state-box";
import "./countdown";

/** Where a message stands in the list, and what can be done from there. */
export interface Place extends StateWays {
  readonly session: RoomSession;
  readonly position: number;
  readonly size: number;
  /** The list's one tab stop is here. */
  readonly current: boolean;
  readonly editing: boolean;
  readonly edited: () => void;
}

/** A place in the list. */
export function messageItem(item: Item, place: Place): TemplateResult {
  const gone = isTomb(item);
  return html`<li class=${gone ? "tomb" : item.mine === null ? "msg" : "msg mine"} tabindex=${place.current ? "0" : "-1"}
    data-key=${item.key} data-test="msg" data-number=${item.number ?? nothing} data-state=${item.state.is}
    aria-posinset=${place.position} aria-setsize=${place.size} ?data-stop=${place.current}>
    ${gone ? tomb(item, place) : whole(item, place)}
  </li>`;
}

/** Is there nothing left to read? One's own hidden or removed words stay readable to oneself. */
export function isTomb(item: Item): boolean {
  const { is } = item.state;
  if (is === "withdrawn" || is === "erased") return true;
  return (is === "hidden" || is === "removed") && (item.mine === null || item.said.text === null);
}

function tomb(item: Item, place: Place): TemplateResult {
  const { state, mine } = item;
  const facilitates = place.session.state.me?.role === "facilitator";
  if (mine !== null && state.is === "withdrawn") return ownTomb(mine, state.until, place);
  const words =
    state.is === "hidden"
      ? "tomb-hidden"
      : state.is === "removed"
        ? "tomb-removed"
        : "tomb-withdrawn";
  return html`<span class="tomb-line">${smallIcon("dashed")}<span>${mine !== null && state.is === "erased" ? t("state-erased") : t(words)}</span></span>
    ${facilitates && state.is === "hidden" && item.number !== null ? more(item, place) : nothing}`;
}

function ownTomb(mine: string, until: number | null, place: Place): TemplateResult {
  return html`<span class="tomb-line">${smallIcon("dashed")}<span>${t("state-withdrawn")}
      ${until === null ? nothing : html`<rt-countdown .session=${place.session} .until=${until} words="state-withdrawn-next"></rt-countdown>`}</span></span>
    ${until === null ? nothing : html`<button class="btn btn-s" type="button" data-test="undo" tabindex=${stop(place)} @click=${() => place.session.undoWithdraw(mine)}>${icon("undo", "i-s")}${t("undo")}</button>`}`;
}

function whole(item: Item, place: Place): TemplateResult {
  return html`${who(item, place)}
    ${place.editing ? html`<rt-edit .session=${place.session} .item=${item} @rt-edited=${place.edited}></rt-edit>` : folded(item, place)}
    ${place.editing ? nothing : stateBox(place.session, item, place)}`;
}

function who(item: Item, { session }: Place): TemplateResult {
  const { state } = session;
  const role = state.seats.get(item.seat)?.role;
  const mine = item.mine !== null;
  return html`<div class="msg-who">
    ${mine ? html`<span class="msg-name">${t("you")}</span>` : html`<bdi class="msg-name" lang=${languageOfName(state, item.seat)}>${nameOf(state, item.seat)}</bdi>`}
    ${role === "facilitator" ? html`<span class="msg-role">${t("role-facilitator")}</span>` : nothing}
  </div>`;
}

/** What its author noted before it stands before it; others unfold it when they are ready. */
function folded(item: Item, place: Place): TemplateResult {
  const note = item.said.content_note;
  const body = html`<p class="msg-text" lang=${item.said.language} dir="auto" data-test="text">${item.said.text ?? t("text-gone")}</p>${foot(item, place)}${acts(item, place)}`;
  if (!note) return body;
  if (item.mine !== null) {
    return html`<p class="msg-note">${t("story-note")} <bdi>${note}</bdi></p>${body}`;
  }
  return html`<details class="fold" data-test="fold">
    <summary tabindex=${stop(place)}><span>${t("story-note")} <b><bdi lang=${item.said.language}>${note}</bdi></b></span><span class="btn btn-s when-shut">${t("story-read")}</span><span class="btn btn-s when-open">${t("story-fold")}</span></summary>
    ${body}
  </details>`;
}

/** Kind, language where it is not the reader's, time; under one's own also who heard it. */
function foot(item: Item, place: Place): TemplateResult {
  const { kind, language: its } = item.said;
  const published = item.number !== null;
  return html`<div class="msg-foot">
    ${kind === "plain" ? nothing : html`<span class="tag">${smallIcon(KIND_ICONS[kind])}${t(`kind-${kind}`)}</span>`}
    ${its === language() ? nothing : html`<span>${t(`language-in-${its}`)}</span>`}
    ${published ? html`<time class="num" datetime=${new Date(item.at).toISOString()}>${timeOfDay(item.at)}</time>` : nothing}
    ${published && item.mine !== null && item.state.is === "published" ? html`${heardByOthers(item, place)}${more(item, place)}` : nothing}
  </div>`;
}

function acts(item: Item, place: Place): TemplateResult | typeof nothing {
  if (item.number === null || item.mine !== null || item.state.is !== "published") return nothing;
  return html`<div class="msg-acts">${hear(item, place)}${more(item, place)}</div>`;
}

function hear(item: Item, place: Place): TemplateResult {
  const { session } = place;
  const { count, mine } = item.heard;
  const may = writesHere(session.state.me?.role) && session.state.stage !== "closed";
  const others = count - (mine ? 1 : 0);
  const words = mine
    ? t("heard-you", { count: others })
    : count > 0
      ? t("heard-others", { count })
      : "";
  return html`${may ? html`<button class="btn btn-s" type="button" data-test="hear" aria-pressed=${mine ? "true" : "false"} tabindex=${stop(place)} @click=${() => toggleHeard(session, item)}>${smallIcon("ear")}${t("hear")}</button>` : nothing}
    <span class="heard" data-test="heard">${words}</span>`;
}

/** "I hear you", or not any more. */
export function toggleHeard(session: RoomSession, item: Item): void {
  if (item.number === null || item.mine !== null || item.state.is !== "published") return;
  if (item.heard.mine) session.unhear(item.number);
  else session.hear(item.number);
}

function heardByOthers(item: Item, { session }: Place): TemplateResult {
  const { count, by } = item.heard;
  const names = list(by.map((seat) => nameOf(session.state, seat)));
  const words =
    by.length > 0 ? t("heard-names", { names }) : count > 0 ? t("heard-others", { count }) : "";
  return html`<span class="heard" data-test="heard">${words}</span>`;
}

function more(item: Item, place: Place): TemplateResult | typeof nothing {
  if (!hasActions(item, place.session)) return nothing;
  const open = (event: Event) =>
    openSheet(event.currentTarget as HTMLElement, { is: "actions", key: item.key });
  return html`<button class="btn btn-icon" type="button" data-test="actions" aria-haspopup="dialog" aria-label=${t("message-actions")} tabindex=${stop(place)} @click=${open}>${icon("more")}</button>`;
}

/** Is there anything that this person can do with it? */
export function hasActions(item: Item, session: RoomSession): boolean {
  if (item.number === null) return false;
  const { me } = session.state;
  if (item.state.is === "hidden") return me?.role === "facilitator";
  if (item.state.is !== "published") return false;
  return item.mine !== null || writesHere(me?.role);
}

function stop(place: Place): "0" | "-1" {
  return place.current ? "0" : "-1";
}
