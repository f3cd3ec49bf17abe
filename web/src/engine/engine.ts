// How a session works: it ties the connection, the outbox and the fold together. Each of them can
// be understood alone; the commands stand in `session.ts`.

import type { Nonce, Refusal, ServerFrame, WireCommand } from "../wire";
import type { Surroundings } from "./browser";
import { Connection, type ConnectionState } from "./connection";
import { COMPOSER, Drafts, placeOfEdit } from "./drafts";
import { EMPTY, type Fold } from "./fold";
import { wipeAll } from "./keep";
import { OUTBOX_LIMIT, Outbox } from "./outbox";
import { picture } from "./picture";
import { isBehind, placeOf, reduce } from "./reducer";
import type { RoomState } from "./state";

/** A command on its way. `answer` is `null` when it was done and the refusal when a rule said no. */
export interface Sent {
  readonly nonce: Nonce;
  readonly answer: Promise<Refusal | null>;
}

/** A command to which a rule said no. */
export interface RefusedCommand {
  readonly nonce: Nonce;
  readonly command: WireCommand;
  readonly refusal: Refusal;
}

/** How long views rest between two changes: a frame of the screen, longer while catching up. */
const CALM_MS = 16;
const CATCHING_UP_MS = 200;

export abstract class Engine {
  readonly drafts: Drafts;
  readonly #around: Surroundings;
  readonly #outbox: Outbox;
  readonly #connection: Connection;
  readonly #listeners = new Set<() => void>();
  readonly #answers = new Map<Nonce, (refusal: Refusal | null) => void>();
  #fold: Fold = EMPTY;
  #picture: RoomState | null = null;
  #offset = 0;
  #lastRefusal: RefusedCommand | null = null;
  #cancelTelling: (() => void) | null = null;
  #unwatch = () => {};

