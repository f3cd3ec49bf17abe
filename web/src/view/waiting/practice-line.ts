// A line to try the keyboard with. It is sent nowhere.

import { html, nothing, type TemplateResult } from "lit";
import { smallIcon } from "../icons";
import { SessionView } from "../view";
import { t } from "../words";

export class PracticeLine extends SessionView {
  static override properties = { line: { state: true } };
  declare line: string;

  constructor() {
    super();
    this.line = "";
  }

  protected override render(): TemplateResult {
    return html`<div class="field">
      <label class="label" for="practice-line">${t("practice-line")}</label>
      <input class="input" id="practice-line" placeholder=${t("practice-line-hint")} autocomplete="off" spellcheck="false" lang=${this.state.me?.writes ?? nothing}
        @input=${(event: Event) => (this.line = (event.target as HTMLInputElement).value)} />
      ${this.line.trim() ? html`<p class="tried">${smallIcon("check")}<span>${t("practice-line-works")}</span></p>` : nothing}
      <span class="help">${t("practice-line-kept")}</span>
    </div>`;
  }
}

customElements.define("rt-practice-line", PracticeLine);
