// Sheets: dialogs over the page. Which one is open is the page's business; anybody may ask for one.
//
// To add one: a variant of `Sheet`, its file in `sheets/`, its line in `sheets/index.ts`.

import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import type { MessageNumber } from "../wire";
import { t } from "./words";

/** What can stand in a sheet. */
export type Sheet =
  | { readonly is: "menu" | "help" | "agenda" | "rules" | "sees" | "people" | "keys" }
  | { readonly is: "leave" | "pause" | "end" }
  | { readonly is: "actions"; readonly key: string }
  | { readonly is: "hide" | "propose-remove"; readonly number: MessageNumber };

/** Asks the page to open a sheet. */
export function openSheet(from: EventTarget, sheet: Sheet): void {
  from.dispatchEvent(new CustomEvent<Sheet>("rt-sheet", { detail: sheet, bubbles: true }));
}

/** Closes the sheet that an element stands in; the page gives the focus back. */
export function closeSheet(from: Event | Element): void {
  const element = from instanceof Element ? from : (from.currentTarget as Element | null);
  element?.closest("dialog")?.close();
}

/** The dialog itself. */
export function dialog(
  title: string,
  body: TemplateResult,
  closed: () => void,
  end: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  return html`<dialog class="sheet" aria-labelledby="sheet-h" ${ref(showModal)} @close=${closed} @click=${closeOutside}>
    <h2 id="sheet-h" tabindex="-1" autofocus>${title}</h2>
    ${body}
    <div class="sheet-end">${end}<button class="btn" type="button" data-test="close" @click=${closeSheet}>${t("close")}</button></div>
  </dialog>`;
}

/** A wide button in a sheet. */
export function row(
  content: TemplateResult,
  press: (event: Event) => void,
  test = "",
): TemplateResult {
  return html`<button class="btn btn-row" type="button" data-test=${test || nothing} @click=${press}>${content}</button>`;
}

function showModal(element: Element | undefined): void {
  if (!(element instanceof HTMLDialogElement)) return;
  queueMicrotask(() => {
    if (element.isConnected && !element.open) element.showModal();
  });
}

function closeOutside(event: MouseEvent): void {
  if (event.target instanceof HTMLDialogElement) event.target.close();
}
