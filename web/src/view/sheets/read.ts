// Sheets that are only read: agenda, rules, who sees what, people, keyboard.

import { html, type TemplateResult } from "lit";
import { agendaList } from "../parts/agenda";
import { peoplePanel } from "../parts/people";
import { rulesList } from "../parts/rules";
import { seesTable } from "../parts/sees";
import { dialog } from "../sheet";
import { t } from "../words";
import type { SheetWays } from ".";

export function agendaSheet({ session, closed }: SheetWays): TemplateResult {
  return dialog(
    t("agenda"),
    html`${agendaList(session.state)}<p class="small dim side-link">${t("agenda-about")}</p>`,
    closed,
  );
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
