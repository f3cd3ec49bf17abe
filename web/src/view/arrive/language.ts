// The first screen: languages by their own names, in another order on each visit, no flags.

import { html, type TemplateResult } from "lit";
import type { Language } from "../../wire";
import { icon } from "../icons";
import { LANGUAGES } from "../words";

const NAMES: Readonly<Record<Language, string>> = {
  az: "Dəyirmi masa",
  en: "Roundtable",
  hy: "Կլոր սեղան",
};
const ASK: Readonly<Record<Language, string>> = {
  az: "Dilinizi seçin",
  en: "Choose your language",
  hy: "Ընտրեք լեզուն",
};

/** The three languages in an order of chance, so that none is always first. */
export function shuffled(): readonly Language[] {
  const order: Language[] = ["az", "en", "hy"];
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(Math.random() * (i + 1));
    [order[i], order[j]] = [order[j] as Language, order[i] as Language];
  }
  return order;
}

/** No language is chosen yet: every word stands in all three. */
export function languageStep(
  order: readonly Language[],
  choose: (language: Language) => void,
): TemplateResult {
  return html`<main class="step hello">
    ${icon("mark", "mark")}
    <h1>${order.map((language) => html`<span lang=${language}>${NAMES[language]}</span>`)}</h1>
    <div class="langs">
      ${order.map(
        (language) =>
          html`<button class="btn" type="button" lang=${language} data-test="lang-${language}" @click=${() => choose(language)}>${LANGUAGES[language]}</button>`,
      )}
    </div>
    <p class="small dim">${order.map((language, i) => html`${i > 0 ? " · " : ""}<span lang=${language}>${ASK[language]}</span>`)}</p>
  </main>`;
}
