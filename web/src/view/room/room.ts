// The room of participants, interpreters and observers: banner, conversation, dock, quiet sides.

import { html, type TemplateResult } from "lit";
import { smallIcon } from "../icons";
import { leaveQuickly } from "../leave";
import { agendaList } from "../parts/agenda";
import { peoplePanel } from "../parts/people";
import { hereNow } from "../people";
import { openSheet } from "../sheet";
import { t } from "../words";
import "./banner";
import { Conversation } from "./conversation";
import { dock } from "./dock";
import "./log";
import { skipLink } from "./skip";

export class Room extends Conversation {
  protected override render(): TemplateResult {
    const { session, state } = this;
    return html`${skipLink(state)}
      <rt-banner .session=${session}></rt-banner>
      <div class="room">
        ${this.#left()}
        <main class="room-main">
          <h1 class="vh" id="room-h" data-test="room-h">${t("conversation")}</h1>
          <rt-log .session=${session} @rt-unseen=${this.counted} @rt-rewrite=${this.rewrite}></rt-log>
          ${dock(session, this.counts, this)}
        </main>
        <aside class="room-side" aria-label=${t("people-title")}>
          <section class="panel"><h2>${t("people-title")}</h2>${peoplePanel(state)}</section>
        </aside>
      </div>`;
  }

  #left(): TemplateResult {
    const { state } = this;
    return html`<aside class="room-side" data-region aria-label=${t("region-side")}>
      <section class="panel"><h2>${t("agenda")}</h2>${agendaList(state)}</section>
      <section class="panel"><p class="small">${t("people-here", { count: hereNow(state).length })}</p></section>
      <section class="panel acts">
        <button class="btn-text" type="button" @click=${() => openSheet(this, { is: "rules" })}>${t("rules-agreed")}</button>
        <button class="btn btn-s" type="button" @click=${() => leaveQuickly(this.session)}>${smallIcon("leave")}${t("leave-quickly")}</button>
      </section>
    </aside>`;
  }
}

customElements.define("rt-room", Room);
