import { beforeEach, describe, expect, test } from "vitest";
import {
  day,
  errorWords,
  L10n,
  LANGUAGES,
  l10n,
  list,
  negotiate,
  refusalWords,
  timeOfDay,
} from "../src/l10n";
import type { Language, Refusal } from "../src/wire";
import { settle } from "./clock";
import { MemoryStore } from "./store";

const CATALOGUES: Record<Language, string> = {
  az: "send = Göndər\n    .title = Mesajı göndər",
  en: "send = Send\nonly-english = Only here\nwho = { $name } is here",
  hy: "send = Ուղարկել",
};

let loaded: Language[];
let store: MemoryStore;
let words: L10n;

beforeEach(() => {
  loaded = [];
  store = new MemoryStore();
  words = fresh();
});

function fresh(): L10n {
  return new L10n(async (language) => {
    loaded.push(language);
    return CATALOGUES[language];
  }, store);
}

describe("the language", () => {
  test("is the stored choice, else the browser's wish, else English", () => {
    expect(negotiate("hy", ["az"])).toBe("hy");
    expect(negotiate(null, ["ru-RU", "az-Latn-AZ", "hy"])).toBe("az");
    expect(negotiate(null, ["hy-AM"])).toBe("hy");
    expect(negotiate(null, ["tr", "ru"])).toBe("en");
    expect(negotiate("toString" as Language, [])).toBe("en");
  });

  test("is called by its own name", () => {
    expect(LANGUAGES).toEqual({ az: "Azərbaycanca", en: "English", hy: "Հայերեն" });
  });

  test("once chosen is remembered in the tab and stands on the page", async () => {
    await words.start(["en"]);
    expect(words.isChosen).toBe(false);
    await words.choose("hy");
    expect(document.documentElement.lang).toBe("hy");
    const again = fresh();
    expect(again.isChosen).toBe(true);
    await again.start(["en"]);
    expect(again.language).toBe("hy");
  });

  test("that was chosen last wins, however slow the first one loads", async () => {
    const slow: (() => void)[] = [];
    const both = new L10n(
      (language) => new Promise((done) => slow.push(() => done(CATALOGUES[language]))),
      null,
    );
    const first = both.choose("az");
    const second = both.choose("hy");
    slow[1]?.();
    slow[0]?.();
    await Promise.all([first, second]);
    expect(both.language).toBe("hy");
  });

  test("alone is loaded, and listeners hear of a change", async () => {
    let heard = 0;
    const stop = words.onChange(() => {
      heard += 1;
    });
    await words.start(["az"]);
    expect(loaded).toEqual(["az"]);
    expect(heard).toBe(1);
    stop();
    await words.choose("hy");
    expect(heard).toBe(1);
  });
});

describe("a message", () => {
  test("is said in the reader's language, attributes too", async () => {
    await words.start(["az"]);
    expect(words.t("send")).toBe("Göndər");
    expect(words.t("send.title")).toBe("Mesajı göndər");
  });

  test("that is missing is taken from English, which is fetched when it is needed", async () => {
    await words.start(["hy"]);
    let heard = 0;
    words.onChange(() => {
      heard += 1;
    });
    expect(words.t("only-english")).toBe("only-english");
    await settle();
    expect(heard).toBe(1);
    expect(words.t("only-english")).toBe("Only here");
    expect(words.t("send")).toBe("Ուղարկել");
  });

  test("sets what people wrote apart, so that no direction leaks", async () => {
    await words.start(["en"]);
    expect(words.t("who", { name: "Quince" })).toBe("\u2068Quince\u2069 is here");
  });

  test("that nobody wrote is its name", async () => {
    await words.start(["en"]);
    expect(words.t("nothing")).toBe("nothing");
    expect(words.has("nothing")).toBe(false);
  });
});

describe("on the page", () => {
  test.each(["az", "en", "hy"] as const)("refusals have words in %s", async (language) => {
    await l10n.choose(language);
    const tooLong: Refusal = { code: "bad_text", fault: "too_long", limit: 2_000 };
    expect(refusalWords(tooLong)).toMatch(/2.?000/);
    expect(refusalWords({ code: "room_paused" })).not.toContain("refusal-");
    expect(errorWords("invitation_unknown")).not.toBe(errorWords("never heard of"));
  });

  test("times are told in hours and minutes, in the zone of a place", async () => {
    await l10n.choose("az");
    const at = Date.UTC(2026, 4, 14, 15, 5);
    expect(timeOfDay(at, "Asia/Baku")).toBe("19:05");
    expect(timeOfDay(at, "Asia/Yerevan")).toBe(timeOfDay(at, "Asia/Baku"));
    expect(day(at, "Asia/Baku")).toBe("14 may 2026");
    expect(list(["A", "B"])).toBe("A və B");
  });
});
