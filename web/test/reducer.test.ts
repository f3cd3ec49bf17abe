import { describe, expect, test } from "vitest";
import { EMPTY, type Fold } from "../src/engine/fold";
import { picture } from "../src/engine/picture";
import { isBehind, placeOf, reduce } from "../src/engine/reducer";
import type { Deed, Item, RoomState } from "../src/engine/state";
import type { Event, HoldReason, ServerFrame } from "../src/wire";
import { seeded } from "./clock";
import { Lanes, NOWHERE, said, welcome } from "./frames";

const fold = (frames: readonly ServerFrame[]): Fold => frames.reduce(reduce, EMPTY);
const show = (frames: readonly ServerFrame[]): RoomState => picture(fold(frames), []);
const only = (state: RoomState): Item => {
  expect(state.items).toHaveLength(1);
  return state.items[0] as Item;
};

const byRule: HoldReason = { because: "rule", rule: "r", rule_set: "s", span: [0, 1] };
const message = (number: number, seat: number, text: string | null): Event => ({
  event: "message",
  number,
  seat,
  ...said(text),
});
const published = (mine: string, number: number, text: string): Event => ({
  event: "mine_published",
  mine,
  number,
  ...said(text),
});
const waits = (mine: string, text: string, why: HoldReason | null): Event => ({
  event: "mine_waiting",
  mine,
  why,
  ...said(text),
});
const held = (desk: number, text: string, why: HoldReason | null): Event => ({
  event: "held",
  desk,
  seat: 3,
  why,
  ...said(text),
});

/** A whole meeting as one seat (1, a facilitator) sees it. */
function meeting(): ServerFrame[] {
  const lanes = new Lanes();
  const agenda = [] as never[];
  return [
    welcome(),
    lanes.all({
      event: "scheduled",
      settings: {
        template: "practice",
        practice: true,
        sides: ["armenian", "azerbaijani"],
        minimum_per_side: 1,
        rule_set: "none",
        agenda,
      },
    }),
    lanes.all({ event: "seat_admitted", seat: 1, role: "facilitator", belonging: "a" }),
    lanes.desk({ event: "seat_belongs", seat: 1, belonging: "a" }),
    lanes.mine({
      event: "you_are",
      seat: 1,
      role: "facilitator",
      belonging: "a",
      name: null,
      writes: null,
      reads: [],
    }),
    lanes.all({
      event: "seat_introduced",
      seat: 3,
      role: "participant",
      belonging: null,
      name: "Rain",
      writes: "az",
    }),
    lanes.desk({ event: "seat_belongs", seat: 3, belonging: "undeclared" }),
    lanes.desk({ event: "proposal_made", proposal: 1, act: "open", by: 1, due: 9_000 }),
    lanes.desk({ event: "proposal_seconded", proposal: 1, by: 2 }),
    lanes.all({ event: "opened" }),
    lanes.all({ event: "phase_began", phase: 0, ends: 60_000 }),
    lanes.all(message(1, 1, "welcome")),
    lanes.mine(published("mine-0001", 1, "welcome")),
    lanes.all({ event: "heard", number: 1, count: 1 }),
    lanes.mine({ event: "heard_by", number: 1, by: 3, on: true }),
    lanes.desk(held(14, "a story", { because: "phase" })),
    lanes.desk({
      event: "desk_decided",
      desk: 14,
      verdict: "approved",
      reason: null,
      note: null,
      by: 1,
      due: 8_000,
    }),
    lanes.all(message(2, 3, "a story")),
    lanes.desk({ event: "desk_done", desk: 14, outcome: "published", number: 2 }),
    lanes.mine({ event: "you_hear", number: 2, on: true }),
    lanes.all({ event: "message_hidden", number: 2 }),
    lanes.desk({ event: "hidden_by", number: 2, reason: "place", note: null, by: 1 }),
    lanes.mine(waits("mine-0002", "a second", byRule)),
    lanes.all({ event: "paused", by: 1, reason: "rest", left: 30_000 }),
    { type: "presence", here: [1, 3], observers: 2 },
    { type: "caught_up" },
  ];
}

