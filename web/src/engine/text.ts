// Texts before they are sent: normalised, counted, checked as the server will check them.

import type { TextFault } from "../wire";

/** How large a text may be: in letters as a reader counts them, and in bytes. */
export interface Limits {
  readonly letters: number;
  readonly bytes: number;
  readonly lines: boolean;
}

/** The limits of each kind of text; the server's are the same. */
export const LIMITS = {
  message: { letters: 2_000, bytes: 8_192, lines: true },
  note: { letters: 280, bytes: 2_048, lines: true },
  contentNote: { letters: 80, bytes: 512, lines: false },
  name: { letters: 40, bytes: 256, lines: false },
} as const satisfies Record<string, Limits>;

/** Control characters but line feed, direction overrides, private use, lone surrogates. */
const FORBIDDEN = /[\p{Cc}\p{Co}\p{Cs}\u202A-\u202E\u2066-\u2069]/u;
const FORBIDDEN_BUT_LINES = /(?!\n)[\p{Cc}\p{Co}\p{Cs}\u202A-\u202E\u2066-\u2069]/u;
const VISIBLE = /[^\s\p{Cf}]/u;

/** Normalisation form C: the one change that is ever made, before the author sends. */
export function normal(text: string): string {
  return text.normalize("NFC");
}

/** The number of letters as a reader counts them (grapheme clusters). */
export function letters(text: string): number {
  if (typeof Intl.Segmenter !== "function") return [...text].length;
  const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}

/** Why the server would not take this text, or `null`. */
export function fault(text: string, limits: Limits): TextFault | null {
  const sent = normal(text);
  if (new TextEncoder().encode(sent).length > limits.bytes) {
    return { fault: "too_large", limit: limits.bytes };
  }
  const forbidden = (limits.lines ? FORBIDDEN_BUT_LINES : FORBIDDEN).exec(sent);
  if (forbidden) return { fault: "forbidden", code_point: forbidden[0].codePointAt(0) ?? 0 };
  if (!VISIBLE.test(sent)) return { fault: "empty" };
  if (letters(sent) > limits.letters) return { fault: "too_long", limit: limits.letters };
  return null;
}
