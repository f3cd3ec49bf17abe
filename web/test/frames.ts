// Frames as the server writes them, for tests.

import type { Event, Positions, Said, ServerFrame, WireLane } from "../src/wire";

export const NOWHERE: Positions = { all: 0, facilitators: 0, interpreters: 0, seat: 0 };

export function welcome(heads: Partial<Positions> = {}, seat = 1): ServerFrame {
  return {
    type: "welcome",
    protocol: 1,
    now: 1_000,
    seat,
    role: "participant",
    heads: { ...NOWHERE, ...heads },
  };
}

export function said(text: string | null): Said {
  return { kind: "plain", language: "en", text, content_note: null };
}

/** Places events in their lanes, one after another. */
export class Lanes {
  readonly #positions = { ...NOWHERE };
  #at = 1_000;

  in(lane: WireLane, event: Event): ServerFrame {
    this.#positions[lane] += 1;
    this.#at += 1;
    return { type: "event", lane, pos: this.#positions[lane], at: this.#at, event };
  }

  all = (event: Event) => this.in("all", event);
  desk = (event: Event) => this.in("facilitators", event);
  mine = (event: Event) => this.in("seat", event);
}
