// Who is here: names, what for, and what facilitators may know beside them.

import { html, nothing, type TemplateResult } from "lit";
import type { RoomState, Seat } from "../../engine/state";
import { belongingWords, languageOfName, peopleOf } from "../people";
import { LANGUAGES, t } from "../words";

/** The list of people, those without a name last. */
export function peoplePanel(state: RoomState): TemplateResult {
  const named = peopleOf(state).filter((seat) => seat.name !== null);
  const unnamed = peopleOf(state).filter((seat) => seat.name === null && seat.here);
  return html`<ul class="people">
    ${named.map((seat) => person(state, seat))}
    ${unnamed.map((seat) => html`<li><span class="who dim">${t(`role-${seat.role}`)}</span><span class="dim">${t("people-not-yet")}</span></li>`)}
  </ul>
  ${state.observers > 0 ? html`<p class="small dim side-link">${t("observers-here", { count: state.observers })}</p>` : nothing}`;
}

function person(state: RoomState, seat: Seat): TemplateResult {
  const me = seat.seat === state.me?.seat;
  return html`<li>
    <span class="who"><bdi lang=${languageOfName(state, seat.seat)}>${seat.name}</bdi> <small>${about(state, seat)}</small></span>
    <span class="dim">${me ? t("people-you") : seat.here ? t("people-here-now") : t("people-away")}</span>
  </li>`;
}

/** The role where it is not the usual one; for facilitators also side and language. */
function about(state: RoomState, seat: Seat): TemplateResult {
  const facilitates = state.me?.role === "facilitator";
  const role = seat.role === "participant" ? [] : [html`${t(`role-${seat.role}`)}`];
  const side =
    facilitates && seat.belonging ? [html`${belongingWords(state, seat.belonging)}`] : [];
  const writes =
    facilitates && seat.writes
      ? [html`<span lang=${seat.writes}>${LANGUAGES[seat.writes]}</span>`]
      : [];
  return html`${[...role, ...side, ...writes].map((part, i) => (i > 0 ? html` · ${part}` : part))}`;
}
