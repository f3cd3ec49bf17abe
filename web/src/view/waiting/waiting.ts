// The waiting room: who is here, whether the connection works, a line to try out, the rules again.
// The room opens by itself; facilitators open it here with two keys.

import { html, nothing, type TemplateResult } from "lit";
import { keysPanel } from "../console/proposals";
import { icon } from "../icons";
import { peoplePanel } from "../parts/people";
import { hereNow, peopleOf } from "../people";
import { openSheet } from "../sheet";
import { SessionView } from "../view";
import { t } from "../words";
import { connectionCheck, measure } from "./check";
import "./practice-line";
import { seatsRing } from "./ring";
import "../room/connection";

export class Waiting extends SessionView {
  static override properties = { latency: { state: true } };
  /** How long the server takes to answer, in milliseconds. */
  declare latency: number | null;

  constructor() {
    super();
    this.latency = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void measure(this.session).then((ms) => {
      this.latency = ms;
    });
  }

  protected override render(): TemplateResult {
    const { state, session } = this;
    const facilitates = state.me?.role === "facilitator";
    return html`${state.settings?.practice ? html`<header class="step-practice">${t("practice-banner")}</header>` : nothing}
      <main class="step" data-region>
        <div class="step-top">
          <button class="btn btn-quiet" type="button" data-test="help" @click=${() => openSheet(this, { is: "help" })}>${icon("help")}${t("help")}</button>
          <button class="btn btn-icon" type="button" data-test="menu" aria-label=${t("menu")} @click=${() => openSheet(this, { is: "menu" })}>${icon("menu")}</button>
        </div>
        <h1 class="center">${facilitates ? t("waiting-title-facilitator") : t("waiting-title")}</h1>
        <rt-connection .session=${session}></rt-connection>
        ${seatsRing(hereNow(state).length, peopleOf(state).length)} ${this.#presence()}
        ${facilitates ? keysPanel(session, true) : html`<p class="dim center">${t("waiting-opens")}</p>`}
        <section class="panel"><h2>${t("check-title")}</h2>${connectionCheck(session, this.latency)}</section>
        <rt-practice-line .session=${session}></rt-practice-line>
        <p class="acts">
          <button class="btn btn-s" type="button" @click=${() => openSheet(this, { is: "rules" })}>${t("help-rules")}</button>
          <button class="btn btn-s" type="button" @click=${() => openSheet(this, { is: "sees" })}>${t("help-who-sees")}</button>
        </p>
        <section class="panel"><h2>${t("waiting-who")}</h2>${peoplePanel(state)}</section>
        ${facilitates ? html`<p class="dim small">${t("waiting-opens")}</p>` : nothing}
      </main>`;
  }

  #presence(): TemplateResult {
    const { state } = this;
    const here = hereNow(state).length;
    return html`<p class="small dim center">
      ${here <= 1 ? t("waiting-alone") : nothing}
      ${state.observers > 0 ? t("waiting-observers", { count: state.observers }) : nothing}
    </p>`;
  }
}

customElements.define("rt-waiting", Waiting);
