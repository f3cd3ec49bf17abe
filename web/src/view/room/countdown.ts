// Whole seconds until something can no longer be undone, inside a sentence of the catalogue.

import { html, type TemplateResult } from "lit";
import type { RoomSession } from "../../engine/session";
import type { Timestamp } from "../../wire";
import { Tick, View } from "../view";
import { t } from "../words";

export class Countdown extends View {
  static override properties = {
    session: { attribute: false },
    until: { attribute: false },
    words: {},
  };
  declare session: RoomSession;
  declare until: Timestamp;
  /** The message that takes `$seconds`. */
  declare words: string;

  constructor() {
    super();
    new Tick(this, 500);
  }

  protected override render(): TemplateResult {
    const seconds = Math.max(0, Math.ceil((this.until - this.session.now()) / 1_000));
    return html`<span class="num">${t(this.words, { seconds })}</span>`;
  }
}

customElements.define("rt-countdown", Countdown);
