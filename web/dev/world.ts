// A real session in a world of its own, which plays the frames of a fixture. Fixtures and the tests
// of views use it. To add a fixture: its frames in `FIXTURES`.

import { Api } from "../src/engine/api";
import type { Surroundings } from "../src/engine/browser";
import { RoomSession } from "../src/engine/session";
import type { Outgoing, Reader } from "../src/engine/transport";
import type { Event, Role, ServerFrame, WireLane } from "../src/wire";
import * as scene from "./scene";

/** Who looks, and what has happened. */
export interface Fixture {
  readonly role: Role;
  readonly seat: number;
  readonly events: readonly (readonly [WireLane, Event])[];
  readonly later?: readonly (readonly [WireLane, Event])[];
  readonly lost?: boolean;
}

export const FIXTURES: Readonly<Record<string, Fixture>> = {
  name: { role: "participant", seat: 3, events: scene.arrived(3, "participant", false) },
  "name-facilitator": {
    role: "facilitator",
    seat: 1,
    events: scene.arrived(1, "facilitator", false),
  },
  waiting: { role: "participant", seat: 3, events: scene.arrived(3, "participant") },
  "waiting-facilitator": { role: "facilitator", seat: 1, events: scene.arrived(1, "facilitator") },
  proposed: {
    role: "facilitator",
    seat: 2,
    events: [...scene.arrived(2, "facilitator"), ...scene.proposed(1)],
  },
  room: {
    role: "participant",
    seat: 3,
    events: [
      ...scene.arrived(3, "participant"),
      ...scene.opened(2),
      ...scene.talk(),
      ...scene.mine(),
    ],
  },
  empty: {
    role: "participant",
    seat: 3,
    events: [...scene.arrived(3, "participant"), ...scene.opened(0)],
  },
  paused: {
    role: "participant",
    seat: 3,
    events: [
      ...scene.arrived(3, "participant"),
      ...scene.opened(2),
      ...scene.talk(),
      ...scene.paused(),
    ],
  },
  closed: {
    role: "participant",
    seat: 3,
    events: [
      ...scene.arrived(3, "participant"),
      ...scene.opened(4),
      ...scene.talk(),
      ["all", { event: "closed", early: false }],
    ],
  },
  later: {
    role: "participant",
    seat: 3,
    events: [
      ...scene.arrived(3, "participant"),
      ...scene.opened(2),
      ...scene.talk(),
      ...scene.talk(5),
      ...scene.talk(10),
    ],
    later: scene.talk(15),
  },
  lost: {
    role: "participant",
    seat: 3,
    events: [...scene.arrived(3, "participant"), ...scene.opened(2), ...scene.talk()],
    lost: true,
  },
  observer: {
    role: "observer",
    seat: 8,
    events: [...scene.arrived(8, "observer"), ...scene.opened(2), ...scene.talk()],
  },
  interpreter: {
    role: "interpreter",
    seat: 5,
    events: [...scene.arrived(5, "interpreter"), ...scene.opened(2), ...scene.talk()],
  },
  console: {
    role: "facilitator",
    seat: 1,
    events: [
      ...scene.arrived(1, "facilitator"),
      ...scene.opened(2),
      ...scene.talk(),
      ...scene.desk(),
      ...scene.proposed(2, 8),
    ],
  },
  "console-paused": {
    role: "facilitator",
    seat: 1,
    events: [
      ...scene.arrived(1, "facilitator"),
      ...scene.opened(2),
      ...scene.talk(),
      ...scene.paused(),
    ],
  },
};

function frames(events: Fixture["events"], pos: Record<WireLane, number>): ServerFrame[] {
  return events.map(([lane, event], i) => {
    pos[lane] += 1;
    const at = Date.now() - (events.length - i) * 20_000;
    return { type: "event", lane, pos: pos[lane], at, event };
  });
}

function play(fixture: Fixture, reader: Reader): void {
  const pos = { all: 0, facilitators: 0, interpreters: 0, seat: 0 };
  const heads = { ...pos };
  const all = frames(fixture.events, pos);
  reader.frame({
    type: "welcome",
    protocol: 1,
    now: Date.now(),
    seat: fixture.seat,
    role: fixture.role,
    heads: { ...heads, ...pos },
  });
  for (const frame of all) reader.frame(frame);
  reader.frame({ type: "presence", here: [1, 2, 3, 4, 5, 7], observers: 1 });
  reader.frame({ type: "caught_up" });
  if (fixture.lost) setTimeout(() => reader.closed(null), 800);
  if (fixture.later) {
    const more = frames(fixture.later, pos);
    (window as unknown as { more: () => void }).more = () =>
      more.forEach((frame) => {
        reader.frame(frame);
      });
  }
}

function world(fixture: Fixture, sent: Outgoing[]): Surroundings {
  let tries = 0;
  return {
    api: new Api(async () => new Response("{}")),
    store: null,
    newNonce: () => crypto.randomUUID().replaceAll("-", ""),
    watch: () => () => {},
    disappear: () => {},
    world: {
      ticket: async () => {
        tries += 1;
        return fixture.lost && tries > 1 ? new Promise(() => {}) : "ticket";
      },
      now: () => Date.now(),
      after: (ms, call) => {
        const timer = setTimeout(call, ms);
        return () => clearTimeout(timer);
      },
      random: () => 0.5,
      ways: {
        socket: (_, reader) => {
          setTimeout(() => play(fixture, reader));
          return { send: (commands) => void sent.push(...commands), close: () => {} };
        },
        stream: () => ({ send: () => {}, close: () => {} }),
      },
    },
  };
}

/** A session of a fixture, and what it sends. */
export function sessionOf(name: string): { session: RoomSession; sent: Outgoing[] } {
  const sent: Outgoing[] = [];
  const fixture = FIXTURES[name] ?? (FIXTURES.room as Fixture);
  return { session: new RoomSession("fixture", world(fixture, sent)), sent };
}
