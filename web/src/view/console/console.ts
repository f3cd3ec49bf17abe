// The facilitators' console: what waits, the room, the people. Three columns on a desk, three tabs
// on a phone. A facilitator reads and writes in the room as everybody does.

import { html, nothing, type TemplateResult } from "lit";
import { smallIcon } from "../icons";
import { peoplePanel } from "../parts/people";
import { Conversation } from "../room/conversation";
import { dock } from "../room/dock";
import "../room/refusal";
import { skipLink } from "../room/skip";
import { openSheet } from "../sheet";
import { Tick } from "../view";
import { t } from "../words";
import { consoleBar } from "./bar";
import { deedsPanel } from "./deeds";
import "./held";
import { actWords, keysPanel, openProposals } from "./proposals";
import "../room/log";

const TABS = ["room", "held", "people"] as const;
type Tab = (typeof TABS)[number];

export class Console extends Conversation {
  static override properties = { tab: { state: true } };
  declare tab: Tab;

  readonly #desk = matchMedia("(min-width: 1024px)");

  constructor() {
    super();
    this.tab = "room";
    new Tick(this, 1_000);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const redraw = () => this.requestUpdate();
    this.#desk.addEventListener("change", redraw);
    this.whileConnected(() => this.#desk.removeEventListener("change", redraw));
  }

  protected override render(): TemplateResult {
    const { session } = this;
    return html`${this.#hides("room") ? nothing : skipLink(this.state)}
      <div class="console" @keydown=${this.#keys}>
        <header class="cbar-head" data-region>
          <h1 class="vh" id="room-h" data-test="room-h">${t("conversation")}</h1>
          ${consoleBar(session, this)} ${this.#secondKey()} ${this.#tabs()}
          <rt-refusal .session=${session} about="rest"></rt-refusal>
        </header>
        <main class="cols">
          <section class="c-held" id="p-held" ?hidden=${this.#hides("held")} aria-label=${t("tab-held")}>
            <rt-held .session=${session}></rt-held>
            ${keysPanel(session)} ${deedsPanel(session)}
          </section>
          <section class="c-room" id="p-room" ?hidden=${this.#hides("room")} aria-labelledby="room-h">
            <div class="panel-h desk-only"><h2>${t("tab-room")}</h2></div>
            <rt-log .session=${session} @rt-unseen=${this.counted} @rt-rewrite=${this.rewrite}></rt-log>
            ${dock(session, this.counts, this)}
          </section>
          <section class="c-people" id="p-people" ?hidden=${this.#hides("people")} aria-label=${t("tab-people")}>
            <div class="panel" data-region><h2>${t("console-people")}</h2>${peoplePanel(session.state)}</div>
          </section>
        </main>
      </div>`;
  }

  /** A grave act that waits for me is on every screen. */
  #secondKey(): TemplateResult | typeof nothing {
    const waits = openProposals(this.session).find((one) => one.by !== this.state.me?.seat);
    if (!waits) return nothing;
    return html`<p class="notice" role="status">${smallIcon("key")}<span><b>${t("keys-needed")}:</b> ${actWords(waits.act)}</span>
      <button class="btn-text" type="button" @click=${this.#toKeys}>${t("read-and-decide")}</button></p>`;
  }

  #toKeys = async (): Promise<void> => {
    this.tab = "held";
    await this.updateComplete;
    this.querySelector<HTMLElement>("[data-test=second]")?.focus();
  };

  #hides(tab: Tab): boolean {
    return !this.#desk.matches && this.tab !== tab;
  }

  #tabs(): TemplateResult {
    const waiting =
      this.state.desk.filter((item) => item.decision === null).length +
      openProposals(this.session).length;
    return html`<div class="tabs" role="tablist" aria-label=${t("console-panels")} @keydown=${this.#tabKeys}>
      ${TABS.map((tab) => html`<button class="tab" role="tab" type="button" id="t-${tab}" aria-controls="p-${tab}" data-test="tab-${tab}" aria-selected=${this.tab === tab ? "true" : "false"} tabindex=${this.tab === tab ? "0" : "-1"} @click=${() => this.#show(tab)}>${t(`tab-${tab}`)} ${tab === "held" && waiting > 0 ? html`<span class="count hot num">${waiting}</span>` : nothing}</button>`)}
    </div>`;
  }

  #show(tab: Tab): void {
    this.tab = tab;
  }

  #tabKeys = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = TABS[(TABS.indexOf(this.tab) + step + TABS.length) % TABS.length] as Tab;
    this.#show(next);
    this.querySelector<HTMLElement>(`#t-${next}`)?.focus();
  };

  /** N and P, while the list of what waits or the bar has the focus. */
  #keys = (event: KeyboardEvent): void => {
    const target = event.target as Element;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!target.closest(".cards, .cbar") || target.matches("input, textarea, select")) return;
    if (event.code === "KeyN" && this.state.stage === "live") this.session.nextPhase();
    else if (event.code === "KeyP") this.#pauseOrResume();
    else return;
    event.preventDefault();
  };

  #pauseOrResume(): void {
    if (this.state.stage === "paused") this.session.resume();
    else if (this.state.stage === "live") openSheet(this, { is: "pause" });
  }
}

customElements.define("rt-console", Console);
