// Counts messages of others that a reader has not come to yet, and those that a lost connection
// brought late.

import type { RoomState } from "../../engine/state";

/** What is waiting below. */
export interface Counts {
  /** New ones below what is read. */
  readonly unseen: number;
  /** Those of a reconnection. */
  readonly missed: number;
}

export class Unseen {
  /** The newest number that was seen; `null` before the first look. */
  #seen: number | null = null;
  #newest = 0;
  /** The newest number when the connection was lost; `null` while it is not. */
  #before: number | null = null;
  #missed = 0;
  #firstMissed = 0;
  #told: Counts = { unseen: 0, missed: 0 };

  constructor(private readonly tell: (counts: Counts) => void) {}

  /** The number of the first message that was missed. */
  get firstMissed(): number {
    return this.#firstMissed;
  }

  /** The connection is not there. */
  lost(state: RoomState): void {
    if (this.#seen !== null) this.#before ??= newest(state);
  }

  /** Looks at what has arrived. True when a reconnection brought something. */
  look(state: RoomState, atEnd: boolean): boolean {
    this.#newest = newest(state);
    const missed = this.#reconnected(state);
    if (this.#seen === null || (atEnd && !missed)) this.#seen = this.#newest;
    const seen = this.#seen;
    this.#say({ unseen: others(state, seen).length, missed: this.#missed });
    return missed;
  }

  /** The reader has come to the end. */
  seen(): void {
    if (this.#seen === null) return;
    this.#seen = this.#newest;
    this.#missed = 0;
    this.#say({ unseen: 0, missed: 0 });
  }

  /** The reader goes to what was missed. */
  read(): void {
    this.#missed = 0;
    this.#say({ ...this.#told, missed: 0 });
  }

  #reconnected(state: RoomState): boolean {
    if (this.#before === null) return false;
    const late = others(state, this.#before);
    this.#before = null;
    this.#missed = late.length;
    this.#firstMissed = late[0] ?? 0;
    return late.length > 0;
  }

  #say(counts: Counts): void {
    if (counts.unseen === this.#told.unseen && counts.missed === this.#told.missed) return;
    this.#told = counts;
    this.tell(counts);
  }
}

function newest(state: RoomState): number {
  return state.items.reduce((most, item) => Math.max(most, item.number ?? 0), 0);
}

/** Numbers of others' messages after a number. */
function others(state: RoomState, after: number): readonly number[] {
  return state.items.flatMap((item) =>
    item.mine === null && item.number !== null && item.number > after ? [item.number] : [],
  );
}
