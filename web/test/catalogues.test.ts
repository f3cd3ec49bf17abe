import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readCatalogue } from "../scripts/catalogues";
import { ERROR_CODES } from "../src/engine/api";
import {
  type HoldReason,
  type Kind,
  type PauseReason,
  REFUSAL_CODES,
  type Reason,
  type Role,
} from "../src/wire";

const LANGUAGES = ["az", "en", "hy"] as const;
const en = readCatalogue("en");
const others = LANGUAGES.filter((language) => language !== "en");

/** Codes of the wire that people read; the types keep the lists whole. */
const KINDS: Record<Kind, 0> = {
  plain: 0,
  story: 0,
  question: 0,
  reflection: 0,
  acknowledgement: 0,
  proposal: 0,
};
const ROLES: Record<Role, 0> = {
  participant: 0,
  facilitator: 0,
  interpreter: 0,
  observer: 0,
  expert: 0,
};
const REASONS: Record<Reason, 0> = {
  place: 0,
  third_person: 0,
  whole_people: 0,
  graphic: 0,
  off_topic: 0,
  other: 0,
};
const PAUSES: Record<PauseReason, 0> = { rest: 0, slow: 0, interpreting: 0, technical: 0 };
const HOLDS: Record<HoldReason["because"], 0> = { phase: 0, rule: 0, insisted: 0, returned: 0 };

const NAMED: readonly [string, readonly string[]][] = [
  ["refusal", REFUSAL_CODES],
  ["error", ERROR_CODES],
  ["kind", Object.keys(KINDS)],
  ["role", Object.keys(ROLES)],
  ["reason", Object.keys(REASONS)],
  ["pause-reason", Object.keys(PAUSES)],
  ["because", Object.keys(HOLDS)],
];

/** For each entry of both: what the two languages do not agree on. */
function differences(language: string, field: "variables" | "choices" | "file") {
  const theirs = readCatalogue(language).entries;
  return [...en.entries].flatMap(([name, ours]) => {
    const other = theirs.get(name);
    const same = !other || JSON.stringify(other[field]) === JSON.stringify(ours[field]);
    return same ? [] : [{ name, en: ours[field], [language]: other[field] }];
  });
}

describe.each(LANGUAGES)("the catalogue %s", (language) => {
  const { entries, faults } = readCatalogue(language);

  test("is not empty, can be read, and names nothing twice", () => {
    expect(entries.size).toBeGreaterThan(0);
    expect(faults).toEqual([]);
  });

  test.each(NAMED)("has words for every %s", (family, codes) => {
    const names = codes.map((code) => `${family}-${code.replaceAll("_", "-")}`);
    expect(names.filter((name) => !entries.has(name))).toEqual([]);
  });

  test("has, wherever it counts, every plural form of the language", () => {
    const missing = [...entries].flatMap(([name, { plurals }]) =>
      plurals.flatMap(({ type, keys }) => {
        const needed = new Intl.PluralRules(language, { type }).resolvedOptions().pluralCategories;
        return needed.filter((key) => !keys.includes(key)).map((key) => `${name}: ${key}`);
      }),
    );
    expect(missing).toEqual([]);
  });

  test("refers only to messages that exist", () => {
    const lost = [...entries].flatMap(([name, { references }]) =>
      references.filter((other) => !entries.has(other)).map((other) => `${name}: ${other}`),
    );
    expect(lost).toEqual([]);
  });

  test("mixes no scripts inside a word, and has no Cyrillic lookalikes", () => {
    const mixed =
      /\p{Script=Armenian}\p{Script=Latin}|\p{Script=Latin}\p{Script=Armenian}|\p{Script=Cyrillic}/u;
    const found = [...entries].filter(([, { text }]) => mixed.test(text)).map(([name]) => name);
    expect(found).toEqual([]);
  });

  test("is in normalisation form C", () => {
    const other = [...entries].filter(([, { text }]) => text !== text.normalize("NFC"));
    expect(other.map(([name]) => name)).toEqual([]);
  });
});

describe.each(others)("%s and English", (language) => {
  test("have the same messages and attributes", () => {
    const names = (catalogue: string) => [...readCatalogue(catalogue).entries.keys()].sort();
    expect(names(language)).toEqual(names("en"));
  });

  test("keep them in the same files", () => {
    expect(differences(language, "file")).toEqual([]);
  });

  test("use the same variables", () => {
    expect(differences(language, "variables")).toEqual([]);
  });

  test("choose between the same cases", () => {
    expect(differences(language, "choices")).toEqual([]);
  });
});

test("every message that the code names exists", () => {
  const src = join(import.meta.dirname, "../src");
  const files = readdirSync(src, { recursive: true, encoding: "utf8" });
  const named = files
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(join(src, name), "utf8").replaceAll(/^\s*(\/\/|\*).*$/gm, ""))
    .flatMap((code) => [...code.matchAll(/\bt\(\s*"([\w.-]+)"/g)])
    .map(([, name = ""]) => name);
  expect(named.filter((name) => !en.entries.has(name))).toEqual([]);
});
