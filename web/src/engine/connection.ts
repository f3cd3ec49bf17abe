// Keeps one connection to the room, whatever the network does.
//
// A state machine without a network of its own: tickets, transports, clock and chance are given to
// it. Every connection takes a fresh ticket and resumes from the last lane positions.

import type { CloseCode, Positions, ServerFrame } from "../wire";
import { ApiError } from "./api";
import { type Open, type Outgoing, PROTOCOL, type Transport, type Way } from "./transport";

/** Where the connection is; `since` says since when, `lostAt` since when nothing comes in. */
export type ConnectionState =
  | { readonly is: "connecting"; readonly since: number; readonly lostAt: number | null }
  | { readonly is: "live"; readonly since: number; readonly way: Way }
  | {
      readonly is: "waiting";
      readonly since: number;
      readonly lostAt: number | null;
      readonly retryAt: number;
    }
  | { readonly is: "ended"; readonly since: number; readonly why: EndReason };

/** Why it does not come back by itself. */
export type EndReason = CloseCode | "seat_unknown" | "stopped";

/** What a connection needs of the world. */
export interface World {
  ticket(): Promise<string>;
  readonly ways: Readonly<Record<Way, Open>>;
  now(): number;
  /** Calls later; returns the way to prevent it. */
  after(ms: number, call: () => void): () => void;
  /** A number from 0 up to 1. */
  random(): number;
}

/** Who it works for. */
export interface Owner {
  positions(): Positions;
  /** Does anybody wait for an answer? Then silence means that the line is dead. */
  expecting(): boolean;
  frame(frame: ServerFrame): void;
  changed(): void;
}

/** Seconds between attempts; the last one repeats. */
const BACKOFF_S = [1, 2, 4, 8, 15] as const;
const WELCOME_MS = 10_000;
const STREAM_SILENCE_MS = 45_000;
const ANSWER_SILENCE_MS = 20_000;
/** So many openings without a welcome, and the other way is tried. */
const PATIENCE = 2;
/** Ends that would only repeat themselves. */
const FINAL: ReadonlySet<CloseCode | null> = new Set([
  "not_text",
  "bad_frame",
  "too_big",
  "bad_hello",
  "replaced",
]);

export class Connection {
  #state: ConnectionState;
  #transport: Transport | null = null;
  #way: Way = "socket";
  #turn = 0;
  #attempts = 0;
  #unwelcomed = 0;
  #freshTickets = 0;
  #lostAt: number | null = null;
  #cancelRetry = () => {};
  #cancelSilence = () => {};

  constructor(
    private readonly world: World,
    private readonly owner: Owner,
  ) {
    this.#state = { is: "ended", since: world.now(), why: "stopped" };
  }

  get state(): ConnectionState {
    return this.#state;
  }

