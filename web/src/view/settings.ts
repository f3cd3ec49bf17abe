// What a reader chose for this tab: the size of text, what is read aloud. Kept in the tab alone.

import { Keep, tabStorage } from "../engine/keep";

/** How large words are. */
export const SIZES = ["normal", "large", "larger"] as const;
export type Size = (typeof SIZES)[number];

/** What a screen reader is told of by itself. */
export const LEVELS = ["all", "some", "none"] as const;
export type Level = (typeof LEVELS)[number];

interface Chosen {
  readonly size: Size;
  readonly level: Level;
}

const keep = new Keep<Chosen>(tabStorage(), "rt-view");
let chosen: Chosen = keep.read() ?? { size: "normal", level: "some" };

/** What is chosen now. */
export function settings(): Chosen {
  return chosen;
}

/** Chooses, keeps, and shows it. */
export function choose(change: Partial<Chosen>): void {
  chosen = { ...chosen, ...change };
  keep.write(chosen);
  showSize();
}

/** Puts the chosen size of text on the page. */
export function showSize(): void {
  for (const size of SIZES) {
    document.documentElement.classList.toggle(`text-${size}`, size === chosen.size);
  }
}
