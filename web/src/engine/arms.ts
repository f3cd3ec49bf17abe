// A table with one small function for each event of a lane: the shape of `fold_*.ts`.

import type { Event, Position, Timestamp, WireLane } from "../wire";
import type { Deed } from "./state";

/** The name of an event. */
export type EventName = Event["event"];

/** The event of a name. */
export type EventOf<K extends EventName> = Extract<Event, { event: K }>;

/** Where and when an event stands. */
export interface Place {
  readonly lane: WireLane;
  readonly pos: Position;
  readonly at: Timestamp;
}

/** For each event of a lane: what it makes of the lane's slice. */
export type Arms<S, K extends EventName> = {
  readonly [N in K]: (slice: S, event: EventOf<N>, place: Place) => S;
};

/** Applies the event's arm. One that this page does not know changes nothing. */
export function applyArm<S, K extends EventName>(
  arms: Arms<S, K>,
  slice: S,
  event: Event,
  place: Place,
): S {
  if (!Object.hasOwn(arms, event.event)) return slice;
  const arm = arms[event.event as K] as (slice: S, event: Event, place: Place) => S;
  return arm(slice, event, place);
}

/** An act, for "what we did". */
export function deed(event: Event, place: Place, about: number | null = null): Deed {
  return { ...place, key: `${place.lane}:${place.pos}`, event, about };
}