describe("laws", () => {
  test("a frame that was seen before changes nothing", () => {
    const once = fold(meeting());
    const events = meeting().filter((frame) => frame.type === "event");
    for (const frame of events) expect(reduce(once, frame)).toBe(once);
  });

  test("the order between lanes does not matter", () => {
    const expected = show(meeting());
    for (let seed = 1; seed <= 50; seed += 1) {
      expect(show(interleaved(meeting(), seeded(seed)))).toEqual(expected);
    }
  });

  test("a frame after a gap is not folded, and the gap can be seen", () => {
    const before = fold([welcome()]);
    const late = { type: "event", lane: "all", pos: 2, at: 1, event: { event: "opened" } } as const;
    expect(placeOf(before.positions, late)).toBe("gap");
    expect(reduce(before, late)).toBe(before);
  });

  test("an event that a newer server knows moves the position and changes nothing else", () => {
    const before = fold([welcome()]);
    const news = { event: "sung", song: 1 } as unknown as Event;
    const after = reduce(before, { type: "event", lane: "all", pos: 1, at: 1, event: news });
    expect(after).toEqual({ ...before, positions: { ...NOWHERE, all: 1 } });
  });

  test("a server behind the page is noticed", () => {
    expect(isBehind({ ...NOWHERE, all: 4 }, { ...NOWHERE, all: 5 })).toBe(true);
    expect(isBehind({ ...NOWHERE, all: 5 }, { ...NOWHERE, all: 5 })).toBe(false);
  });

  /** The same frames; each lane keeps its order, the lanes are mixed anew. */
  function interleaved(frames: readonly ServerFrame[], chance: () => number): ServerFrame[] {
    const queues = new Map<string, ServerFrame[]>();
    for (const frame of frames) {
      if (frame.type !== "event") continue;
      queues.set(frame.lane, [...(queues.get(frame.lane) ?? []), frame]);
    }
    const mixed: ServerFrame[] = [];
    while (queues.size > 0) {
      const lanes = [...queues.keys()];
      const lane = lanes[Math.floor(chance() * lanes.length)] as string;
      const queue = queues.get(lane) ?? [];
      mixed.push(...queue.splice(0, 1));
      if (queue.length === 0) queues.delete(lane);
    }
    return [...frames.filter((frame) => frame.type !== "event"), ...mixed];
  }
});

describe("the room", () => {
  test("shows who is here, in which phase, and why it rests", () => {
    const state = show(meeting());
    expect(state.stage).toBe("paused");
    expect(state.pause).toMatchObject({ by: 1, reason: "rest" });
    expect(state.phase).toEqual({ index: 0, ends: null, left: 30_000 });
    expect(state.observers).toBe(2);
    expect(state.seats.get(3)).toMatchObject({ name: "Rain", belonging: "undeclared", here: true });
    expect(state.caughtUp).toBe(true);
  });

  test("goes on and closes", () => {
    const lanes = new Lanes();
    const state = show([
      lanes.all({ event: "phase_began", phase: 1, ends: 9 }),
      lanes.all({ event: "paused", by: 1, reason: "slow", left: 5 }),
      lanes.all({ event: "resumed", by: 1, ends: 14 }),
      lanes.all({ event: "closed", early: true }),
    ]);
    expect(state).toMatchObject({ stage: "closed", pause: null, endedEarly: true });
    expect(state.phase).toEqual({ index: 1, ends: 14, left: null });
  });

  test("knows my role from the room, since it may change", () => {
    const lanes = new Lanes();
    const admitted = lanes.all({
      event: "seat_admitted",
      seat: 1,
      role: "participant",
      belonging: null,
    });
    const changed = lanes.all({ event: "seat_role_changed", seat: 1, role: "observer" });
    expect(show([welcome()]).me?.role).toBe("participant");
    expect(show([welcome(), admitted, changed]).me?.role).toBe("observer");
  });
});

