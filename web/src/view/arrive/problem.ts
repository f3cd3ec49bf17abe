// Screens that say that nothing was taken: an invitation that does not work, a calm "no".

import { html, nothing, type TemplateResult } from "lit";
import { errorWords, t } from "../words";

/** What is so, and a way on where there is one. */
export function problemStep(code: string, again: (() => void) | null): TemplateResult {
  const declined = code === "declined";
  const title = declined ? t("not-for-me-title") : t("error-title");
  const text = declined ? t("not-for-me-text") : errorWords(code);
  const way = declined ? t("not-for-me-back") : t("try-again");
  return html`<main class="step">
    <h1>${title}</h1>
    <p class="lead" data-test="error">${text}</p>
    ${again ? html`<p><button class="btn" type="button" @click=${again}>${way}</button></p>` : nothing}
  </main>`;
}
