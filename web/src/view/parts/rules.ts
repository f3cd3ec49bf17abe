// The rules of the meeting, in full, wherever they are shown.

import { html, type TemplateResult } from "lit";
import { t } from "../words";

const RULES = ["rule-1", "rule-2", "rule-3", "rule-4", "rule-5", "rule-6"] as const;

/** Six short lines. */
export function rulesList(): TemplateResult {
  return html`<ol class="rules">${RULES.map((rule) => html`<li>${t(rule)}</li>`)}</ol>`;
}
