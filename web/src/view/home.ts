// The neutral first page: it says nothing about any meeting.

import { html, type TemplateResult } from "lit";
import { icon } from "./icons";
import { LANGUAGES, language, setLanguage, t } from "./words";

/** The page at `/`. */
export function homePage(): TemplateResult {
  return html`<main class="step hello">
    ${icon("mark", "mark")}
    <h1>${t("home-title")}</h1>
    <p class="lead">${t("home-text")}</p>
    <p class="dim">${t("home-how")}</p>
    <p class="acts hello-langs">
      ${(["az", "en", "hy"] as const).map((one) => html`<button class="btn btn-quiet" type="button" lang=${one} aria-pressed=${language() === one ? "true" : "false"} @click=${() => void setLanguage(one)}>${LANGUAGES[one]}</button>`)}
    </p>
  </main>`;
}
