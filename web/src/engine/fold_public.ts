// The lane of everybody: what each event makes of it.

import type { Event, MessageNumber, SeatNo } from "../wire";
import { type Arms, deed, type EventName, type Place } from "./arms";
import { change, type PublicSeat, type PublicSlice, type Published, put, remember } from "./fold";

/** Words that may not be shown any more. */
const GONE = { text: null, content_note: null } as const;

/** The events of this lane. */
export type PublicName = Extract<
  EventName,
  | "scheduled"
  | "seat_admitted"
  | "seat_introduced"
  | "seat_role_changed"
  | "seat_left"
  | "opened"
  | "phase_began"
  | "phase_end_moved"
  | "paused"
  | "resumed"
  | "closed"
  | "message"
  | "message_hidden"
  | "message_removed"
  | "message_withdrawn"
  | "heard"
>;

export const PUBLIC_ARMS: Arms<PublicSlice, PublicName> = {
  scheduled: (slice, { settings }) => ({ ...slice, settings }),

  seat_admitted: (slice, { seat, role, belonging }) =>
    withSeat(slice, seat, { role, belonging, name: null, writes: null, left: false }),
  seat_introduced: (slice, { seat, role, belonging, name, writes }) =>
    withSeat(slice, seat, { role, belonging, name, writes, left: false }),
  seat_role_changed: (slice, { seat, role }) => ({
    ...slice,
    seats: change(slice.seats, seat, (known) => ({ ...known, role })),
  }),
  seat_left: (slice, { seat }) => ({
    ...slice,
    seats: change(slice.seats, seat, (known) => ({ ...known, left: true })),
  }),

  opened: (slice, event, place) => noted({ ...slice, stage: "live" }, event, place),
  phase_began: (slice, event, place) =>
    noted({ ...slice, phase: { index: event.phase, ends: event.ends, left: null } }, event, place),
  phase_end_moved: (slice, event, place) =>
    noted({ ...slice, phase: { index: event.phase, ends: event.ends, left: null } }, event, place),
  paused: (slice, event, place) =>
    noted(
      {
        ...slice,
        stage: "paused",
        pause: { by: event.by, reason: event.reason, at: place.at },
        phase: slice.phase && { ...slice.phase, ends: null, left: event.left },
      },
      event,
      place,
    ),
  resumed: (slice, event, place) =>
    noted(
      {
        ...slice,
        stage: "live",
        pause: null,
        phase: slice.phase && { ...slice.phase, ends: event.ends, left: null },
      },
      event,
      place,
    ),
  closed: (slice, event, place) =>
    noted({ ...slice, stage: "closed", pause: null, endedEarly: event.early }, event, place),

  message: (slice, { number, seat, kind, language, text, content_note }, { at }) =>
    withMessage(slice, number, (before) => ({
      seat,
      at: before?.at ?? at,
      said: { kind, language, text, content_note },
      is: "published",
      heard: before?.heard ?? 0,
    })),
  message_hidden: (slice, { number }) => folded(slice, number, "hidden"),
  message_removed: (slice, event, place) =>
    noted(folded(slice, event.number, "removed"), event, place),
  message_withdrawn: (slice, { number }) => folded(slice, number, "withdrawn"),
  heard: (slice, { number, count }) =>
    withMessage(slice, number, (before) => before && { ...before, heard: count }),
};

function withSeat(slice: PublicSlice, seat: SeatNo, known: PublicSeat): PublicSlice {
  return { ...slice, seats: put(slice.seats, seat, known) };
}

function withMessage(
  slice: PublicSlice,
  number: MessageNumber,
  how: (before: Published | undefined) => Published | undefined,
): PublicSlice {
  const messages = slice.messages.slice();
  messages[number - 1] = how(messages[number - 1]);
  return { ...slice, messages };
}

function folded(slice: PublicSlice, number: MessageNumber, is: Published["is"]): PublicSlice {
  return withMessage(
    slice,
    number,
    (before) => before && { ...before, is, said: { ...before.said, ...GONE } },
  );
}

function noted(slice: PublicSlice, event: Event, place: Place): PublicSlice {
  return { ...slice, deeds: remember(slice.deeds, deed(event, place)) };
}
