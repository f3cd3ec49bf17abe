// What a page with a conversation does, whoever it is for: it joins the list and the dock.

import type { PropertyDeclarations } from "lit";
import type { Item } from "../../engine/state";
import { SessionView } from "../view";
import type { Composer } from "./composer";
import type { Log } from "./log";
import type { Counts } from "./unseen";

export class Conversation extends SessionView {
  static override properties: PropertyDeclarations = { counts: { state: true } };
  /** What waits below. */
  declare counts: Counts;

  constructor() {
    super();
    this.counts = { unseen: 0, missed: 0 };
    this.addEventListener("rt-said", () => this.#log?.toLatest());
  }

  get #log(): Log | null {
    return this.querySelector<Log>("rt-log");
  }

  readonly toLatest = (): void => this.#log?.toLatest();
  readonly toMissed = (): void => this.#log?.toMissed();

  protected readonly counted = (event: CustomEvent<Counts>): void => {
    this.counts = event.detail;
  };

  /** A message that was not sent goes back to the place where it was written. */
  protected readonly rewrite = (event: CustomEvent<Item>): void => {
    this.querySelector<Composer>("rt-composer")?.take(event.detail);
  };
}
