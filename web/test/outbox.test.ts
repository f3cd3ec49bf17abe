import { describe, expect, test } from "vitest";
import { IN_FLIGHT_LIMIT, OUTBOX_LIMIT, Outbox } from "../src/engine/outbox";
import type { WireCommand } from "../src/wire";
import { MemoryStore, refusing } from "./store";

const say = (text: string): WireCommand => ({
  do: "say",
  kind: "plain",
  language: "hy",
  text,
  content_note: null,
  insist: false,
});
const hear = (number: number): WireCommand => ({ do: "hear", number });
const nonces = (pending: readonly { nonce: string }[]) => pending.map(({ nonce }) => nonce);

describe("the outbox", () => {
  test("lets words go one after another, and other commands beside them", () => {
    const outbox = new Outbox(null, "k");
    outbox.add("w1", say("1"), 1);
    outbox.add("w2", say("2"), 2);
    outbox.add("h1", hear(1), 3);
    expect(nonces(outbox.take())).toEqual(["w1", "h1"]);
    expect(outbox.take()).toEqual([]);
    outbox.done("w1");
    expect(nonces(outbox.take())).toEqual(["w2"]);
  });

  test("never has more in flight than the server takes", () => {
    const outbox = new Outbox(null, "k");
    for (let i = 0; i < 30; i += 1) outbox.add(`h${i}`, hear(i), i);
    expect(outbox.take()).toHaveLength(IN_FLIGHT_LIMIT);
    outbox.done("h0");
    expect(nonces(outbox.take())).toEqual([`h${IN_FLIGHT_LIMIT}`]);
  });

  test("is bounded", () => {
    const outbox = new Outbox(null, "k");
    for (let i = 0; i < OUTBOX_LIMIT; i += 1) expect(outbox.add(`h${i}`, hear(i), i)).toBe(true);
    expect(outbox.add("late", hear(0), 0)).toBe(false);
  });

  test("sends again, in order, what was under way when the line was cut", () => {
    const outbox = new Outbox(null, "k");
    outbox.add("h1", hear(1), 1);
    outbox.add("h2", hear(2), 2);
    outbox.take();
    outbox.recall();
    expect(nonces(outbox.take())).toEqual(["h1", "h2"]);
  });

  test("keeps a message that is done until it is seen, but does not send or store it", () => {
    const store = new MemoryStore();
    const outbox = new Outbox(store, "k");
    outbox.add("w1", say("1"), 1);
    outbox.take();
    outbox.done("w1");
    expect(nonces(outbox.pending)).toEqual(["w1"]);
    expect(outbox.unanswered).toEqual([]);
    expect(store.kept.size).toBe(0);
    outbox.drop("w1");
    expect(outbox.pending).toEqual([]);
  });

  test("outlives a reload, and then counts everything as perhaps sent", () => {
    const store = new MemoryStore();
    const before = new Outbox(store, "k");
    before.add("w1", say("Բարև"), 1);
    expect(before.isUnknownToServer("w1")).toBe(true);

    const after = new Outbox(store, "k");
    expect(after.pending).toEqual(before.pending);
    expect(after.isUnknownToServer("w1")).toBe(false);
    expect(new Outbox(store, "another seat").pending).toEqual([]);
  });

  test("works without a storage", () => {
    const outbox = new Outbox(refusing, "k");
    expect(outbox.add("w1", say("1"), 1)).toBe(true);
    outbox.wipe();
    expect(outbox.pending).toEqual([]);
  });
});
