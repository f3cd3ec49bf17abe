// Messages that wait: the oldest first, one open, decided with one key.
//
// Keys work only while the list has the focus, and by their place on the keyboard (`event.code`),
// because other layouts have other letters there.

import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { DeskItem } from "../../engine/state";
import type { Position } from "../../wire";
import { minutesAndSeconds } from "../clock";
import { SessionView, Tick } from "../view";
import { t } from "../words";
import { type CardWays, deskCard } from "./held-card";
import type { Why } from "./reason";

/** What a decision needs: nothing more, or a reason first. */
type Asking = "return" | "remove";

export class HeldList extends SessionView {
  static override properties = {
    chosen: { state: true },
    asking: { state: true },
  };
  /** The message that is open; the oldest undecided one if `null`. */
  declare chosen: Position | null;
  /** The reason that is being asked for the open message. */
  declare asking: Asking | null;

  constructor() {
    super();
    this.chosen = null;
    this.asking = null;
    new Tick(this, 1_000);
  }

  get #undecided(): readonly DeskItem[] {
    return this.state.desk.filter((item) => item.decision === null);
  }

  /** The open one. */
  get #open(): DeskItem | undefined {
    const open = this.#undecided;
    return open.find((item) => item.desk === this.chosen) ?? open[0];
  }

  protected override render(): TemplateResult {
    const { desk } = this.state;
    const oldest = this.#undecided[0];
    return html`<div class="panel" data-region>
      <div class="panel-h"><h2 id="h-held">${t("held-title")} <span class="count num">${this.#undecided.length}</span></h2>
        ${oldest ? html`<span class="tag-held num">${t("held-oldest", { clock: this.#waits(oldest) })}</span>` : nothing}</div>
      <div class="cards" role="group" aria-label=${t("held-list")} tabindex="0" data-stop data-test="held-list" @keydown=${this.#keys}>
        ${repeat(
          desk,
          (item) => item.desk,
          (item) => deskCard(item, this.#ways(item)),
        )}
        ${desk.length === 0 ? html`<p class="dim">${this.#strict ? t("held-empty") : t("held-later")}</p>` : nothing}
      </div>
      ${desk.length > 0 ? html`<p class="hint side-link keys-hint">${t("keys-hint-next")} <kbd>J</kbd> <kbd>K</kbd></p>` : nothing}
    </div>`;
  }

  get #strict(): boolean {
    const { settings, phase } = this.state;
    return settings?.agenda[phase?.index ?? -1]?.screening === "strict";
  }

  #waits(item: DeskItem): string {
    return minutesAndSeconds(this.session.now() - item.since);
  }

  #ways(item: DeskItem): CardWays {
    return {
      session: this.session,
      open: item === this.#open,
      asking: item === this.#open ? this.asking : null,
      waits: this.#waits(item),
      choose: () => this.#choose(item.desk),
      approve: () => this.#approve(item.desk),
      ask: (asking) => this.#ask(asking),
      decide: (why) => this.#decide(item.desk, why),
    };
  }

  #choose(desk: Position | null): void {
    this.chosen = desk;
    this.asking = null;
  }

  #approve(desk: Position): void {
    this.session.approve(desk);
    this.#rest();
  }

  #decide(desk: Position, { reason, note }: Why): void {
    if (this.asking === "return") this.session.returnIt(desk, reason, note);
    else this.session.remove(desk, reason, note);
    this.#rest();
  }

  /** On to the next; the focus stays with the list. */
  #rest(): void {
    this.#choose(null);
    this.querySelector<HTMLElement>(".cards")?.focus({ preventScroll: true });
  }

  async #ask(asking: Asking | null): Promise<void> {
    this.asking = asking;
    await this.updateComplete;
    if (asking === null) this.querySelector<HTMLElement>(".cards")?.focus();
    else this.querySelector<HTMLElement>("rt-reason")?.focus();
  }

  #step(by: number): void {
    const open = this.#undecided;
    const to = open.findIndex((item) => item.desk === this.#open?.desk) + by;
    const next = open[Math.min(open.length - 1, Math.max(0, to))];
    if (next) this.#choose(next.desk);
  }

  #undo(): void {
    const mine = this.state.desk.filter((item) => item.decision !== null);
    const last = mine
      .sort((one, other) => (one.decision?.due ?? 0) - (other.decision?.due ?? 0))
      .at(-1);
    if (last) this.session.undoDecision(last.desk);
  }

  #keys = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const act = this.#acts[event.code];
    if (!act) return;
    event.preventDefault();
    act();
  };

  readonly #acts: Readonly<Record<string, () => void>> = {
    KeyA: () => this.#open && this.#approve(this.#open.desk),
    KeyR: () => this.#open && void this.#ask("return"),
    KeyX: () => this.#open && void this.#ask("remove"),
    KeyZ: () => this.#undo(),
    KeyJ: () => this.#step(1),
    ArrowDown: () => this.#step(1),
    KeyK: () => this.#step(-1),
    ArrowUp: () => this.#step(-1),
  };
}

customElements.define("rt-held", HeldList);
