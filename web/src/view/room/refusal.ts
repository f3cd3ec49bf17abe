// Why the last act did nothing, said where one acts, for a while.

import { html, nothing, type TemplateResult } from "lit";
import type { RefusedCommand } from "../../engine/session";
import type { WireCommand } from "../../wire";
import { refusalWords } from "../refusals";
import { SessionView } from "../view";

/** Commands whose refusal stands beside the keys. */
const KEYS: ReadonlySet<WireCommand["do"]> = new Set(["propose", "second", "decline"]);
/** Commands that tell of their refusal themselves. */
const OWN: ReadonlySet<WireCommand["do"]> = new Set(["introduce", "say", "edit", "leave"]);
const SHOWN_MS = 20_000;

export class RefusalLine extends SessionView {
  static override properties = { about: {}, shown: { state: true } };
  /** What it is about: `keys`, or everything else. */
  declare about: "keys" | "rest";
  declare shown: RefusedCommand | null;

  #last: RefusedCommand | null = null;
  #timer = 0;

  constructor() {
    super();
    this.about = "rest";
    this.shown = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#last = this.session.lastRefusal;
    this.whileConnected(() => window.clearTimeout(this.#timer));
  }

  protected override changed(): void {
    const last = this.session.lastRefusal;
    if (!last || last === this.#last) return;
    this.#last = last;
    if (!this.#concerns(last.command.do)) return;
    this.shown = last;
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.shown = null;
    }, SHOWN_MS);
  }

  #concerns(what: WireCommand["do"]): boolean {
    return this.about === "keys" ? KEYS.has(what) : !KEYS.has(what) && !OWN.has(what);
  }

  protected override render(): TemplateResult {
    const { shown } = this;
    return html`<div role="status">${
      shown
        ? html`<p class="wrong" data-test="refusal" data-code=${shown.refusal.code}>${refusalWords(shown.refusal, this.state)}</p>`
        : nothing
    }</div>`;
  }
}

customElements.define("rt-refusal", RefusalLine);
