// The place to write. The button always works: what cannot be sent now is said in words, and the
// draft stays. Enter makes a new line; Ctrl and Enter send.

import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { COMPOSER } from "../../engine/drafts";
import type { Item } from "../../engine/state";
import { fault, LIMITS, letters } from "../../engine/text";
import type { Kind, Language } from "../../wire";
import { smallIcon } from "../icons";
import { SessionView } from "../view";
import { LANGUAGES, t } from "../words";
import { kindPicker } from "./kind-picker";
import { whyNotNow } from "./may-write";

const NOTE = "composer:note";
/** From here on the letters that are left are counted. */
const NEAR_LIMIT = LIMITS.message.letters - 200;
const ALL: readonly Language[] = ["az", "en", "hy"];

export class Composer extends SessionView {
  static override properties = {
    kind: { state: true },
    writes: { state: true },
    problem: { state: true },
    left: { state: true },
    text: { state: true },
    note: { state: true },
  };
  declare kind: Kind;
  /** The language of this message; the person's own if `null`. */
  declare writes: Language | null;
  /** Why the last press sent nothing, or empty. */
  declare problem: string;
  /** Letters left, near the limit. */
  declare left: number | null;
  declare text: string;
  declare note: string;

  constructor() {
    super();
    this.kind = "plain";
    this.writes = null;
    this.problem = "";
    this.left = null;
    this.text = "";
    this.note = "";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.text = this.session.drafts.get(COMPOSER);
    this.note = this.session.drafts.get(NOTE);
  }

  /** Takes the words of a message that was not sent, if there is no other draft. */
  take(item: Item): boolean {
    if (this.text.trim() !== "" || item.mine === null) return false;
    this.#write(item.said.text ?? "");
    this.#noteIs(item.said.content_note ?? "");
    this.kind = item.said.kind;
    this.writes = item.said.language;
    this.session.discard(item.mine);
    this.querySelector("textarea")?.focus();
    return true;
  }

  get #language(): Language {
    return this.writes ?? this.state.me?.writes ?? "en";
  }

  get #kinds(): readonly Kind[] {
    return this.state.settings?.agenda[this.state.phase?.index ?? -1]?.kinds ?? ["plain"];
  }

  get #kind(): Kind {
    return this.#kinds.includes(this.kind) ? this.kind : (this.#kinds[0] ?? "plain");
  }

  #write(text: string): void {
    this.text = text;
    this.problem = "";
    this.session.drafts.set(COMPOSER, text);
    const long = text.length > NEAR_LIMIT / 2;
    const count = long ? letters(text.normalize("NFC")) : 0;
    this.left = count > NEAR_LIMIT ? LIMITS.message.letters - count : null;
  }

  #noteIs(note: string): void {
    this.note = note;
    this.session.drafts.set(NOTE, note);
  }

  #send(event: Event): void {
    event.preventDefault();
    const text = this.text;
    this.problem = this.#whyNot(text);
    if (this.problem) return;
    const note = this.note.trim();
    const contentNote = this.#kind === "story" && note !== "" ? note : null;
    this.session.say({ kind: this.#kind, language: this.#language, text, contentNote });
    this.#write("");
    this.#noteIs("");
    this.kind = "plain";
    this.dispatchEvent(new CustomEvent("rt-said", { bubbles: true }));
  }

  #whyNot(text: string): string {
    const wrong = fault(text, LIMITS.message);
    if (wrong?.fault === "empty") return t("send-empty");
    if (wrong)
      return t("refusal-bad-text", {
        fault: wrong.fault,
        limit: "limit" in wrong ? wrong.limit : 0,
      });
    const why = whyNotNow(this.state);
    return why ? t(why) : "";
  }

  protected override render(): TemplateResult {
    const why = whyNotNow(this.state);
    return html`${why ? html`<p class="say-why" id="why-not" data-test="why-not">${smallIcon("pause")}<span>${t(why)}</span></p>` : nothing}
      <form class="composer" id="write" @submit=${this.#send} @keydown=${this.#keys}>
        ${this.#kind === "story" ? this.#before() : nothing}
        <label class="vh" for="words">${t("write-label")}</label>
        <textarea id="words" data-test="composer" data-stop rows="1" lang=${this.#language} placeholder=${t("write-hint")} spellcheck="false" autocomplete="off" autocapitalize="sentences"
          aria-describedby=${why ? "why-not" : nothing} .value=${live(this.text)}
          @input=${(event: Event) => this.#write((event.target as HTMLTextAreaElement).value)}></textarea>
        ${this.#counter()}
        <div class="composer-row">
          ${this.#kinds.length > 1 ? kindPicker(this.#kinds, this.#kind, (kind) => this.#chosen(kind)) : nothing}
          ${this.#languagePicker()}
          <button class="btn btn-main" data-test="send">${t("send")}${smallIcon("send")}</button>
        </div>
      </form>
      <p class="wrong" role="alert" data-test="problem" ?hidden=${this.problem === ""}>${this.problem}</p>
      <p class="composer-note">${t("composer-note")}</p>`;
  }

  #before(): TemplateResult {
    return html`<label class="before"><span class="label">${t("content-note-label")}</span>
      <input class="input" data-test="content-note" lang=${this.#language} maxlength=${LIMITS.contentNote.letters} placeholder=${t("content-note-hint")} autocomplete="off" spellcheck="false" .value=${live(this.note)}
        @input=${(event: Event) => this.#noteIs((event.target as HTMLInputElement).value)} /></label>`;
  }

  #counter(): TemplateResult | typeof nothing {
    if (this.left === null) return nothing;
    const over = this.left < 0;
    return html`<p class="left num ${over ? "left-over" : ""}" data-test="left">${over ? t("characters-over", { over: -this.left }) : t("characters-left", { left: this.left })}</p>`;
  }

  #languagePicker(): TemplateResult {
    return html`<span class="pick">
      <select class="select" data-test="language" aria-label=${t("language-label")} @change=${(event: Event) => (this.writes = (event.target as HTMLSelectElement).value as Language)}>
        ${ALL.map((one) => html`<option value=${one} lang=${one} ?selected=${one === this.#language}>${LANGUAGES[one]}</option>`)}
      </select>${smallIcon("down")}</span>`;
  }

  #chosen(kind: Kind): void {
    this.kind = kind;
  }

  #keys = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.#send(event);
  };
}

customElements.define("rt-composer", Composer);