  constructor(
    readonly handle: string,
    around: Surroundings,
  ) {
    this.#around = around;
    this.drafts = new Drafts(around.store, `roundtable.${handle}.drafts`);
    this.#outbox = new Outbox(around.store, `roundtable.${handle}.outbox`);
    this.#connection = new Connection(around.world, {
      positions: () => this.#fold.positions,
      expecting: () => this.#outbox.expecting,
      frame: (frame) => this.#read(frame),
      changed: () => this.#connectionChanged(),
    });
  }

  // ---- what there is to see ----

  /** Everything that the room shows. The same object until something changes. */
  get state(): RoomState {
    this.#picture ??= picture(this.#fold, this.#outbox.pending);
    return this.#picture;
  }

  get connection(): ConnectionState {
    return this.#connection.state;
  }

  /** How many commands have no answer yet. */
  get unanswered(): number {
    return this.#outbox.unanswered.length;
  }

  /** The last refusal of a command that is no message: a message shows its own state. */
  get lastRefusal(): RefusedCommand | null {
    return this.#lastRefusal;
  }

  /** The server's time as far as known. */
  now(): number {
    return this.#around.world.now() + this.#offset;
  }

  /** Called after changes, at most once a screen frame; returns the way to stop. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  // ---- connecting ----

  start(): void {
    this.#unwatch();
    this.#unwatch = this.#around.watch({
      wake: () => this.#connection.wake(),
      lost: () => this.#connection.restart(),
      renewed: () => this.#connection.renew(),
    });
    this.#connection.start();
  }

  stop(): void {
    this.#unwatch();
    this.#connection.stop();
  }

  /** Tries at once, also after an end. */
  reconnect(): void {
    this.start();
  }

  /** Forgets this seat on this device: drafts, outbox, whatever else this tab keeps, cookie. */
  async forget(): Promise<void> {
    this.stop();
    this.drafts.wipe();
    this.#outbox.wipe();
    wipeAll(this.#around.store);
    await this.#around.api.forget(this.handle);
  }

  /** Forgets the seat and is gone, without waiting for anything. */
  leaveQuickly(): void {
    this.forget().catch(() => {}); // offline the cookie stays; the page still goes
    this.#around.disappear();
  }

  // ---- for the commands ----

  /** The phase that this person sees, so that two presses move one phase. */
  protected get phase(): number {
    return this.#fold.everybody.phase?.index ?? 0;
  }

  protected send(command: WireCommand): Sent {
    const nonce = this.#around.newNonce();
    if (this.#outbox.add(nonce, command, this.now())) return this.#sent(nonce);
    const refusal = TOO_MANY;
    this.#rescue(command);
    this.#lastRefusal = { nonce, command, refusal };
    this.#changed();
    return { nonce, answer: Promise.resolve(refusal) };
  }

  /** A message that failed, again and perhaps changed. */
  protected sayAgain(mine: Nonce, changes: Partial<Say>): Sent | null {
    const command = this.#outbox.find(mine)?.command;
    if (command?.do !== "say") return null;
    this.#outbox.again(mine, { ...command, ...changes }, this.now());
    return this.#sent(mine);
  }

  /** Forgets a message that failed. */
  discard(mine: Nonce): void {
    this.#outbox.drop(mine);
    this.#changed();
  }

  /** May the server know this message? */
  protected mayBeKnown(mine: Nonce): boolean {
    return !this.#outbox.isUnknownToServer(mine);
  }

  // ---- how it works ----

  #sent(nonce: Nonce): Sent {
    const answer = new Promise<Refusal | null>((resolve) => this.#answers.set(nonce, resolve));
    this.#flush();
    this.#changed();
    return { nonce, answer };
  }

  #flush(): void {
    if (!this.#connection.isLive) return;
    const out = this.#outbox.take().map(({ nonce, command }) => ({ nonce, command }));
    this.#connection.send(out);
  }

  #read(frame: ServerFrame): void {
    if (frame.type === "event" && placeOf(this.#fold.positions, frame) === "gap") {
      this.#connection.restart();
      return;
    }
    this.#fold = reduce(this.#fold, frame);
    this.#react(frame);
    this.#changed();
  }

  #react(frame: ServerFrame): void {
    switch (frame.type) {
      case "welcome":
        this.#welcomed(frame);
        break;
      case "event":
        if ("mine" in frame.event) this.#seen(frame.event.mine);
        break;
      case "caught_up":
        this.#flush();
        this.#tell();
        break;
      case "done":
        this.#answered(this.#outbox.done(frame.nonce)?.nonce, null);
        break;
      case "refused":
        this.#refused(frame.nonce, frame.refusal);
        break;
      case "presence":
      case "bye":
        break;
    }
  }

  #welcomed({ now, heads }: Extract<ServerFrame, { type: "welcome" }>): void {
    this.#offset = now - this.#around.world.now();
    if (!isBehind(heads, this.#fold.positions)) return;
    this.#fold = EMPTY;
    this.#connection.restart();
  }

  /** My message is in the room's log: it needs its place in the outbox no more. */
  #seen(mine: Nonce): void {
    if (this.#outbox.drop(mine)) this.#answered(mine, null);
  }

  #refused(nonce: Nonce, refusal: Refusal): void {
    if (refusal.code === "busy" || refusal.code === "too_fast") {
      this.#outbox.postpone(nonce);
      this.#around.world.after(Number(refusal.retry_ms), () => this.#flush());
      return;
    }
    const pending = this.#outbox.refused(nonce, refusal);
    if (pending && pending.command.do !== "say") {
      this.#rescue(pending.command);
      this.#lastRefusal = { nonce, command: pending.command, refusal };
    }
    this.#answered(pending?.nonce, refusal);
  }

  #answered(nonce: Nonce | undefined, refusal: Refusal | null): void {
    if (nonce === undefined) return;
    this.#answers.get(nonce)?.(refusal);
    this.#answers.delete(nonce);
    this.#flush();
  }

  /** Words that could not be sent go back to where they were written. */
  #rescue(command: WireCommand): void {
    const place = command.do === "edit" ? placeOfEdit(command.mine) : COMPOSER;
    const hasWords = command.do === "edit" || command.do === "say";
    if (hasWords && this.drafts.get(place) === "") this.drafts.set(place, command.text);
  }

  #connectionChanged(): void {
    if (!this.#connection.isLive) this.#outbox.recall();
    this.#changed();
  }

  #changed(): void {
    this.#picture = null;
    if (this.#cancelTelling) return;
    const ms = this.#fold.caughtUp || this.#fold.seat === null ? CALM_MS : CATCHING_UP_MS;
    this.#cancelTelling = this.#around.world.after(ms, () => this.#tell());
  }

  #tell(): void {
    this.#cancelTelling?.();
    this.#cancelTelling = null;
    this.#picture = null;
    for (const listener of this.#listeners) listener();
  }
}

type Say = Extract<WireCommand, { do: "say" }>;

const TOO_MANY = { code: "too_many_waiting", limit: OUTBOX_LIMIT } as unknown as Refusal;
