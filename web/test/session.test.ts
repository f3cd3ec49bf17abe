import { describe, expect, test } from "vitest";
import type { Refusal } from "../src/wire";
import { FakeClock, seeded, settle } from "./clock";
import { Person } from "./person";
import { Room } from "./room";

function given(): { clock: FakeClock; room: Room; ani: Person } {
  const clock = new FakeClock();
  const room = new Room(clock);
  return { clock, room, ani: new Person(room, clock) };
}

async function live(): Promise<{ clock: FakeClock; room: Room; ani: Person }> {
  const all = given();
  all.ani.session.start();
  await all.clock.advance(100);
  return all;
}

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `message ${from + i}`);

describe("promise 1: nothing said is lost, doubled or reordered", () => {
  test.each([1, 2, 3, 4, 5])(
    "200 messages over 20 cuts arrive once and in order (seed %i)",
    async (seed) => {
      const { clock, room, ani } = given();
      const ben = new Person(room, clock, 2);
      const chance = seeded(seed);
      ani.session.start();
      ben.session.start();

      for (let cut = 0; cut < 20; cut += 1) {
        for (const text of numbers(cut * 10, cut * 10 + 10)) {
          ani.say(text);
          await clock.advance(Math.floor(chance() * 8));
        }
        room.cut(); // some commands are lost before the commit, some answers after it
        await clock.advance(Math.floor(chance() * 3_000));
      }
      await clock.advance(60_000);

      expect(room.texts).toEqual(numbers(0, 200));
      expect(ani.reads()).toEqual(numbers(0, 200));
      expect(ben.reads()).toEqual(numbers(0, 200));
      expect(new Set(ani.states())).toEqual(new Set(["published"]));
      expect(ani.session.unanswered).toBe(0);
      expect(room.lostFrames, "cuts after the commit").toBeGreaterThan(0);
      expect(room.lostCommands, "cuts before the commit").toBeGreaterThan(0);
    },
  );

  test("a reload in the middle of a cut loses no message", async () => {
    const { clock, room, ani } = await live();
    for (const text of numbers(0, 10)) ani.say(text);
    await clock.advance(8);
    room.cut();
    ani.reload();
    expect(ani.reads()).toEqual(numbers(0, 10));

    await clock.advance(30_000);
    expect(room.texts).toEqual(numbers(0, 10));
    expect(ani.reads()).toEqual(numbers(0, 10));
  });

  test("a server too busy for one message does not let the next overtake it", async () => {
    const { clock, room, ani } = await live();
    room.refuseNext = { code: "busy", retry_ms: 500 } as unknown as Refusal;
    for (const text of numbers(0, 5)) ani.say(text);
    await clock.advance(100);
    expect(ani.states()).toEqual(Array(5).fill("sending"));

    await clock.advance(2_000);
    expect(room.texts).toEqual(numbers(0, 5));
  });

  test("a message is visible at every moment, in exactly one place", async () => {
    const { clock, ani } = await live();
    ani.say("I am here");
    for (let ms = 0; ms < 40; ms += 1) {
      expect(ani.reads()).toEqual(["I am here"]);
      await clock.advance(1);
    }
    expect(ani.states()).toEqual(["published"]);
  });

  test("its key in the list stays the same when it is published", async () => {
    const { clock, ani } = await live();
    ani.say("Բարև");
    const before = ani.session.state.items[0]?.key;
    await clock.advance(100);
    expect(ani.session.state.items[0]?.key).toBe(before);
  });
});

describe("resuming", () => {
  test("a gap in a lane makes the session connect again, and nothing is missing", async () => {
    const { clock, room, ani } = await live();
    const spoken = (number: number) =>
      ({
        event: "message",
        number,
        seat: 2,
        kind: "plain",
        language: "az",
        text: `Salam ${number}`,
        content_note: null,
      }) as const;
    room.append("all", null, spoken(1));
    await clock.advance(10);
    const [connection] = [ani.session.connection];
    expect(connection.is).toBe("live");

    room.swallowNext = true;
    room.append("all", null, spoken(2));
    room.append("all", null, spoken(3));
    await clock.advance(10);
    expect(ani.session.connection.is).not.toBe("live");
    await clock.advance(5_000);
    expect(ani.reads()).toEqual(["Salam 1", "Salam 2", "Salam 3"]);
  });

  test("a server that knows less than the page makes the page begin anew", async () => {
    const { clock, room, ani } = await live();
    ani.say("of the old room");
    await clock.advance(100);
    room.forget();
    room.cut();
    await clock.advance(10_000);
    expect(ani.reads()).toEqual([]);
    expect(ani.session.connection.is).toBe("live");
  });
});

