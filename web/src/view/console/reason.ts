// Why, for the author to read: one of six reasons and, if one likes, one line.

import { html, type TemplateResult } from "lit";
import type { RoomSession } from "../../engine/session";
import { LIMITS } from "../../engine/text";
import type { Reason } from "../../wire";
import { View } from "../view";
import { t } from "../words";

/** Every reason, in the order in which it is offered. */
export const REASONS: readonly Reason[] = [
  "place",
  "third_person",
  "whole_people",
  "graphic",
  "off_topic",
  "other",
];

/** What the form gives. */
export interface Why {
  readonly reason: Reason;
  readonly note: string | null;
}

export class ReasonForm extends View {
  static override properties = {
    session: { attribute: false },
    place: {},
    confirm: {},
    missing: { state: true },
  };
  declare session: RoomSession;
  /** Where the line is kept while it is written. */
  declare place: string;
  /** The message for the button. */
  declare confirm: string;
  declare missing: boolean;

  constructor() {
    super();
    this.missing = false;
  }

  /** The first reason is the first stop. */
  override focus(): void {
    this.querySelector<HTMLInputElement>("input")?.focus();
  }

  #send(event: SubmitEvent): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const reason = form.get("reason") as Reason | null;
    this.missing = reason === null;
    if (reason === null) return;
    const note = String(form.get("note") ?? "").trim();
    this.session.drafts.clear(this.place);
    this.dispatchEvent(
      new CustomEvent<Why>("rt-reason", { detail: { reason, note: note === "" ? null : note } }),
    );
  }

  protected override render(): TemplateResult {
    const note = `note-${this.place}`;
    return html`<form class="reason" novalidate @submit=${this.#send} @keydown=${this.#keys}>
      <fieldset>
        <legend>${t("choose-reason")}</legend>
        <div class="chips">${REASONS.map((reason) => html`<label data-test="reason-${reason}"><input type="radio" name="reason" value=${reason} /><span>${t(`reason-${reason.replaceAll("_", "-")}`)}</span></label>`)}</div>
      </fieldset>
      <p class="wrong" role="alert" ?hidden=${!this.missing}>${t("reason-needed")}</p>
      <div class="field">
        <label class="label" for=${note}>${t("note-label")}</label>
        <input class="input" id=${note} name="note" data-test="note" maxlength=${LIMITS.note.letters} placeholder=${t("note-hint")} autocomplete="off" spellcheck="false"
          .defaultValue=${this.session.drafts.get(this.place)}
          @input=${(event: Event) => this.session.drafts.set(this.place, (event.target as HTMLInputElement).value)} />
      </div>
      <div class="acts">
        <button class="btn btn-main" data-test="confirm">${t(this.confirm)}</button>
        <button class="btn btn-quiet" type="button" data-test="cancel" @click=${this.#cancel}>${t("cancel")}</button>
      </div>
    </form>`;
  }

  #cancel(): void {
    this.dispatchEvent(new CustomEvent("rt-cancel"));
  }

  #keys = (event: KeyboardEvent): void => {
    event.stopPropagation(); // letters written here are no keys of the list
    if (event.key === "Escape" && !this.closest("dialog")) this.#cancel();
  };
}

customElements.define("rt-reason", ReasonForm);
