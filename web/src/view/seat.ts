// The page of a seat: it holds the session and decides which screen stands here.

import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { RoomSession } from "../engine/session";
import type { RoomState } from "../engine/state";
import { problemStep } from "./arrive/problem";
import { focusHeading, nextRegion } from "./focus";
import type { Sheet } from "./sheet";
import { sheetOf } from "./sheets";
import { showTitle } from "./title";
import { View } from "./view";
import { chooseFor, t } from "./words";
import "./announcer";
import "./console/console";
import "./name";
import "./room/room";
import "./waiting/waiting";

type Screen = "connecting" | "unknown" | "name" | "waiting" | "room" | "console";

export class SeatPage extends View {
  static override properties = {
    handle: {},
    session: { attribute: false },
    sheet: { state: true },
    renaming: { state: true },
  };
  declare handle: string;
  declare session: RoomSession;
  declare sheet: Sheet | null;
  declare renaming: boolean;

  #screen: Screen = "connecting";
  #opener: HTMLElement | null = null;

  constructor() {
    super();
    this.sheet = null;
    this.renaming = false;
  }

  override connectedCallback(): void {
    this.session ??= RoomSession.open(this.handle);
    super.connectedCallback();
    this.whileConnected(this.session.subscribe(() => this.#changed()));
    this.whileConnected(showTitle(this.session));
    const keys = (event: KeyboardEvent) => nextRegion(event);
    window.addEventListener("keydown", keys);
    this.whileConnected(() => window.removeEventListener("keydown", keys));
    this.addEventListener("rt-sheet", this.#openSheet as EventListener);
    this.addEventListener("rt-rename", () => this.#rename(true));
    this.session.start();
  }

  #changed(): void {
    chooseFor(this.session.state.me?.writes ?? null);
    if (this.#screen !== this.#screenNow()) this.renaming = false;
    this.requestUpdate();
  }

  #rename(on: boolean): void {
    this.renaming = on;
  }

  #openSheet = (event: CustomEvent<Sheet>): void => {
    if (!this.sheet) this.#opener = document.activeElement as HTMLElement | null;
    this.sheet = event.detail;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>("#sheet-h")?.focus());
  };

  #closedSheet = async (): Promise<void> => {
    this.sheet = null;
    await this.updateComplete;
    const opener = this.#opener;
    if (opener?.isConnected) opener.focus();
  };

  #screenNow(): Screen {
    const { state, connection } = this.session;
    if (connection.is === "ended" && connection.why === "seat_unknown") return "unknown";
    if (!state.me || !state.settings) return "connecting";
    if (state.me.name === null && !state.caughtUp) return "connecting";
    if (this.renaming || mustIntroduce(state)) return "name";
    if (state.stage === "waiting") return "waiting";
    return state.me.role === "facilitator" ? "console" : "room";
  }

  protected override willUpdate(): void {
    this.#screen = this.#screenNow();
  }

  #shown: Screen | null = null;

  protected override updated(changes: PropertyValues): void {
    super.updated(changes);
    if (this.#shown === this.#screen) return;
    const first = this.#shown === null || this.#shown === "connecting";
    this.#shown = this.#screen;
    if (!first && !this.sheet) void Promise.resolve().then(() => focusHeading(this));
  }

  protected override render(): TemplateResult {
    return html`${this.#page()}
      <rt-announcer .session=${this.session}></rt-announcer>
      ${this.sheet ? sheetOf(this.sheet, this.session, this.#closedSheet, this) : nothing}`;
  }

  #page(): TemplateResult {
    const { session } = this;
    switch (this.#screen) {
      case "unknown":
        return problemStep("seat_unknown", null);
      case "connecting":
        return html`<main class="step"><h1 class="vh">${t("title-meeting")}</h1><p class="dim" role="status">${t("connection-connecting")}</p></main>`;
      case "name":
        return html`<rt-name .session=${session} .again=${this.renaming} @rt-named=${() => this.#rename(false)}></rt-name>`;
      case "waiting":
        return html`<rt-waiting .session=${session}></rt-waiting>`;
      case "room":
        return html`<rt-room .session=${session}></rt-room>`;
      case "console":
        return html`<rt-console .session=${session}></rt-console>`;
    }
  }
}

function mustIntroduce(state: RoomState): boolean {
  return state.me?.name === null && state.stage !== "closed" && state.caughtUp;
}

customElements.define("rt-seat", SeatPage);