describe("my own message has exactly one state", () => {
  const reason = { reason: "place", note: "without the village" } as const;

  test("waiting, returned, waiting again with other words, then in the room", () => {
    const lanes = new Lanes();
    const frames = [welcome(), lanes.mine(waits("n", "first", byRule))];
    expect(only(show(frames)).state).toEqual({ is: "waiting", why: byRule });

    frames.push(lanes.mine({ event: "mine_returned", mine: "n", ...reason, by: 2 }));
    expect(only(show(frames))).toMatchObject({
      state: { is: "returned", ...reason },
      said: said("first"),
    });

    frames.push(lanes.mine(waits("n", "second", null)));
    expect(only(show(frames))).toMatchObject({ state: { is: "waiting" }, said: said("second") });

    frames.push(lanes.mine(published("n", 1, "second")), lanes.all(message(1, 1, "second")));
    expect(only(show(frames))).toMatchObject({ state: { is: "published" }, number: 1, mine: "n" });
  });

  test("keeps its reason when it is edited while it waits", () => {
    const lanes = new Lanes();
    const frames = [lanes.mine(waits("n", "a", byRule)), lanes.mine(waits("n", "b", null))];
    expect(only(show(frames)).state).toEqual({ is: "waiting", why: byRule });
  });

  test("is one item when it is public before its own lane says so", () => {
    const lanes = new Lanes();
    const frames = [
      welcome(),
      lanes.mine(waits("n", "same", null)),
      lanes.all(message(1, 1, "same")),
    ];
    expect(only(show(frames))).toMatchObject({
      key: "mine:n",
      number: 1,
      state: { is: "published" },
    });
  });

  test("of two with the same words, one public, the other still waits", () => {
    const lanes = new Lanes();
    const frames = [
      welcome(),
      lanes.mine(waits("n1", "same", null)),
      lanes.mine(waits("n2", "same", null)),
      lanes.all(message(1, 1, "same")),
    ];
    expect(show(frames).items.map((item) => item.state.is)).toEqual(["published", "waiting"]);
  });

  test("withdrawn leaves a tombstone in its place, undone it is back, erased it is gone", () => {
    const lanes = new Lanes();
    const frames = [
      welcome(),
      lanes.all(message(1, 1, "mine")),
      lanes.mine(published("n", 1, "mine")),
      lanes.all(message(2, 2, "theirs")),
      lanes.all({ event: "message_withdrawn", number: 1 }),
      lanes.mine({ event: "mine_withdrawn", mine: "n", number: 1, until: 99 }),
    ];
    expect(show(frames).items[0]).toMatchObject({
      number: 1,
      state: { is: "withdrawn", until: 99 },
    });

    const back = [lanes.all(message(1, 1, "mine")), lanes.mine(published("n", 1, "mine"))];
    expect(show([...frames, ...back]).items[0]).toMatchObject({ state: { is: "published" } });

    const gone = new Lanes();
    const erased = [
      gone.mine(published("n", 1, "mine")),
      gone.mine({ event: "mine_erased", mine: "n" }),
    ];
    expect(only(show(erased))).toMatchObject({ state: { is: "erased" }, said: { text: null } });
  });

  test("removed by two tells its author who and why", () => {
    const lanes = new Lanes();
    const state = show([
      welcome(),
      lanes.all(message(1, 1, "mine")),
      lanes.all({ event: "message_removed", number: 1 }),
      lanes.mine({ event: "mine_removed", mine: "n", number: 1, ...reason, by: [2, 3] }),
    ]);
    expect(only(state).state).toEqual({ is: "removed", ...reason, by: [2, 3] });
  });
});