  /** Connects, or tries again at once. A live connection is left alone. */
  start(): void {
    if (this.#state.is === "live" || this.#state.is === "connecting") return;
    void this.#connect();
  }

  /** Lets go and connects anew: something was missed. */
  restart(): void {
    if (this.#state.is !== "ended") this.#retry();
  }

  /** Ends it for good. */
  stop(): void {
    this.#end("stopped");
  }

  /** The network is back, or the page is looked at again: no need to wait any longer. */
  wake(): void {
    if (this.#state.is === "waiting") void this.#connect();
  }

  /** After a long sleep a connection may look alive and be dead: resuming costs little. */
  renew(): void {
    if (this.#state.is === "live") void this.#connect();
    else this.wake();
  }

  /** Sends, if there is a live connection. */
  send(commands: readonly Outgoing[]): void {
    if (this.#state.is !== "live" || commands.length === 0) return;
    this.#transport?.send(commands);
    this.#listen();
  }

  get isLive(): boolean {
    return this.#state.is === "live";
  }

  async #connect(): Promise<void> {
    const turn = this.#release();
    this.#to({ is: "connecting", since: this.world.now(), lostAt: this.#lostAt });
    try {
      const ticket = await this.world.ticket();
      if (turn === this.#turn) this.#open(ticket, turn);
    } catch (error) {
      if (turn === this.#turn) this.#noTicket(error);
    }
  }

  #noTicket(error: unknown): void {
    if (error instanceof ApiError && error.status === 401) this.#end("seat_unknown");
    else this.#retry();
  }

  #open(ticket: string, turn: number): void {
    const current = <A extends unknown[]>(call: (...args: A) => void) => {
      return (...args: A) => {
        if (turn === this.#turn) call(...args);
      };
    };
    this.#unwelcomed += 1;
    this.#transport = this.world.ways[this.#way](
      { type: "hello", protocol: PROTOCOL, ticket, resume: this.owner.positions() },
      {
        frame: current((frame: ServerFrame) => this.#read(frame)),
        alive: current(() => this.#listen()),
        closed: current((why: CloseCode | null) => this.#closed(why)),
      },
    );
    this.#listen();
  }

  #read(frame: ServerFrame): void {
    if (frame.type === "welcome") this.#unwelcomed = 0;
    if (frame.type === "caught_up") this.#live();
    if (frame.type === "bye") this.#bye(frame.why, frame.retry_ms ?? null);
    else this.owner.frame(frame);
    if (this.#transport) this.#listen(); // what was expected may have come
  }

  #live(): void {
    this.#attempts = 0;
    this.#freshTickets = 0;
    this.#lostAt = null;
    this.#to({ is: "live", since: this.world.now(), way: this.#way });
  }

  #bye(why: CloseCode, retryMs: number | null): void {
    if (retryMs !== null) this.#retry(retryMs);
    else if (why === "bad_ticket") this.#closed(why);
    else this.#end(why);
  }

  #closed(why: CloseCode | null): void {
    if (why !== null && FINAL.has(why)) this.#end(why);
    else if (why === "bad_ticket") this.#newTicket();
    else this.#cut();
  }

  /** The way is open, only the ticket was not good: another one, at once for the first time. */
  #newTicket(): void {
    this.#unwelcomed = 0;
    this.#freshTickets += 1;
    if (this.#freshTickets === 1) void this.#connect();
    else this.#retry();
  }

  #cut(): void {
    if (this.#unwelcomed >= PATIENCE) this.#otherWay();
    this.#retry();
  }

  #otherWay(): void {
    this.#way = this.#way === "socket" ? "stream" : "socket";
    this.#unwelcomed = 0;
  }

  #retry(ms: number = this.#backoff()): void {
    const turn = this.#release();
    const now = this.world.now();
    this.#lostAt ??= now;
    this.#to({ is: "waiting", since: now, lostAt: this.#lostAt, retryAt: now + ms });
    this.#cancelRetry = this.world.after(ms, () => {
      if (turn === this.#turn) void this.#connect();
    });
  }

  #backoff(): number {
    const seconds = BACKOFF_S[Math.min(this.#attempts, BACKOFF_S.length - 1)] ?? 15;
    this.#attempts += 1;
    return Math.round(seconds * 1_000 * (0.75 + 0.5 * this.world.random()));
  }

  #end(why: EndReason): void {
    this.#release();
    this.#to({ is: "ended", since: this.world.now(), why });
  }

  /** Lets go of whatever is open or planned; what still comes of it is not heard. */
  #release(): number {
    this.#cancelRetry();
    this.#cancelSilence();
    this.#transport?.close();
    this.#transport = null;
    this.#turn += 1;
    return this.#turn;
  }

  /** From now on so much silence means that the line is dead. */
  #listen(): void {
    this.#cancelSilence();
    const ms = this.#patience();
    if (ms === null) return;
    const turn = this.#turn;
    this.#cancelSilence = this.world.after(ms, () => {
      if (turn === this.#turn) this.#closed(null);
    });
  }

  #patience(): number | null {
    if (this.#state.is !== "live") return WELCOME_MS;
    if (this.owner.expecting()) return ANSWER_SILENCE_MS;
    return this.#way === "stream" ? STREAM_SILENCE_MS : null;
  }

  #to(state: ConnectionState): void {
    this.#state = state;
    this.owner.changed();
  }
}
