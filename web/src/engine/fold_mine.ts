// The lane of my own seat: who I am, my own messages by their nonces, whom I hear.

import type { MessageNumber, Nonce, Said, SeatNo } from "../wire";
import type { Arms, EventName, Place } from "./arms";
import { type MySlice, type Own, put } from "./fold";
import type { ItemState } from "./state";

/** The events of this lane. */
export type MyName = Extract<
  EventName,
  | "you_are"
  | "mine_waiting"
  | "mine_published"
  | "mine_returned"
  | "mine_removed"
  | "mine_hidden"
  | "mine_withdrawn"
  | "mine_erased"
  | "heard_by"
  | "you_hear"
>;

export const MY_ARMS: Arms<MySlice, MyName> = {
  you_are: (slice, { seat, role, belonging, name, writes, reads }) => ({
    ...slice,
    me: { seat, role, belonging, name, writes, reads },
  }),

  mine_waiting: (slice, event, place) => {
    const before = slice.own.get(event.mine)?.state;
    const why = event.why ?? (before?.is === "waiting" ? before.why : null);
    return became(slice, event.mine, { is: "waiting", why }, place, { said: said(event) });
  },
  mine_published: (slice, event, place) =>
    became(slice, event.mine, { is: "published" }, place, {
      said: said(event),
      number: event.number,
    }),
  mine_returned: (slice, { mine, reason, note, by }, place) =>
    became(slice, mine, { is: "returned", reason, note, by }, place),
  mine_removed: (slice, { mine, number, reason, note, by }, place) =>
    became(slice, mine, { is: "removed", reason, note, by }, place, numbered(number)),
  mine_hidden: (slice, { mine, number, reason, note, by }, place) =>
    became(slice, mine, { is: "hidden", reason, note, by }, place, { number }),
  mine_withdrawn: (slice, { mine, number, until }, place) =>
    became(slice, mine, { is: "withdrawn", until }, place, numbered(number)),
  mine_erased: (slice, { mine }, place) => {
    const words = slice.own.get(mine)?.said ?? NO_WORDS;
    const erased = { ...words, text: null, content_note: null };
    return became(slice, mine, { is: "erased" }, place, { said: erased });
  },

  heard_by: (slice, { number, by, on }) => {
    const others = (slice.heardBy.get(number) ?? []).filter((seat) => seat !== by);
    return { ...slice, heardBy: put(slice.heardBy, number, on ? [...others, by] : others) };
  },
  you_hear: (slice, { number, on }) => ({ ...slice, iHear: toggled(slice.iHear, number, on) }),
};

const NO_WORDS: Said = { kind: "plain", language: "en", text: null, content_note: null };

/** Keeps what is known of the message, words included, unless the event says otherwise. */
function became(
  slice: MySlice,
  mine: Nonce,
  state: ItemState,
  { at }: Place,
  news: Partial<Pick<Own, "said" | "number">> = {},
): MySlice {
  const before = slice.own.get(mine) ?? { number: null, since: at, said: NO_WORDS };
  return { ...slice, own: put(slice.own, mine, { ...before, ...news, state }) };
}

function said({ kind, language, text, content_note }: Said): Said {
  return { kind, language, text, content_note };
}

function numbered(number: MessageNumber | null): Partial<Pick<Own, "number">> {
  return number === null ? {} : { number };
}

function toggled(
  set: ReadonlySet<SeatNo>,
  number: MessageNumber,
  on: boolean,
): ReadonlySet<number> {
  const copy = new Set(set);
  if (on) copy.add(number);
  else copy.delete(number);
  return copy;
}
