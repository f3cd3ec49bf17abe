// What is on the screen: the types that views render, and nothing that computes them.
//
// `reducer.ts` folds frames into a `Fold`, one slice a lane; `picture.ts` merges the slices into
// the `RoomState` below. To show something new: a field here, its slice in `fold.ts`, its arm in
// `reducer.ts`, its line in `picture.ts`.

import type {
  Act,
  Belonging,
  Event,
  HoldReason,
  Language,
  MessageNumber,
  Nonce,
  PauseReason,
  PhaseIndex,
  Position,
  ProposalId,
  Reason,
  Refusal,
  Role,
  Said,
  SeatNo,
  Settings,
  Span,
  Stage,
  Timestamp,
  WireLane,
  WireVerdict,
} from "../wire";

/** Who I am in this room. Name and languages are `null` or empty until introduced. */
export interface Me {
  readonly seat: SeatNo;
  readonly role: Role;
  readonly belonging: Belonging;
  readonly name: string | null;
  readonly writes: Language | null;
  readonly reads: readonly Language[];
}

/** Somebody's seat, mine included. `belonging` is known where it is public or I facilitate. */
export interface Seat {
  readonly seat: SeatNo;
  readonly role: Role;
  readonly name: string | null;
  readonly belonging: Belonging | null;
  readonly writes: Language | null;
  readonly left: boolean;
  readonly here: boolean;
}

/** The phase that runs. While the room is paused `ends` is `null` and `left` says what remained. */
export interface CurrentPhase {
  readonly index: PhaseIndex;
  readonly ends: Timestamp | null;
  readonly left: Span | null;
}

/** Why and by whom the room is paused. */
export interface Pause {
  readonly by: SeatNo;
  readonly reason: PauseReason;
  readonly at: Timestamp;
}

/**
 * The one visible state of a message.
 *
 * `sending`, `failed`, `waiting`, `returned` and `erased` are seen by the author alone. Details
 * (`reason`, `note`, `by`, `until`) are `null` or empty for those who may not know them.
 */
export type ItemState =
  | { readonly is: "sending" }
  | { readonly is: "failed"; readonly refusal: Refusal }
  | { readonly is: "waiting"; readonly why: HoldReason | null }
  | { readonly is: "published" }
  | {
      readonly is: "returned";
      readonly reason: Reason;
      readonly note: string | null;
      readonly by: SeatNo;
    }
  | {
      readonly is: "removed";
      readonly reason: Reason | null;
      readonly note: string | null;
      readonly by: readonly SeatNo[];
    }
  | {
      readonly is: "hidden";
      readonly reason: Reason | null;
      readonly note: string | null;
      readonly by: SeatNo | null;
    }
  | { readonly is: "withdrawn"; readonly until: Timestamp | null }
  | { readonly is: "erased" };

/** A change of my own message that is on its way to the server. */
export type PendingChange = "edit" | "withdraw" | "undo_withdraw";

/** "I hear you": how many, whether I do, and, for my own messages, who. */
export interface Heard {
  readonly count: number;
  readonly mine: boolean;
  readonly by: readonly SeatNo[];
}

/** One place in the conversation: a message or what is left of it. */
export interface Item {
  /** Stable for lists: does not change when the message is published. */
  readonly key: string;
  /** Its public number; `null` until published. */
  readonly number: MessageNumber | null;
  /** My name for it; `null` when it is not mine. */
  readonly mine: Nonce | null;
  readonly seat: SeatNo;
  /** When it was published or, until then, sent. */
  readonly at: Timestamp;
  readonly said: Said;
  readonly state: ItemState;
  /** What I asked for that is not answered yet. */
  readonly pending: PendingChange | null;
  readonly heard: Heard;
}

/** A decision that takes effect at `due` unless it is taken back. */
export interface Decision {
  readonly verdict: WireVerdict;
  readonly reason: Reason | null;
  readonly note: string | null;
  readonly by: SeatNo;
  readonly due: Timestamp;
}

/** A message on the facilitators' desk. */
export interface DeskItem {
  readonly desk: Position;
  readonly seat: SeatNo;
  readonly said: Said;
  readonly why: HoldReason | null;
  /** Since when its author waits. */
  readonly since: Timestamp;
  readonly decision: Decision | null;
}

/** A grave act and what became of it. */
export interface ProposalItem {
  readonly proposal: ProposalId;
  readonly act: Act;
  readonly by: SeatNo;
  readonly at: Timestamp;
  readonly due: Timestamp;
  readonly state: "open" | "seconded" | "declined" | "expired" | "dropped";
  /** Who seconded or declined. */
  readonly answeredBy: SeatNo | null;
}

/** One line of "what we did", for facilitators; the event says what. */
export interface Deed {
  readonly key: string;
  readonly at: Timestamp;
  readonly lane: WireLane;
  readonly pos: Position;
  readonly event: Event;
  /** Whose message it was about, where that is known. */
  readonly about: SeatNo | null;
}

/** Everything that a room shows. */
export interface RoomState {
  /** `null` until the first welcome. */
  readonly me: Me | null;
  readonly settings: Settings | null;
  readonly stage: Stage;
  readonly phase: CurrentPhase | null;
  readonly pause: Pause | null;
  /** After the close: did it end before its last phase? */
  readonly endedEarly: boolean;
  /** By seat number, in order of arrival. */
  readonly seats: ReadonlyMap<SeatNo, Seat>;
  /** Observers connected now. */
  readonly observers: number;
  /** Published ones in order of publication, then my own unpublished in order of sending. */
  readonly items: readonly Item[];
  /** For facilitators: what waits, the oldest first. */
  readonly desk: readonly DeskItem[];
  readonly proposals: readonly ProposalItem[];
  /** For facilitators: the last 50 acts, the newest last. */
  readonly deeds: readonly Deed[];
  /** All that was missed has arrived; false between a welcome and its end. */
  readonly caughtUp: boolean;
}