describe("the words of others", () => {
  test.each([
    ["message_hidden", "hidden"],
    ["message_removed", "removed"],
    ["message_withdrawn", "withdrawn"],
  ] as const)("%s takes the words off the screen and leaves the place", (event, is) => {
    const lanes = new Lanes();
    const frames = [lanes.all(message(1, 2, "no longer")), lanes.all({ event, number: 1 })];
    const item = only(show(frames));
    expect(item.state.is).toBe(is);
    expect(item.said.text).toBeNull();
    expect(JSON.stringify(fold(frames))).not.toContain("no longer");
  });

  test("shown again they are in the place and have the hearing they had", () => {
    const lanes = new Lanes();
    const state = show([
      lanes.all(message(1, 2, "words")),
      lanes.all({ event: "heard", number: 1, count: 3 }),
      lanes.all({ event: "message_hidden", number: 1 }),
      lanes.desk({ event: "hidden_by", number: 1, reason: "other", note: null, by: 4 }),
      lanes.all(message(1, 2, "words")),
      lanes.desk({ event: "shown_by", number: 1, by: 4 }),
    ]);
    expect(only(state)).toMatchObject({ state: { is: "published" }, heard: { count: 3 } });
  });

  test("hidden ones tell a facilitator by whom and why", () => {
    const hidden = show(meeting()).items.find((item) => item.number === 2);
    expect(hidden?.state).toEqual({ is: "hidden", reason: "place", note: null, by: 1 });
    expect(hidden?.heard.mine).toBe(true);
  });
});

describe("the desk", () => {
  test("keeps the wait and the reason over an edit, and voids a decision", () => {
    const lanes = new Lanes();
    const decided: Event = {
      event: "desk_decided",
      desk: 7,
      verdict: "returned",
      reason: "other",
      note: "n",
      by: 1,
      due: 9,
    };
    const first = [lanes.desk(held(7, "a", byRule)), lanes.desk(decided)];
    const [item] = show(first).desk;
    expect(item?.decision).toMatchObject({ verdict: "returned", note: "n" });

    const [edited] = show([...first, lanes.desk(held(7, "b", null))]).desk;
    expect(edited).toMatchObject({
      said: said("b"),
      why: byRule,
      since: item?.since,
      decision: null,
    });
  });

  test("empties as messages are done", () => {
    expect(show(meeting()).desk).toEqual([]);
  });

  test("a decision can be undone", () => {
    const lanes = new Lanes();
    const state = show([
      lanes.desk(held(7, "a", byRule)),
      lanes.desk({
        event: "desk_decided",
        desk: 7,
        verdict: "approved",
        reason: null,
        note: null,
        by: 1,
        due: 9,
      }),
      lanes.desk({ event: "desk_undone", desk: 7, by: 1 }),
    ]);
    expect(state.desk[0]?.decision).toBeNull();
  });

  test("what we did is remembered in order, with the person it was about, the last 50 only", () => {
    const deeds = show(meeting()).deeds;
    const named = (deed: Deed) => `${deed.event.event}:${deed.about}`;
    expect(deeds.map(named)).toContain("desk_decided:3");
    expect(deeds.map(named)).toContain("hidden_by:3");
    expect(deeds.map((deed) => deed.at)).toEqual(
      deeds.map((deed) => deed.at).sort((a, b) => a - b),
    );

    const lanes = new Lanes();
    const many = Array.from({ length: 60 }, () =>
      lanes.all({ event: "phase_began", phase: 1, ends: 1 }),
    );
    expect(show(many).deeds.map((deed) => deed.pos)).toEqual(
      Array.from({ length: 50 }, (_, i) => i + 11),
    );
  });

  test.each([
    ["proposal_seconded", "seconded", 2],
    ["proposal_declined", "declined", 2],
    ["proposal_expired", "expired", null],
    ["proposal_dropped", "dropped", null],
  ] as const)("%s ends a proposal", (event, state, answeredBy) => {
    const lanes = new Lanes();
    const act = { act: "remove_message", number: 4, reason: "place" };
    const made = lanes.desk({
      event: "proposal_made",
      proposal: 1,
      by: 1,
      due: 9,
      ...act,
    } as Event);
    expect(show([made]).proposals[0]).toMatchObject({ state: "open", act });
    const ended = lanes.desk({ event, proposal: 1, by: 2 } as Event);
    expect(show([made, ended]).proposals[0]).toMatchObject({ state, answeredBy });
  });
});

test("two thousand messages are folded and merged in well under a second", () => {
  const lanes = new Lanes();
  const frames = Array.from({ length: 2_000 }, (_, i) => lanes.all(message(i + 1, 2, "words")));
  const start = performance.now();
  expect(show(frames).items).toHaveLength(2_000);
  expect(performance.now() - start).toBeLessThan(1_000);
});
