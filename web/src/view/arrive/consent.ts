// Who sees what, the rules in full, how long words are kept, and the two consents.

import { html, nothing, type TemplateResult } from "lit";
import type { Invitation } from "../../engine/api";
import type { Consent } from "../../wire";
import { icon } from "../icons";
import { rulesList } from "../parts/rules";
import { seesTable } from "../parts/sees";
import { writesHere } from "../people";
import { t } from "../words";
import { stepTop } from "./step";

interface Ways {
  readonly back: () => void;
  readonly go: (consents: readonly Consent[]) => void;
  readonly decline: () => void;
}

/** The screen; `missing` says that the required box was forgotten. */
export function consentStep(invitation: Invitation, missing: boolean, ways: Ways): TemplateResult {
  return html`<main class="step">
    ${stepTop(t("back"), ways.back)}
    <h1>${t("consent-title")}</h1>
    <p class="dim">${t("consent-time")}</p>
    ${seesTable()}
    <ul class="list">
      <li>${icon("calendar")}${t("consent-kept")}</li>
      <li>${icon("undo")}${t("consent-withdraw")} ${t("consent-backup")}</li>
      <li>${icon("hourglass")}${t("consent-moderation")}</li>
      <li>${icon("eye")}${t("consent-screenshots")}</li>
      <li>${icon("check")}${t("consent-cookie")}</li>
    </ul>
    <h2>${t("rules")}</h2>
    ${rulesList()}
    <form novalidate @submit=${(event: SubmitEvent) => ways.go(consentsOf(event))}>
      ${boxes(invitation, missing)}
      <p class="ends side-link">
        <button class="btn btn-main btn-wide" data-test="continue">${t("continue")}</button>
        <button class="btn btn-quiet btn-wide" type="button" data-test="decline" @click=${ways.decline}>${t("not-for-me")}</button>
      </p>
    </form>
  </main>`;
}

function boxes(invitation: Invitation, missing: boolean): TemplateResult {
  return html`<div class="opts">
      <label class="opt"><input type="checkbox" name="consent" value="take_part" required data-test="consent-take-part" aria-describedby=${missing ? "consent-missing" : nothing} aria-invalid=${missing ? "true" : nothing} /><span>${t("consent-take-part")}</span></label>
      ${writesHere(invitation.role) ? summaryBox() : nothing}
    </div>
    <p class="wrong" id="consent-missing" role="alert" ?hidden=${!missing}>${t("consent-needed")}</p>`;
}

function summaryBox(): TemplateResult {
  return html`<label class="opt"><input type="checkbox" name="consent" value="summary" data-test="consent-summary" /><span>${t("consent-summary")} <span class="dim">${t("consent-summary-optional")}</span></span></label>`;
}

function consentsOf(event: SubmitEvent): readonly Consent[] {
  event.preventDefault();
  return new FormData(event.currentTarget as HTMLFormElement).getAll("consent") as Consent[];
}
