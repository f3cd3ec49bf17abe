// The conversation: one column, one tab stop, arrows to go through it, and nothing that moves.

import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Item } from "../../engine/state";
import { openSheet } from "../sheet";
import { SessionView } from "../view";
import { t } from "../words";
import { Follow } from "./follow";
import { hasActions, messageItem, toggleHeard } from "./message";
import { Unseen } from "./unseen";

/** How far each key goes; `Infinity` is an end. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 5,
  PageUp: -5,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

export class Log extends SessionView {
  static override properties = {
    current: { state: true },
    editing: { state: true },
    label: { attribute: false },
  };
  /** The key of the message that holds the tab stop; the last one if `null`. */
  declare current: string | null;
  /** My name for the message that I am changing. */
  declare editing: string | null;
  /** The id of the heading that names the conversation. */
  declare label: string;

  readonly #follow = new Follow(
    () => this.querySelector<HTMLElement>(".room-log"),
    () => this.#unseen.seen(),
  );
  readonly #unseen = new Unseen((counts) => {
    this.dispatchEvent(new CustomEvent("rt-unseen", { detail: counts, bubbles: true }));
  });

  constructor() {
    super();
    this.current = null;
    this.editing = null;
    this.label = "room-h";
  }

  protected override firstUpdated(): void {
    this.#follow.start();
    this.whileConnected(() => this.#follow.stop());
  }

  protected override changed(): void {
    super.changed();
    if (this.session.connection.is !== "live") this.#unseen.lost(this.state);
  }

  protected override updated(): void {
    const { caughtUp } = this.state;
    if (!caughtUp) return;
    const missed = this.#unseen.look(this.state, this.#follow.follows);
    if (missed) this.#follow.rest();
    else this.#follow.keep();
  }

  /** Goes to the newest message. */
  toLatest(): void {
    this.#follow.toEnd();
  }

  /** Goes to the first message that arrived while the connection was lost. */
  toMissed(): void {
    const number = this.#unseen.firstMissed;
    this.#unseen.read();
    const message = this.querySelector<HTMLElement>(`[data-number="${number}"]`);
    if (message) {
      message.scrollIntoView({ block: "start" });
      this.#go(message);
    }
  }

  protected override render(): TemplateResult {
    const { items } = this.state;
    const current = this.current ?? items.at(-1)?.key;
    const size = items.length;
    return html`<section class="room-log" role="log" aria-live="off" aria-labelledby=${this.label} data-region data-test="conversation">
      <ol class="talk" @keydown=${this.#keys} @focusin=${this.#focused}>
        ${repeat(
          items,
          (item) => item.key,
          (item, i) => this.#item(item, i + 1, size, current === item.key),
        )}
      </ol>
      ${size === 0 ? html`<p class="empty">${t("empty-room")}</p>` : nothing}
    </section>`;
  }

  #item(item: Item, position: number, size: number, current: boolean): TemplateResult {
    return messageItem(item, {
      session: this.session,
      position,
      size,
      current,
      editing: item.mine !== null && item.mine === this.editing,
      edited: () => this.#edit(null),
      edit: (one) => this.#edit(one.mine),
      rewrite: (one) =>
        this.dispatchEvent(new CustomEvent("rt-rewrite", { detail: one, bubbles: true })),
    });
  }

  async #edit(mine: string | null): Promise<void> {
    const before = this.editing;
    this.editing = mine;
    await this.updateComplete;
    if (mine !== null) this.querySelector<HTMLElement>("rt-edit textarea")?.focus();
    else this.#go(this.#messages().find((message) => message.dataset.key === this.#keyOf(before)));
  }

  #keyOf(mine: string | null): string | undefined {
    return this.state.items.find((item) => item.mine === mine)?.key;
  }

  #messages(): readonly HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(".talk > li")];
  }

  #go(message: HTMLElement | undefined): void {
    if (!message) return;
    this.current = message.dataset.key ?? null;
    message.focus();
  }

  #focused = (event: FocusEvent): void => {
    const message = (event.target as Element).closest<HTMLElement>(".talk > li");
    this.current = message?.dataset.key ?? this.current;
  };

  #keys = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement;
    const message = target.closest<HTMLElement>(".talk > li");
    if (!message || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && target !== message && !target.closest("rt-edit"))
      return message.focus();
    if (target !== message) return;
    if (this.#act(event, message)) event.preventDefault();
  };

  /** A key on a message itself. */
  #act(event: KeyboardEvent, message: HTMLElement): boolean {
    const step = STEPS[event.key];
    if (step !== undefined) {
      this.#step(message, step);
      return true;
    }
    const item = this.state.items.find((one) => one.key === message.dataset.key);
    if (!item) return false;
    if (event.key === "Enter" && hasActions(item, this.session)) {
      openSheet(message, { is: "actions", key: item.key });
      return true;
    }
    if (event.code === "KeyL") toggleHeard(this.session, item);
    return event.code === "KeyL";
  }

  #step(from: HTMLElement, step: number): void {
    const messages = this.#messages();
    const to = messages.indexOf(from) + step;
    this.#go(messages[Math.min(messages.length - 1, Math.max(0, to))]);
  }
}

customElements.define("rt-log", Log);
