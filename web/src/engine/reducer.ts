// The pure reducer: what is on screen, folded from frames.
//
// Idempotent by lane position: what was seen is ignored, and so is what comes after a gap, which
// the session sees with `placeOf` and mends by connecting again. Each event touches the slice of
// its own lane only. To add one: a line in the table of its lane, `fold_<lane>.ts`; the check at
// the end of this file does not compile until it is there.

import type { Positions, ServerFrame } from "../wire";
import { applyArm, type EventName } from "./arms";
import type { Fold } from "./fold";
import { DESK_ARMS, type DeskName } from "./fold_facilitators";
import { MY_ARMS, type MyName } from "./fold_mine";
import { PUBLIC_ARMS, type PublicName } from "./fold_public";

/** An event and where it stands. */
export type Placed = Extract<ServerFrame, { type: "event" }>;

/** Is this the next event of its lane, one seen before, or one after something missing? */
export function placeOf(positions: Positions, { lane, pos }: Placed): "next" | "seen" | "gap" {
  const last = positions[lane];
  if (pos <= last) return "seen";
  return pos === last + 1 ? "next" : "gap";
}

/** Does the server know less than we do? Then our picture is of another room. */
export function isBehind(heads: Positions, ours: Positions): boolean {
  const lanes = Object.keys(ours) as (keyof Positions)[];
  return lanes.some((lane) => heads[lane] < ours[lane]);
}

/** One frame more. */
export function reduce(fold: Fold, frame: ServerFrame): Fold {
  switch (frame.type) {
    case "welcome":
      return { ...fold, seat: frame.seat, role: frame.role, caughtUp: false };
    case "event":
      return placeOf(fold.positions, frame) === "next" ? reduceEvent(fold, frame) : fold;
    case "caught_up":
      return { ...fold, caughtUp: true };
    case "presence":
      return { ...fold, here: new Set(frame.here), observers: frame.observers };
    case "done":
    case "refused":
    case "bye":
      return fold; // read by the outbox and the connection
  }
  return unknown(frame, fold);
}

function reduceEvent(fold: Fold, { lane, pos, at, event }: Placed): Fold {
  const place = { lane, pos, at };
  const moved = { ...fold, positions: { ...fold.positions, [lane]: pos } };
  switch (lane) {
    case "all":
      return { ...moved, everybody: applyArm(PUBLIC_ARMS, fold.everybody, event, place) };
    case "facilitators":
      return { ...moved, facilitators: applyArm(DESK_ARMS, fold.facilitators, event, place) };
    case "seat":
      return { ...moved, mine: applyArm(MY_ARMS, fold.mine, event, place) };
    case "interpreters":
      return moved; // nothing stands in it yet
  }
  return unknown(lane, fold);
}

/** A newer server may say more than this page understands; the compiler may not. */
function unknown<T>(_: never, same: T): T {
  return same;
}

type Missing = Exclude<EventName, PublicName | DeskName | MyName>;
const everyEventHasItsArm: [Missing] extends [never] ? true : Missing = true;
void everyEventHasItsArm;
