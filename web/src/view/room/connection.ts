// The connection, where it is not what one expects: since when, what to do meanwhile, what was
// missed. It stands in the dock, so that it neither covers nor moves what is read.

import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../icons";
import { SessionView, Tick } from "../view";
import { t, timeOfDay } from "../words";

/** A loss shorter than this is nobody's business. */
const SHORT_MS = 1_500;

export class ConnectionBar extends SessionView {
  static override properties = { missed: { attribute: false } };
  /** Messages of others that arrived with the reconnection. */
  declare missed: number;

  constructor() {
    super();
    this.missed = 0;
    new Tick(this, 1_000);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { connection } = this.session;
    if (connection.is === "live") return this.missed > 0 ? this.#missed() : nothing;
    if (connection.is === "ended") return this.#ended(connection.why);
    const { lostAt } = connection;
    if (lostAt === null || this.session.now() - lostAt < SHORT_MS) return nothing;
    return html`<div class="link" role="status" data-test="connection-bar">
      ${icon("lost")}<p>${t("connection-lost", { clock: timeOfDay(lostAt) })} ${connection.is === "connecting" ? t("connection-again") : nothing}</p>
      <button class="btn btn-s" type="button" @click=${() => this.session.reconnect()}>${t("try-again")}</button>
    </div>`;
  }

  #missed(): TemplateResult {
    return html`<div class="link link-calm" role="status" data-test="missed-bar">
      <p>${t("connection-back")} ${t("connection-missed", { count: this.missed })}</p>
      <button class="btn btn-s" type="button" data-test="read-missed" @click=${() => this.dispatchEvent(new CustomEvent("rt-read-missed", { bubbles: true }))}>${t("connection-read")}</button>
    </div>`;
  }

  #ended(why: string): TemplateResult {
    const replaced = why === "replaced";
    return html`<div class="link" role="status" data-test="connection-bar">
      ${icon("lost")}<p>${replaced ? t("connection-replaced") : t("connection-ended")}</p>
      <button class="btn btn-s" type="button" @click=${() => (replaced ? this.session.reconnect() : location.reload())}>${replaced ? t("connection-here") : t("reload")}</button>
    </div>`;
  }
}

customElements.define("rt-connection", ConnectionBar);
