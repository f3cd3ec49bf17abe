// What a screen reader is told of by itself: at most one announcement in four seconds, name before
// text, never the time, and only as much as the reader chose.

import { html, type TemplateResult } from "lit";
import type { Item, RoomState } from "../engine/state";
import type { Language } from "../wire";
import { leftInPhase, phaseWords } from "./clock";
import { nameOf } from "./people";
import { type Level, settings } from "./settings";
import { SessionView } from "./view";
import { language, t } from "./words";

const PAUSE_MS = 4_000;
/** So many minutes before the end of a part it is said that the end is near. */
const NEAR_MIN = [5, 1] as const;

export class Announcer extends SessionView {
  static override properties = { said: { state: true } };
  declare said: { readonly words: string; readonly lang: Language };

  #before: RoomState | null = null;
  #wasLive = true;
  #notes: string[] = [];
  #messages: Item[] = [];
  #timer = 0;
  /** Minutes left when last looked at. */
  #left = Number.POSITIVE_INFINITY;

  constructor() {
    super();
    this.said = { words: "", lang: "en" };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const look = window.setInterval(() => this.#near(), 1_000);
    this.whileConnected(() => window.clearInterval(look));
  }

  /** Says once that the end of a part is near. */
  #near(): void {
    const left = this.state.stage === "live" ? (leftInPhase(this.session) ?? 0) / 60_000 : 0;
    const passed = NEAR_MIN.find((minutes) => left <= minutes && this.#left > minutes);
    const known = Number.isFinite(this.#left);
    this.#left = left;
    if (!known || passed === undefined || left <= 0) return;
    this.#notes.push(t("announce-minutes", { minutes: passed }));
    this.#schedule();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.#timer);
    this.#timer = 0;
  }

  protected override changed(): void {
    this.#connection();
    const { state } = this;
    if (!state.caughtUp || this.#before === state) return;
    if (this.#before) this.#compare(this.#before, state);
    this.#before = state;
    this.#schedule();
  }

  #connection(): void {
    const { is } = this.session.connection;
    const live = is === "live";
    if (live === this.#wasLive || is === "connecting") return;
    if (this.#before) this.#note(live ? "announce-back" : "announce-lost");
    this.#wasLive = live;
    this.#schedule();
  }

  #compare(before: RoomState, now: RoomState): void {
    this.#stage(before, now);
    const known = new Map(before.items.map((item) => [item.key, item]));
    for (const item of now.items) this.#item(known.get(item.key), item);
    const { length } = now.desk;
    if (length > before.desk.length) this.#notes.push(t("announce-held", { count: length }));
  }

  #stage(before: RoomState, now: RoomState): void {
    if (before.stage !== now.stage) {
      if (now.stage === "paused") this.#note("announce-paused");
      else if (now.stage === "closed") this.#note("announce-closed");
      else if (before.stage === "paused") this.#note("announce-resumed");
      else if (now.stage === "live") this.#note("announce-opened");
    }
    const index = now.phase?.index;
    if (index !== undefined && before.phase?.index !== index) {
      this.#notes.push(t("announce-phase", { name: phaseWords(this.session, index) }));
    }
  }

  #item(before: Item | undefined, item: Item): void {
    if (item.mine !== null) this.#mine(before, item);
    const isNew = item.mine === null && before === undefined && item.state.is === "published";
    if (isNew && this.#isWanted(item, settings().level)) this.#messages.push(item);
  }

  #mine(before: Item | undefined, item: Item): void {
    const was = before?.state.is;
    if (item.state.is === was) return;
    if (item.state.is === "returned") this.#note("announce-returned");
    if (item.state.is === "published" && was === "waiting") this.#note("announce-published");
  }

  #isWanted(item: Item, level: Level): boolean {
    if (level === "none") return false;
    return level === "all" || this.state.seats.get(item.seat)?.role === "facilitator";
  }

  #note(words: string): void {
    this.#notes.push(t(words));
  }

  #schedule(): void {
    if (this.#timer || this.#notes.length + this.#messages.length === 0) return;
    this.#timer = window.setTimeout(() => this.#wait(), 300);
  }

  /** Says all that has come together, then is quiet for a while. */
  #wait(): void {
    this.said = this.#all();
    this.#timer = window.setTimeout(() => {
      this.#timer = 0;
      this.#schedule();
    }, PAUSE_MS);
  }

  #all(): { words: string; lang: Language } {
    const notes = this.#notes.splice(0);
    const messages = this.#messages.splice(0);
    const last = messages.at(-1);
    if (!last) return { words: notes.join(" "), lang: language() };
    const alone = messages.length === 1 && notes.length === 0;
    const words =
      messages.length === 1
        ? this.#one(last)
        : t("announce-many", { count: messages.length, name: nameOf(this.state, last.seat) });
    return { words: [...notes, words].join(" "), lang: alone ? last.said.language : language() };
  }

  #one(item: Item): string {
    const name = nameOf(this.state, item.seat);
    const note = item.said.content_note;
    if (note) return t("announce-story", { name, note });
    return t("announce-message", { name, text: item.said.text ?? "" });
  }

  protected override render(): TemplateResult {
    return html`<div class="vh" aria-live="polite" aria-atomic="true" data-test="announcer" lang=${this.said.lang}>${this.said.words}</div>`;
  }
}

customElements.define("rt-announcer", Announcer);