describe("what a rule refused", () => {
  const paused: Refusal = { code: "room_paused" };

  test("stays with its author, and can be sent again under the same name", async () => {
    const { clock, room, ani } = await live();
    room.refuseNext = paused;
    const { nonce, answer } = ani.say("one more thing");
    await clock.advance(100);
    expect(await answer).toEqual(paused);
    expect(ani.session.state.items[0]?.state).toEqual({ is: "failed", refusal: paused });

    const again = ani.session.retry(nonce);
    await clock.advance(100);
    expect(again?.nonce).toBe(nonce);
    expect(await again?.answer).toBeNull();
    expect(ani.states()).toEqual(["published"]);
  });

  test("survives a reload, and goes when it is discarded", async () => {
    const { clock, room, ani } = await live();
    room.refuseNext = paused;
    const { nonce } = ani.say("one more thing");
    await clock.advance(100);
    ani.reload();
    expect(ani.states()).toEqual(["failed"]);
    ani.session.discard(nonce);
    expect(ani.reads()).toEqual([]);
  });

  test("an edit that was refused gives its words back as a draft", async () => {
    const { clock, room, ani } = await live();
    room.refuseNext = { code: "too_late" };
    ani.session.edit("nonce-x-1", "other words");
    await clock.advance(100);
    expect(ani.session.lastRefusal?.refusal.code).toBe("too_late");
    expect(ani.session.drafts.get("edit:nonce-x-1")).toBe("other words");
  });

  test("when too many wait, the words go back to the composer", async () => {
    const { ani } = given();
    for (const text of numbers(0, 64)) ani.say(text);
    const { answer } = ani.say("one too many");
    expect((await answer)?.code).toBe("too_many_waiting");
    expect(ani.session.drafts.get("composer")).toBe("one too many");
    expect(ani.reads()).toHaveLength(64);
  });
});

test("what is on its way stands after what has arrived, however the clocks differ", async () => {
  const { clock, room, ani } = await live();
  room.append("seat", 1, {
    event: "mine_waiting",
    mine: "before",
    why: { because: "phase" },
    kind: "plain",
    language: "en",
    text: "first",
    content_note: null,
  });
  ani.say("second");
  await clock.advance(6);
  expect(ani.reads()).toEqual(["first", "second"]);
});

describe("taking back", () => {
  test("what the server never saw is simply gone", async () => {
    const { clock, room, ani } = given();
    const { nonce } = ani.say("too early");
    expect(ani.session.withdraw(nonce)).toBeNull();
    ani.session.start();
    await clock.advance(1_000);
    expect(room.texts).toEqual([]);
  });

  test("what the server may have seen is asked for", async () => {
    const { clock, room, ani } = await live();
    const { nonce } = ani.say("perhaps sent");
    room.cut();
    expect(ani.session.withdraw(nonce)).not.toBeNull();
    expect(ani.session.state.items[0]?.pending).toBe("withdraw");
    await clock.advance(10_000);
    expect(room.texts).toEqual(["perhaps sent"]);
    expect(ani.session.unanswered).toBe(0);
  });
});

describe("what is sent", () => {
  test("is in normalisation form C and otherwise byte for byte as written", async () => {
    const { clock, room, ani } = await live();
    ani.say("  e\u0301 \u200D\n  Ə ");
    await clock.advance(100);
    expect(room.texts).toEqual(["  \u00e9 \u200D\n  Ə "]);
  });

  test("carries the phase that the facilitator sees", async () => {
    const { clock, room, ani } = await live();
    room.append("all", null, { event: "phase_began", phase: 2, ends: 5_000 });
    await clock.advance(100);
    ani.session.nextPhase();
    await clock.advance(100);
    expect(room.commands.at(-1)).toEqual({ do: "next_phase", from: 2 });
  });
});

describe("listeners", () => {
  test("hear of many frames at once, and of each change in time", async () => {
    const { clock, room, ani } = await live();
    let heard = 0;
    const stop = ani.session.subscribe(() => {
      heard += 1;
    });
    for (let i = 0; i < 50; i += 1) room.append("all", null, { event: "seat_left", seat: 9 });
    await clock.advance(100);
    expect(heard).toBe(1);
    stop();
    ani.say("again");
    await clock.advance(100);
    expect(heard).toBe(1);
  });
});

describe("leaving", () => {
  test("leaving quickly wipes the tab, forgets the seat and is gone at once", async () => {
    const { clock, ani } = await live();
    ani.session.drafts.set("composer", "half a sentence");
    ani.store.setItem("of a view", "x");
    ani.say("still on its way");
    ani.session.leaveQuickly();
    ani.session.drafts.set("composer", "saved as the page goes");
    expect(ani.store.kept.size).toBe(0);
    expect(ani.calls.slice(-2)).toEqual(["DELETE /api/seats/h", "disappear"]);
    await settle();
    await clock.advance(60_000);
    expect(ani.session.connection).toMatchObject({ is: "ended", why: "stopped" });
    expect(clock.nextIn()).toBeNull();
  });

  test("drafts survive a reload", async () => {
    const { ani } = await live();
    ani.session.drafts.set("composer", "yarımçıq cümlə");
    ani.reload();
    expect(ani.session.drafts.get("composer")).toBe("yarımçıq cümlə");
  });
});
