// Texts begun and not sent, by place, in this tab only.

import { Keep, type Store } from "./keep";

/** The place of the main composer. Others are made by `placeOfEdit` and by views. */
export const COMPOSER = "composer";

/** Where the words of a message that its author changes lie. */
export function placeOfEdit(mine: string): string {
  return `edit:${mine}`;
}

/** What is being written: survives a reload, and nothing else. */
export class Drafts {
  readonly #keep: Keep<Record<string, string>>;
  #texts: Map<string, string>;
  #isWiped = false;

  constructor(store: Store | null, key: string) {
    this.#keep = new Keep(store, key);
    this.#texts = new Map(Object.entries(this.#keep.read() ?? {}));
  }

  /** The text begun there, empty if none. */
  get(place: string): string {
    return this.#texts.get(place) ?? "";
  }

  /** Keeps a text; an empty one is forgotten. */
  set(place: string, text: string): void {
    if (this.#isWiped) return;
    if (text === "") this.#texts.delete(place);
    else this.#texts.set(place, text);
    this.#save();
  }

  /** Forgets the text there. */
  clear(place: string): void {
    this.set(place, "");
  }

  /** Forgets every text, and takes no more: a page that goes away may still try to save. */
  wipe(): void {
    this.#isWiped = true;
    this.#texts = new Map();
    this.#keep.wipe();
  }

  #save(): void {
    if (this.#texts.size === 0) this.#keep.wipe();
    else this.#keep.write(Object.fromEntries(this.#texts));
  }
}
