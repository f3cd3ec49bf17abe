// The facilitators' lane: what each event makes of the desk, the proposals and the deeds.

import type { Event, Position, ProposalId, SeatNo } from "../wire";
import { type Arms, deed, type EventName, type EventOf, type Place } from "./arms";
import { change, type DeskSlice, put, remember, without } from "./fold";
import type { DeskItem, ProposalItem } from "./state";

/** The events of this lane. */
export type DeskName = Extract<
  EventName,
  | "seat_belongs"
  | "proposal_made"
  | "proposal_seconded"
  | "proposal_declined"
  | "proposal_expired"
  | "proposal_dropped"
  | "held"
  | "desk_decided"
  | "desk_undone"
  | "desk_done"
  | "hidden_by"
  | "shown_by"
>;

export const DESK_ARMS: Arms<DeskSlice, DeskName> = {
  seat_belongs: (slice, { seat, belonging }) => ({
    ...slice,
    belongings: put(slice.belongings, seat, belonging),
  }),

  proposal_made: (slice, made, place) =>
    noted(
      { ...slice, proposals: put(slice.proposals, made.proposal, opened(made, place)) },
      made,
      place,
    ),
  proposal_seconded: (slice, event, place) =>
    noted(answered(slice, event.proposal, "seconded", event.by), event, place),
  proposal_declined: (slice, event, place) =>
    noted(answered(slice, event.proposal, "declined", event.by), event, place),
  proposal_expired: (slice, event, place) =>
    noted(answered(slice, event.proposal, "expired", null), event, place),
  proposal_dropped: (slice, event, place) =>
    noted(answered(slice, event.proposal, "dropped", null), event, place),

  held: (slice, event, { at }) => ({
    ...slice,
    desk: put(slice.desk, event.desk, waiting(event, slice.desk.get(event.desk), at)),
  }),
  desk_decided: (slice, event, place) => {
    const { desk, verdict, reason, note, by, due } = event;
    const decision = { verdict, reason, note, by, due };
    const decided = change(slice.desk, desk, (item) => ({ ...item, decision }));
    return noted({ ...slice, desk: decided }, event, place, authorOf(slice, desk));
  },
  desk_undone: (slice, event, place) => {
    const again = change(slice.desk, event.desk, (item) => ({ ...item, decision: null }));
    return noted({ ...slice, desk: again }, event, place, authorOf(slice, event.desk));
  },
  desk_done: (slice, { desk }) => ({ ...slice, desk: without(slice.desk, desk) }),

  hidden_by: (slice, event, place) => {
    const { reason, note, by } = event;
    const hidings = put(slice.hidings, event.number, { is: "hidden", reason, note, by });
    return noted({ ...slice, hidings }, event, place);
  },
  shown_by: (slice, event, place) =>
    noted({ ...slice, hidings: without(slice.hidings, event.number) }, event, place),
};

function opened(made: EventOf<"proposal_made">, { at }: Place): ProposalItem {
  const { event: _, proposal, by, due, ...act } = made;
  return { proposal, act, by, at, due, state: "open", answeredBy: null };
}

function answered(
  slice: DeskSlice,
  proposal: ProposalId,
  state: ProposalItem["state"],
  answeredBy: SeatNo | null,
): DeskSlice {
  const proposals = change(slice.proposals, proposal, (item) => ({ ...item, state, answeredBy }));
  return { ...slice, proposals };
}

/** Held again with other words: the reason stays unless a new one is given, a decision is void. */
function waiting(event: EventOf<"held">, before: DeskItem | undefined, at: number): DeskItem {
  const { desk, seat, kind, language, text, content_note } = event;
  return {
    desk,
    seat,
    said: { kind, language, text, content_note },
    why: event.why ?? before?.why ?? null,
    since: before?.since ?? at,
    decision: null,
  };
}

function authorOf(slice: DeskSlice, desk: Position): SeatNo | null {
  return slice.desk.get(desk)?.seat ?? null;
}

function noted(
  slice: DeskSlice,
  event: Event,
  place: Place,
  about: SeatNo | null = null,
): DeskSlice {
  return { ...slice, deeds: remember(slice.deeds, deed(event, place, about)) };
}
