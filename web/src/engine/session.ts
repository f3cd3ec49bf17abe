// One seat's live connection to its room: what views hold on to.

import type {
  Act, Belonging, Kind, Language, MessageNumber, Nonce, PauseReason, Position, ProposalId, Reason,
  Refusal, WireCommand,
} from "../wire";
import type { RoomState } from "./state";

/** Where the connection is. `since` says since when it is so. */
export type ConnectionState =
  | { readonly is: "connecting"; readonly since: number; readonly lostAt: number | null }
  | { readonly is: "live"; readonly since: number; readonly way: "socket" | "stream" }
  | { readonly is: "waiting"; readonly since: number; readonly lostAt: number | null; readonly retryAt: number }
  | { readonly is: "ended"; readonly since: number; readonly why: string };

/** A command on its way. `answer` is `null` when it was done and the refusal when a rule said no. */
export interface Sent {
  readonly nonce: Nonce;
  readonly answer: Promise<Refusal | null>;
}

/** What is said: the kind, the language, the text and what its author says before it. */
export interface Words {
  readonly kind: Kind;
  readonly language: Language;
  readonly text: string;
  readonly contentNote?: string | null;
}

export interface RefusedCommand {
  readonly nonce: Nonce;
  readonly command: WireCommand;
  readonly refusal: Refusal;
}

export declare class RoomSession {
  /** With the browser's own clock, storage, network and address bar. Call `start()` afterwards. */
  static open(handle: string): RoomSession;

  readonly handle: string;
  get state(): RoomState;
  get connection(): ConnectionState;
  /** Commands not answered yet, the oldest first. */
  get unanswered(): number;
  /** The last command that a rule refused, other than a message (which shows its own state). */
  get lastRefusal(): RefusedCommand | null;
  readonly drafts: Drafts;
  /** The server's time as far as known, in milliseconds. */
  now(): number;
  /** Called after every change; returns the way to stop. */
  subscribe(listener: () => void): () => void;
  start(): void;
  stop(): void;
  /** Tries at once, also after an end. */
  reconnect(): void;

  say(words: Words): Sent;
  /** Sends a failed message again as it is. */
  retry(mine: Nonce): Sent | null;
  /** Sends a message on although the rules asked to reconsider. */
  insist(mine: Nonce): Sent | null;
  /** Forgets a failed message. */
  discard(mine: Nonce): void;
  edit(mine: Nonce, text: string, contentNote?: string | null): Sent;
  withdraw(mine: Nonce): Sent | null;
  undoWithdraw(mine: Nonce): Sent;
  hear(number: MessageNumber): Sent;
  unhear(number: MessageNumber): Sent;
  approve(desk: Position): Sent;
  returnIt(desk: Position, reason: Reason, note?: string | null): Sent;
  remove(desk: Position, reason: Reason, note?: string | null): Sent;
  undoDecision(desk: Position): Sent;
  hide(number: MessageNumber, reason: Reason, note?: string | null): Sent;
  show(number: MessageNumber): Sent;
  pause(reason: PauseReason): Sent;
  resume(): Sent;
  /** The phase the facilitator sees is sent along, so that two presses move one phase. */
  nextPhase(): Sent;
  previousPhase(): Sent;
  movePhaseEnd(minutes: number): Sent;
  propose(act: Act): Sent;
  second(proposal: ProposalId): Sent;
  decline(proposal: ProposalId): Sent;
  introduce(name: string, belonging: Belonging, writes: Language, reads: readonly Language[]): Sent;
  leave(): Sent;
  close(): Sent;

  /** Forgets drafts, outbox and cookie and replaces this page with an empty one. */
  leaveQuickly(): void;
}

/** Texts begun and not sent, by place: `composer`, `edit:<nonce>`, `return:<desk>` … This tab only. */
export interface Drafts {
  get(place: string): string;
  set(place: string, text: string): void;
  clear(place: string): void;
}
