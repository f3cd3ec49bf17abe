// What a catalogue holds, so that the three can be held to each other.
//
// To check one more thing: a field of `Entry`, a sentence in `test/catalogues.test.ts`.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type BaseNode,
  type Message,
  type Pattern,
  parse,
  type SelectExpression,
  type Term,
  Visitor,
} from "@fluent/syntax";

/** Where the catalogues lie. */
export const LOCALES = join(import.meta.dirname, "../locales");

/** A message, or one attribute of it (`id.attr`), taken apart. */
export interface Entry {
  readonly file: string;
  readonly text: string;
  readonly variables: readonly string[];
  readonly references: readonly string[];
  /** For each plural choice: its type and the categories it has words for. */
  readonly plurals: readonly Choice[];
  /** For each other choice: its keys. */
  readonly choices: readonly string[];
}

export interface Choice {
  readonly type: Intl.PluralRuleType;
  readonly keys: readonly string[];
}

/** A catalogue: its entries by name, and what is wrong with its files. */
export interface Catalogue {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly faults: readonly string[];
}

/** Reads all files of a language. */
export function readCatalogue(language: string): Catalogue {
  const folder = join(LOCALES, language);
  const entries = new Map<string, Entry>();
  const faults: string[] = [];
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  for (const file of files.filter((name) => name.endsWith(".ftl"))) {
    for (const part of parse(readFileSync(join(folder, file), "utf8"), {}).body) {
      if (part.type === "Junk") faults.push(`${language}/${file}: ${part.content.trim()}`);
      if (part.type === "Message" || part.type === "Term") add(file, part, entries, faults);
    }
  }
  return { entries, faults };
}

function add(file: string, part: Message | Term, entries: Map<string, Entry>, faults: string[]) {
  const id = part.type === "Term" ? `-${part.id.name}` : part.id.name;
  const named = part.attributes.map((a) => [`${id}.${a.id.name}`, a.value] as const);
  for (const [name, value] of [[id, part.value] as const, ...named]) {
    if (!value) continue;
    if (entries.has(name)) faults.push(`${file}: ${name} stands there twice`);
    entries.set(name, take(file, value));
  }
}

const PLURALS = new Set(["zero", "one", "two", "few", "many", "other"]);

class Reader extends Visitor {
  readonly variables = new Set<string>();
  readonly references = new Set<string>();
  readonly plurals: Choice[] = [];
  readonly choices: string[] = [];
  text = "";

  override visitTextElement(node: BaseNode & { value: string }): void {
    this.text += `${node.value} `;
  }

  override visitVariableReference(node: BaseNode & { id: { name: string } }): void {
    this.variables.add(node.id.name);
  }

  override visitMessageReference(node: BaseNode & { id: { name: string } }): void {
    this.references.add(node.id.name);
  }

  override visitTermReference(node: BaseNode & { id: { name: string } }): void {
    this.references.add(`-${node.id.name}`);
  }

  override visitSelectExpression(node: SelectExpression): void {
    const keys = node.variants.map(({ key }) => (key.type === "Identifier" ? key.name : key.value));
    const words = keys.filter((key) => !/^\d+$/.test(key));
    if (words.every((key) => PLURALS.has(key))) this.plurals.push({ type: typeOf(node), keys });
    else this.choices.push(keys.toSorted().join("|"));
    this.genericVisit(node);
  }
}

function typeOf({ selector }: SelectExpression): Intl.PluralRuleType {
  if (selector.type !== "FunctionReference") return "cardinal";
  const type = selector.arguments.named.find(({ name }) => name.name === "type")?.value;
  return type?.type === "StringLiteral" && type.value === "ordinal" ? "ordinal" : "cardinal";
}

function take(file: string, pattern: Pattern): Entry {
  const reader = new Reader();
  reader.visit(pattern);
  return {
    file,
    text: reader.text,
    variables: [...reader.variables].sort(),
    references: [...reader.references],
    plurals: reader.plurals,
    choices: reader.choices.toSorted(),
  };
}
