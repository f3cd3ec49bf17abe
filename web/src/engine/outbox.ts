// Commands that are not answered yet, in order, under their nonces.
//
// Nothing leaves the outbox before the server said `done`, so a cut, a reload or a restart loses
// nothing; the nonce makes sending again harmless. Words go one after another, so that a message
// which the server was too busy to take is never overtaken by the next.

import type { Nonce, Refusal, Timestamp, WireCommand } from "../wire";
import { Keep, type Store } from "./keep";

/** As many as are kept. */
export const OUTBOX_LIMIT = 64;
/** As many as the server takes unanswered. */
export const IN_FLIGHT_LIMIT = 16;

/** One command and what is known of it. */
export interface Pending {
  readonly nonce: Nonce;
  readonly command: WireCommand;
  readonly since: Timestamp;
  /** A rule said no: kept for its author to change, send again or discard. */
  readonly refusal: Refusal | null;
  /** Durable, but not seen in the room yet. */
  readonly done: boolean;
}

const WORDS: ReadonlySet<WireCommand["do"]> = new Set(["say", "edit", "withdraw", "undo_withdraw"]);

export class Outbox {
  readonly #keep: Keep<Pending[]>;
  #pending: readonly Pending[];
  readonly #inFlight = new Set<Nonce>();
  /** Sent at least once, so the server may know it. After a reload nobody can tell: all are. */
  readonly #tried: Set<Nonce>;

  constructor(store: Store | null, key: string) {
    this.#keep = new Keep(store, key);
    this.#pending = this.#keep.read() ?? [];
    this.#tried = new Set(this.#pending.map(({ nonce }) => nonce));
  }

  /** All, the oldest first. */
  get pending(): readonly Pending[] {
    return this.#pending;
  }

  /** Those that still need an answer. */
  get unanswered(): readonly Pending[] {
    return this.#pending.filter(isUnanswered);
  }

  /** Is anything on its way to the server? */
  get expecting(): boolean {
    return this.#inFlight.size > 0;
  }

  /** Puts a command at the end; `false` when there are too many. */
  add(nonce: Nonce, command: WireCommand, since: Timestamp): boolean {
    if (this.#pending.length >= OUTBOX_LIMIT) return false;
    this.#save([...this.#pending, { nonce, command, since, refusal: null, done: false }]);
    return true;
  }

  /** What may be sent now; it counts as sent. */
  take(): readonly Pending[] {
    const taken: Pending[] = [];
    let wordsWait = false;
    for (const pending of this.unanswered) {
      const words = WORDS.has(pending.command.do);
      const free = !this.#inFlight.has(pending.nonce) && !(words && wordsWait);
      wordsWait ||= words;
      if (!free) continue;
      if (this.#inFlight.size >= IN_FLIGHT_LIMIT) break;
      this.#inFlight.add(pending.nonce);
      this.#tried.add(pending.nonce);
      taken.push(pending);
    }
    return taken;
  }

  /** The connection is gone: whatever was sent is sent again. */
  recall(): void {
    this.#inFlight.clear();
  }

  /** Not now, later: it keeps its place. */
  postpone(nonce: Nonce): void {
    this.#inFlight.delete(nonce);
  }

  /** It is durable. A message stays until it is seen in the room, so that it is always visible. */
  done(nonce: Nonce): Pending | null {
    return this.#answer(nonce, (pending) =>
      pending.command.do === "say" ? { ...pending, done: true } : null,
    );
  }

  /** A rule said no. A message stays with its author; other commands are over. */
  refused(nonce: Nonce, refusal: Refusal): Pending | null {
    return this.#answer(nonce, (pending) =>
      pending.command.do === "say" ? { ...pending, refusal } : null,
    );
  }

  /** A message that was refused goes to the end of the queue, as it is or changed. */
  again(nonce: Nonce, command: WireCommand, since: Timestamp): void {
    const rest = this.#pending.filter((pending) => pending.nonce !== nonce);
    this.#save([...rest, { nonce, command, since, refusal: null, done: false }]);
  }

  /** Is it here and does the server know nothing of it? Then it can simply be dropped. */
  isUnknownToServer(nonce: Nonce): boolean {
    const pending = this.find(nonce);
    return pending !== null && (pending.refusal !== null || !this.#tried.has(nonce));
  }

  /** One of these commands, if it is here. */
  find(nonce: Nonce): Pending | null {
    return this.#pending.find((pending) => pending.nonce === nonce) ?? null;
  }

  /** Forgets one: it is seen in the room, or its author discards it. */
  drop(nonce: Nonce): Pending | null {
    return this.#answer(nonce, () => null);
  }

  /** Forgets all. */
  wipe(): void {
    this.#inFlight.clear();
    this.#pending = [];
    this.#keep.wipe();
  }

  #answer(nonce: Nonce, becomes: (pending: Pending) => Pending | null): Pending | null {
    const found = this.find(nonce);
    if (!found) return null;
    this.#inFlight.delete(nonce);
    this.#save(
      this.#pending.flatMap((pending) => (pending === found ? (becomes(found) ?? []) : pending)),
    );
    return found;
  }

  #save(pending: readonly Pending[]): void {
    this.#pending = pending;
    const unseen = pending.filter((one) => !one.done);
    if (unseen.length === 0) this.#keep.wipe();
    else this.#keep.write(unseen);
  }
}

function isUnanswered({ refusal, done }: Pending): boolean {
  return refusal === null && !done;
}
