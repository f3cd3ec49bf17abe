// The frames that the server's own tests write. Both sides read the same files.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { EMPTY } from "../src/engine/fold";
import { DESK_ARMS } from "../src/engine/fold_facilitators";
import { MY_ARMS } from "../src/engine/fold_mine";
import { PUBLIC_ARMS } from "../src/engine/fold_public";
import { picture } from "../src/engine/picture";
import { reduce } from "../src/engine/reducer";
import type { ServerFrame } from "../src/wire";

const FOLDER = join(import.meta.dirname, "../../tests/golden/frames");
const TYPES = ["welcome", "event", "caught_up", "done", "refused", "presence", "bye"];

const golden = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".json"))
  .map((name) => ({ name, frame: read(name) }))
  .filter(({ frame }) => TYPES.includes(frame.type));
const frames = golden.map(({ frame }) => frame);

function read(name: string): ServerFrame {
  return JSON.parse(readFileSync(join(FOLDER, name), "utf8")) as ServerFrame;
}

/** Every number in a value. */
function numbers(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbers) : [];
}

/** The frame in the first place of its lane, after a welcome, so that it is folded. */
function placed(frame: ServerFrame): ServerFrame {
  return frame.type === "event" ? { ...frame, pos: 1 } : frame;
}

test("there are golden frames", () => {
  expect(frames.length).toBeGreaterThan(0);
});

describe.each(golden)("$name", ({ frame }) => {
  test("is folded and shown", () => {
    const fold = reduce(EMPTY, placed(frame));
    expect(() => picture(fold, [])).not.toThrow();
    if (frame.type === "event") expect(fold.positions[frame.lane]).toBe(1);
  });

  test("means the same after a round trip through JSON", () => {
    expect(JSON.parse(JSON.stringify(frame))).toEqual(frame);
    expect(numbers(frame).every(Number.isSafeInteger)).toBe(true);
  });
});

test("every event of the server is known in the lane in which it is sent", () => {
  const arms = { all: PUBLIC_ARMS, facilitators: DESK_ARMS, seat: MY_ARMS, interpreters: {} };
  for (const frame of frames) {
    if (frame.type !== "event") continue;
    expect(Object.keys(arms[frame.lane]), frame.lane).toContain(frame.event.event);
  }
});

test("every event that this page knows has a golden frame", () => {
  const written = new Set(frames.map((f) => (f.type === "event" ? f.event.event : f.type)));
  const known = [PUBLIC_ARMS, DESK_ARMS, MY_ARMS].flatMap((arms) => Object.keys(arms));
  expect(known.filter((name) => !written.has(name as never))).toEqual([]);
});
