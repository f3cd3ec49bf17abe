// Sheets that are only read: agenda, rules, who sees what, people, keyboard.

import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../icons";
import { agendaList } from "../parts/agenda";
import { peoplePanel } from "../parts/people";
import { rulesList } from "../parts/rules";
import { seesTable } from "../parts/sees";
import { dialog, openSheet, row } from "../sheet";
import { t } from "../words";
import type { SheetWays } from ".";

export function agendaSheet(ways: SheetWays): TemplateResult {
  const { session, closed } = ways;
  const body = html`${agendaList(session.state)}
    <p class="small dim side-link">${t("agenda-about")}</p>
    ${session.state.me?.role === "facilitator" ? phaseRows(ways) : nothing}`;
  return dialog(t("agenda"), body, closed);
}

/** What moves the meeting on, for a facilitator: all of it, on a phone as well. */
function phaseRows({ session, page }: SheetWays): TemplateResult | typeof nothing {
  const { stage, phase } = session.state;
  const live = stage === "live";
  if (!live && stage !== "paused") return nothing;
  return html`<div class="side-link">
    ${live ? row(html`${icon("plus")}${t("phase-plus")}`, () => session.movePhaseEnd(5)) : nothing}
    ${live ? row(html`${icon("minus")}${t("phase-minus")}`, () => session.movePhaseEnd(-1)) : nothing}
    ${live && phase && phase.index > 0 ? row(html`${icon("left")}${t("phase-back")}`, () => session.previousPhase()) : nothing}
    ${row(html`${icon("check")}${t("end-meeting")}`, () => openSheet(page, { is: "end" }))}
  </div>`;
}

export function rulesSheet({ closed }: SheetWays): TemplateResult {
  return dialog(t("rules"), rulesList(), closed);
}

export function seesSheet({ closed }: SheetWays): TemplateResult {
  return dialog(t("consent-title"), seesTable(), closed);
}

export function peopleSheet({ session, closed }: SheetWays): TemplateResult {
  return dialog(t("people-title"), peoplePanel(session.state), closed);
}

const KEYS = [
  ["F6", "keys-region"],
  ["↑ ↓", "keys-messages"],
  ["Enter", "keys-actions"],
  ["L", "keys-hear"],
  ["Ctrl Enter", "keys-send"],
  ["Esc", "keys-close"],
] as const;

export function keysSheet({ closed }: SheetWays): TemplateResult {
  const keys = KEYS.map(
    ([key, words]) =>
      html`<dt>${key.split(" ").map((one) => html`<kbd>${one}</kbd> `)}</dt><dd>${t(words)}</dd>`,
  );
  return dialog(
    t("keys-title"),
    html`<dl class="keymap">${keys}</dl><p class="small dim side-link">${t("keys-only-there")}</p>`,
    closed,
  );
}
