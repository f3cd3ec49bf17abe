// The page behind an invitation link: language, what this is, consent. One page, so that the code
// in the link's fragment never leaves memory.

import { html, nothing, type TemplateResult } from "lit";
import { Api, ApiError, type Invitation } from "../../engine/api";
import { onInvitation, takeInvitation } from "../../engine/invitation";
import type { Consent, Language } from "../../wire";
import { focusHeading } from "../focus";
import { View } from "../view";
import { setLanguage, t } from "../words";
import { consentStep } from "./consent";
import { languageStep, shuffled } from "./language";
import { problemStep } from "./problem";
import { whatStep } from "./what";

type Step = "language" | "what" | "consent" | "declined";

const api = new Api();

export class Arrive extends View {
  static override properties = {
    step: { state: true },
    invitation: { state: true },
    error: { state: true },
    missing: { state: true },
    busy: { state: true },
  };
  declare step: Step;
  declare invitation: Invitation | null;
  /** Code of what went wrong, or empty. */
  declare error: string;
  /** The required box was not ticked. */
  declare missing: boolean;
  declare busy: boolean;

  #code = takeInvitation();
  readonly #order = shuffled();

  constructor() {
    super();
    this.step = "language";
    this.invitation = null;
    this.error = this.#code ? "" : "invitation_unknown";
    this.missing = false;
    this.busy = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.whileConnected(onInvitation((code) => this.#begin(code)));
    if (this.#code) void this.#look(this.#code);
  }

  #begin(code: string): void {
    this.#code = code;
    this.invitation = null;
    this.error = "";
    this.#go("language");
    void this.#look(code);
  }

  async #look(code: string): Promise<void> {
    try {
      this.invitation = await api.look(code);
    } catch (error) {
      this.error = codeOf(error);
    }
  }

  #go(step: Step): void {
    this.step = step;
    this.missing = false;
    void this.updateComplete.then(() => focusHeading(this));
  }

  async #redeem(consents: readonly Consent[]): Promise<void> {
    this.missing = !consents.includes("take_part");
    if (this.missing || this.busy || !this.#code) return;
    this.busy = true;
    try {
      const { path } = await api.redeem(this.#code, consents);
      this.#code = null;
      this.dispatchEvent(new CustomEvent("rt-go", { detail: path, bubbles: true }));
    } catch (error) {
      this.error = codeOf(error);
    }
    this.busy = false;
  }

  async #again(): Promise<void> {
    this.error = "";
    if (this.#code && !this.invitation) await this.#look(this.#code);
  }

  protected override render(): TemplateResult {
    return html`${this.invitation?.practice ? html`<header class="step-practice">${t("practice-banner")}</header>` : nothing}
      ${this.#step()}`;
  }

  #step(): TemplateResult {
    if (this.step === "language") {
      return languageStep(this.#order, (language) => this.#chosen(language));
    }
    if (this.error) return problemStep(this.error, this.#code ? () => void this.#again() : null);
    if (this.step === "declined") return problemStep("declined", () => this.#go("what"));
    if (!this.invitation)
      return html`<main class="step"><p class="dim">${t("look-waiting")}</p></main>`;
    if (this.step === "what") {
      return whatStep(this.invitation, {
        back: () => this.#go("language"),
        go: () => this.#go("consent"),
        decline: () => this.#go("declined"),
      });
    }
    return consentStep(this.invitation, this.missing, {
      back: () => this.#go("what"),
      go: (consents) => void this.#redeem(consents),
      decline: () => this.#go("declined"),
    });
  }

  async #chosen(language: Language): Promise<void> {
    await setLanguage(language);
    this.#go("what");
  }
}

function codeOf(error: unknown): string {
  return error instanceof ApiError ? error.code : "unexpected";
}

customElements.define("rt-arrive", Arrive);
