// Changing one's own message while it waits, or after it was returned.

import { html, nothing, type TemplateResult } from "lit";
import { placeOfEdit } from "../../engine/drafts";
import type { RoomSession } from "../../engine/session";
import type { Item } from "../../engine/state";
import type { Refusal } from "../../wire";
import { refusalWords } from "../refusals";
import { View } from "../view";
import { t } from "../words";

export class Edit extends View {
  static override properties = {
    session: { attribute: false },
    item: { attribute: false },
    refusal: { state: true },
  };
  declare session: RoomSession;
  declare item: Item;
  declare refusal: Refusal | null;

  constructor() {
    super();
    this.refusal = null;
  }

  get #place(): string {
    return placeOfEdit(this.item.mine ?? "");
  }

  #done(): void {
    this.dispatchEvent(new CustomEvent("rt-edited"));
  }

  #cancel(): void {
    this.session.drafts.clear(this.#place);
    this.#done();
  }

  async #send(event: Event): Promise<void> {
    event.preventDefault();
    const form = this.querySelector("form");
    if (!form || this.item.mine === null) return;
    const data = new FormData(form);
    const text = this.querySelector("textarea")?.value ?? "";
    const note = String(data.get("note") ?? "").trim();
    this.refusal = await this.session.edit(this.item.mine, text, note === "" ? null : note).answer;
    if (this.refusal) return;
    this.session.drafts.clear(this.#place);
    this.#done();
  }

  protected override render(): TemplateResult {
    const { said } = this.item;
    const draft = this.session.drafts.get(this.#place);
    const text = draft === "" ? (said.text ?? "") : draft;
    return html`<form class="edit" @submit=${this.#send} @keydown=${this.#keys}>
      ${said.content_note === null ? nothing : html`<input class="input" name="note" aria-label=${t("content-note-label")} .defaultValue=${said.content_note} lang=${said.language} />`}
      <textarea name="text" data-test="edit-text" lang=${said.language} aria-label=${t("edit-label")} spellcheck="false" autocomplete="off" .defaultValue=${text}
        @input=${(event: Event) => this.session.drafts.set(this.#place, (event.target as HTMLTextAreaElement).value)}></textarea>
      ${this.refusal ? html`<p class="wrong" role="alert">${refusalWords(this.refusal, this.session.state)}</p>` : nothing}
      <div class="acts">
        <button class="btn btn-s" data-test="edit-send">${t("edit-send")}</button>
        <button class="btn btn-s btn-quiet" type="button" data-test="edit-cancel" @click=${this.#cancel}>${t("cancel")}</button>
      </div>
    </form>`;
  }

  #keys = (event: KeyboardEvent): void => {
    if (event.key === "Escape") this.#done();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void this.#send(event);
  };
}

customElements.define("rt-edit", Edit);
