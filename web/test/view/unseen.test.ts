import { describe, expect, test } from "vitest";
import type { Item, RoomState } from "../../src/engine/state";
import { type Counts, Unseen } from "../../src/view/room/unseen";

/** A room with so many messages; those in `mine` are the reader's own. */
function room(count: number, mine: readonly number[] = []): RoomState {
  const items = Array.from({ length: count }, (_, i) => ({
    number: i + 1,
    mine: mine.includes(i + 1) ? `n${i}` : null,
  }));
  return { items: items as unknown as Item[] } as unknown as RoomState;
}

function watch(): { unseen: Unseen; told: Counts[] } {
  const told: Counts[] = [];
  return { unseen: new Unseen((counts) => told.push(counts)), told };
}

describe("what a reader has not come to yet", () => {
  test("nothing of what was there at the first look", () => {
    const { unseen, told } = watch();
    unseen.look(room(20), false);
    expect(told).toEqual([]);
  });

  test("what arrives below while the reader is further up, without her own messages", () => {
    const { unseen, told } = watch();
    unseen.look(room(5), true);
    unseen.look(room(8, [7]), false);
    expect(told.at(-1)).toEqual({ unseen: 2, missed: 0 });
  });

  test("nothing any more when she comes to the end", () => {
    const { unseen, told } = watch();
    unseen.look(room(5), true);
    unseen.look(room(8), false);
    unseen.seen();
    expect(told.at(-1)).toEqual({ unseen: 0, missed: 0 });
  });
});

describe("what a lost connection brought late", () => {
  test("is counted from the loss on, even for a reader at the end", () => {
    const { unseen, told } = watch();
    unseen.look(room(5), true);
    unseen.lost(room(5));
    expect(unseen.look(room(12), true)).toBe(true);
    expect(told.at(-1)).toEqual({ unseen: 7, missed: 7 });
    expect(unseen.firstMissed).toBe(6);
  });

  test("is said once", () => {
    const { unseen } = watch();
    unseen.look(room(5), true);
    unseen.lost(room(5));
    unseen.look(room(12), true);
    expect(unseen.look(room(13), true)).toBe(false);
  });

  test("is nothing when nobody wrote meanwhile", () => {
    const { unseen, told } = watch();
    unseen.look(room(5), true);
    unseen.lost(room(5));
    expect(unseen.look(room(5), true)).toBe(false);
    expect(told).toEqual([]);
  });
});
