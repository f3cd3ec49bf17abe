// Name, side, languages: how a person is called here. A name is suggested, nothing must be typed.

import { html, nothing, type TemplateResult } from "lit";
import type { Belonging, Language, Refusal } from "../wire";
import { icon } from "./icons";
import { leaveQuickly } from "./leave";
import { scriptOf, sideWords } from "./people";
import { refusalWords } from "./refusals";
import { SessionView } from "./view";
import { LANGUAGES, language, t } from "./words";

const ALL: readonly Language[] = ["az", "en", "hy"];

export class NameForm extends SessionView {
  static override properties = {
    again: { attribute: false },
    refusal: { state: true },
    empty: { state: true },
    name: { state: true },
  };
  /** Somebody who has a name changes it. */
  declare again: boolean;
  declare refusal: Refusal | null;
  declare empty: boolean;
  declare name: string;

  constructor() {
    super();
    this.again = false;
    this.refusal = null;
    this.empty = false;
    this.name = "";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.name = this.state.me?.name ?? suggestion();
  }

  async #enter(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const name = String(form.get("name") ?? "").trim();
    this.empty = name === "";
    if (this.empty) return this.querySelector<HTMLInputElement>("input[name=name]")?.focus();
    const writes = form.get("writes") as Language;
    const reads = form.getAll("reads") as Language[];
    const belonging =
      (form.get("side") as Belonging | null) ?? this.state.me?.belonging ?? "undeclared";
    const { answer } = this.session.introduce(
      name,
      belonging,
      writes,
      reads.length > 0 ? reads : [writes],
    );
    this.refusal = await answer;
    if (!this.refusal) this.dispatchEvent(new CustomEvent("rt-named", { bubbles: true }));
  }

  protected override render(): TemplateResult {
    return html`${this.state.settings?.practice ? html`<header class="step-practice">${t("practice-banner")}</header>` : nothing}
      <main class="step">
        <div class="step-top">
          ${this.again ? html`<button class="btn btn-quiet" type="button" @click=${() => this.dispatchEvent(new CustomEvent("rt-named", { bubbles: true }))}>${icon("left")}${t("back")}</button>` : html`<span></span>`}
          <button class="btn btn-quiet" type="button" @click=${() => leaveQuickly(this.session)}>${icon("leave")}${t("leave-quickly")}</button>
        </div>
        <h1>${t("name-title")}</h1>
        <form novalidate @submit=${this.#enter}>
          ${this.#name()} ${this.#side()} ${this.#languages()}
          ${this.refusal ? html`<p class="wrong" role="alert">${refusalWords(this.refusal, this.state)}</p>` : nothing}
          <p class="ends side-link"><button class="btn btn-main btn-wide" data-test="enter">${this.#enterWords()}</button></p>
        </form>
      </main>`;
  }

  #enterWords(): string {
    return this.again || this.state.stage !== "waiting" ? t("continue") : t("enter");
  }

  #name(): TemplateResult {
    return html`<div class="field">
      <label class="label" for="name">${t("name-label")}</label>
      <input class="input" id="name" name="name" data-test="name" autocomplete="off" spellcheck="false" maxlength="80" lang=${scriptOf(this.name, language())}
        .value=${this.name} aria-describedby="name-help" aria-invalid=${this.empty ? "true" : nothing}
        @input=${(event: Event) => (this.name = (event.target as HTMLInputElement).value)} />
      ${this.empty ? html`<p class="wrong" role="alert">${t("name-needed")}</p>` : nothing}
      <span class="help" id="name-help">${t("name-help")}</span>
      <button class="btn btn-s btn-quiet" type="button" @click=${() => (this.name = suggestion())}>${t("name-another")}</button>
    </div>`;
  }

  /** Only participants say where they stand; for the others it is set, and not asked twice. */
  #side(): TemplateResult | typeof nothing {
    const { me, settings, stage } = this.state;
    if (me?.role === "facilitator") return html`<p class="help">${t("side-fixed")}</p>`;
    if (me?.role !== "participant" || (this.again && stage !== "waiting")) return nothing;
    const sides = (["a", "b"] as const)
      .map((side) => ({ side, words: sideWords(settings?.sides, side) }))
      .sort((one, other) => one.words.localeCompare(other.words, language()));
    return html`<fieldset>
      <legend>${t("side-label")}</legend>
      <div class="opts">
        ${sides.map(({ side, words }) => this.#choice(side, words))}
        ${this.#choice("both", t("belonging-both"))} ${this.#choice("other", t("belonging-other"))}
        ${this.#choice("undeclared", t("belonging-undeclared"))}
      </div>
      <span class="help">${t("side-help")}</span>
    </fieldset>`;
  }

  #choice(belonging: Belonging, words: string): TemplateResult {
    const now = this.state.me?.belonging ?? "undeclared";
    return html`<label class="opt" data-test="side-${belonging}"><input type="radio" name="side" value=${belonging} .defaultChecked=${now === belonging} /><span>${words}</span></label>`;
  }

  #languages(): TemplateResult {
    const { writes, reads = [] } = this.state.me ?? {};
    const mine = writes ?? language();
    const read = reads.length > 0 ? reads : [mine];
    return html`<div class="field">
        <label class="label" for="writes">${t("writes-label")}</label>
        <span class="pick pick-wide"><select class="select" id="writes" name="writes">
          ${ALL.map((one) => html`<option value=${one} lang=${one} ?selected=${one === mine}>${LANGUAGES[one]}</option>`)}
        </select>${icon("down")}</span>
      </div>
      <fieldset>
        <legend>${t("reads-label")}</legend>
        <div class="opts-row">
          ${ALL.map((one) => html`<label class="opt"><input type="checkbox" name="reads" value=${one} .defaultChecked=${read.includes(one)} /><span lang=${one}>${LANGUAGES[one]}</span></label>`)}
        </div>
        <span class="help">${t("reads-help")}</span>
      </fieldset>`;
  }
}

/** Something plain with a number, such as "Quince 7". */
function suggestion(): string {
  const words = t("name-words").split(/\s*[,،]\s*/u);
  const word = words[Math.floor(Math.random() * words.length)] ?? "";
  return `${word} ${2 + Math.floor(Math.random() * 28)}`;
}

customElements.define("rt-name", NameForm);
