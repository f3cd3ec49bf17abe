// What this is, on one screen: purpose, length, people, what one needs, what it is not, the agenda.

import { html, type TemplateResult } from "lit";
import type { Invitation } from "../../engine/api";
import { icon } from "../icons";
import { has, LANGUAGES, t } from "../words";
import { stepTop } from "./step";

interface Ways {
  readonly back: () => void;
  readonly go: () => void;
  readonly decline: () => void;
}

/** The screen. */
export function whatStep(invitation: Invitation, ways: Ways): TemplateResult {
  const template = has(`template-${invitation.template}-title`) ? invitation.template : "other";
  return html`<main class="step">
    ${stepTop(t("what-back-to-language"), ways.back)}
    <h1>${t(`template-${template}-title`)}</h1>
    <p class="lead">${t(`template-${template}-purpose`)}</p>
    ${facts(invitation)}
    <ul class="list">
      <li>${icon("check")}${t("what-need")}</li>
      <li>${icon("check")}${t("what-can")}</li>
      <li>${icon("minus", "i-no")}${t("what-not")}</li>
    </ul>
    <h2>${t("what-agenda")}</h2>
    <ol class="agenda">
      ${invitation.agenda.map((phase) => html`<li><span class="dot" aria-hidden="true"></span><span>${t(`phase-${phase.name}`)}</span><span class="num">${t("minutes", { minutes: phase.minutes })}</span></li>`)}
    </ol>
    <p class="ends">
      <button class="btn btn-main btn-wide" type="button" data-test="continue" @click=${ways.go}>${t("continue")}</button>
      <button class="btn btn-quiet btn-wide" type="button" data-test="decline" @click=${ways.decline}>${t("not-for-me")}</button>
    </p>
  </main>`;
}

function facts(invitation: Invitation): TemplateResult {
  const minutes = invitation.agenda.reduce((sum, phase) => sum + phase.minutes, 0);
  return html`<dl class="facts">
    <dt>${t("what-length")}</dt>
    <dd>${t("what-minutes", { minutes })}</dd>
    <dt>${t("what-people")}</dt>
    <dd>${people(invitation).map((line) => html`<span>${line}</span>`)}</dd>
    <dt>${t("what-languages")}</dt>
    <dd>${invitation.languages.map((language) => html`<span lang=${language}>${LANGUAGES[language]}</span>`)}</dd>
    <dt>${t("what-role")}</dt>
    <dd>${t(`role-${invitation.role}`)}</dd>
  </dl>`;
}

function people(invitation: Invitation): readonly string[] {
  const roles = ["participants", "facilitators", "interpreters", "observers"] as const;
  return roles
    .filter((role) => invitation[role] > 0)
    .map((role) => t(`what-${role}`, { count: invitation[role] }));
}
