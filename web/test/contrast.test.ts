import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { contrast, palettes } from "../scripts/contrast";

const css = readFileSync(join(import.meta.dirname, "../src/styles/tokens.css"), "utf8");

/** Text on its ground: 4.5 to 1. Edges, rings and fills that carry meaning: 3 to 1. */
const PAIRS = [
  ["ink", "bg", 4.5],
  ["ink", "surface", 4.5],
  ["ink", "sunken", 4.5],
  ["ink", "accent-soft", 4.5],
  ["ink-2", "bg", 4.5],
  ["ink-2", "surface", 4.5],
  ["ink-2", "sunken", 4.5],
  ["accent", "bg", 4.5],
  ["accent", "surface", 4.5],
  ["accent", "accent-soft", 4.5],
  ["accent-ink", "accent", 4.5],
  ["held", "held-bg", 4.5],
  ["ink", "held-bg", 4.5],
  ["care", "care-bg", 4.5],
  ["ink", "care-bg", 4.5],
  ["care", "surface", 4.5],
  ["done", "done-bg", 4.5],
  ["ink", "done-bg", 4.5],
  ["line", "bg", 3],
  ["line", "surface", 3],
  ["focus", "bg", 3],
  ["focus", "surface", 3],
] as const;

describe.each(Object.entries(palettes(css)))("the %s palette", (_, palette) => {
  test.each(PAIRS)("shows %s on %s at %d to 1 or better", (front, back, least) => {
    const [a, b] = [palette.get(front), palette.get(back)];
    expect([a, b], "both tokens exist").not.toContain(undefined);
    expect(contrast(a ?? "", b ?? "")).toBeGreaterThanOrEqual(least);
  });
});

test("the palettes differ, so that both are really read", () => {
  const { light, dark } = palettes(css);
  expect(light.get("bg")).not.toBe(dark.get("bg"));
  expect(contrast("#000", "#ffffff")).toBeCloseTo(21);
});
