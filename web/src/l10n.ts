// Words in the reader's language, from the Fluent catalogues.
//
// Only the chosen language is loaded. A message that it lacks is taken from English, which is then
// loaded too; listeners hear of it. To add a language: its folder in `locales/`, its chunk in
// `engine/catalogues/`, a line in `LANGUAGES` and in `load`.

import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import { negotiateLanguages } from "@fluent/langneg";
import { Keep, type Store, tabStorage } from "./engine/keep";
import type { Language, Refusal } from "./wire";

/** What a message is given. */
export type Args = Record<string, FluentVariable>;

/** The languages by their own names, which no catalogue changes. */
export const LANGUAGES: Readonly<Record<Language, string>> = {
  az: "Azərbaycanca",
  en: "English",
  hy: "Հայերեն",
};

/** Where words are looked for when the reader's language has none. */
export const FALLBACK: Language = "en";

/** Brings the catalogue of a language. */
export type Load = (language: Language) => Promise<string>;

/** What this device asks for: the stored choice first, then the browser's list. */
export function negotiate(stored: Language | null, wanted: readonly string[]): Language {
  if (stored !== null && Object.hasOwn(LANGUAGES, stored)) return stored;
  const offered = Object.keys(LANGUAGES);
  const [best] = negotiateLanguages(wanted, offered, {
    defaultLocale: FALLBACK,
    strategy: "lookup",
  });
  return (best as Language | undefined) ?? FALLBACK;
}

export class L10n {
  readonly #bundles = new Map<Language, FluentBundle>();
  readonly #listeners = new Set<() => void>();
  readonly #stored: Keep<Language>;
  #language: Language = FALLBACK;
  #asked: Language = FALLBACK;

  constructor(
    private readonly load: Load,
    store: Store | null,
  ) {
    this.#stored = new Keep(store, "roundtable.language");
  }

  /** The language on screen. */
  get language(): Language {
    return this.#language;
  }

  /** Has anybody chosen a language in this tab? */
  get isChosen(): boolean {
    return this.#stored.read() !== null;
  }

  /** Loads what this device asks for. Nothing can be said before. */
  start(wanted: readonly string[] = navigator.languages): Promise<void> {
    return this.#show(negotiate(this.#stored.read(), wanted));
  }

  /** The reader chose: remembered in this tab. */
  choose(language: Language): Promise<void> {
    this.#stored.write(language);
    return this.#show(language);
  }

  /** Called when the words change; returns the way to stop. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Is there a message (or attribute, `id.attr`) of this name? */
  has(name: string): boolean {
    return this.#find(this.#language, name) !== null || this.#find(FALLBACK, name) !== null;
  }

  /** The words of a message, or of an attribute when asked for `id.attr`. */
  t(name: string, args?: Args): string {
    const said = this.#say(this.#language, name, args) ?? this.#say(FALLBACK, name, args);
    if (said !== null) return said;
    if (!this.#bundles.has(FALLBACK)) void this.#need(FALLBACK).then(() => this.#tell());
    return name;
  }

  #say(language: Language, name: string, args?: Args): string | null {
    const found = this.#find(language, name);
    return found === null ? null : found.bundle.formatPattern(found.pattern, args ?? null, []);
  }

  #find(language: Language, name: string) {
    const bundle = this.#bundles.get(language);
    const [id = "", attribute] = name.split(".");
    const message = bundle?.getMessage(id);
    const pattern = attribute === undefined ? message?.value : message?.attributes[attribute];
    return bundle && pattern ? { bundle, pattern } : null;
  }

  async #show(language: Language): Promise<void> {
    this.#asked = language;
    await this.#need(language);
    if (this.#asked !== language) return; // another choice came later
    this.#language = language;
    document.documentElement.lang = language;
    this.#tell();
  }

  async #need(language: Language): Promise<void> {
    if (this.#bundles.has(language)) return;
    const bundle = new FluentBundle(language);
    bundle.addResource(new FluentResource(await this.load(language)));
    this.#bundles.set(language, bundle);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** The catalogues of this page, each a chunk of its own. */
async function load(language: Language): Promise<string> {
  switch (language) {
    case "az":
      return (await import("./engine/catalogues/az")).default;
    case "en":
      return (await import("./engine/catalogues/en")).default;
    case "hy":
      return (await import("./engine/catalogues/hy")).default;
  }
}

/** The words of this page. */
export const l10n = new L10n(load, tabStorage());

/** What a refusal says: its code, with dashes, and its plain data. Lists and names come in `more`. */
export function refusalWords(refusal: Refusal, more: Args = {}): string {
  const plain = Object.entries(refusal).filter(([, value]) => typeof value !== "object");
  const args = plain.map(([name, value]) => [name, plainly(value)]);
  return l10n.t(`refusal-${dashed(refusal.code)}`, { ...Object.fromEntries(args), ...more });
}

/** What an error of the API says. */
export function errorWords(code: string): string {
  const name = `error-${dashed(code)}`;
  return l10n.t(l10n.has(name) ? name : "error-unexpected");
}

function dashed(code: string): string {
  return code.replaceAll("_", "-");
}

function plainly(value: unknown): FluentVariable {
  return typeof value === "number" || typeof value === "bigint" ? Number(value) : String(value);
}

// ---- dates and lists ----
// Numeric zones and abbreviations such as AMT are never shown: cities come from the catalogues.

/** A time of day, `19:24`, in this device's zone unless another is named. */
export function timeOfDay(at: number, timeZone?: string): string {
  return format(at, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }, timeZone);
}

/** A day with its year, such as `14 May 2026`. */
export function day(at: number, timeZone?: string): string {
  return format(at, { day: "numeric", month: "long", year: "numeric" }, timeZone);
}

/** Names in a row, joined as the language does it. */
export function list(names: readonly string[]): string {
  return new Intl.ListFormat(l10n.language, { type: "conjunction" }).format(names);
}

function format(at: number, options: Intl.DateTimeFormatOptions, timeZone?: string): string {
  const zone = timeZone === undefined ? {} : { timeZone };
  return new Intl.DateTimeFormat(l10n.language, { ...options, ...zone }).format(at);
}
