// Cuts a stream of bytes into lines. A chunk may end anywhere, also inside a letter.

/** Longer than any frame: whoever sends this is not our server. */
const LONGEST = 1_048_576;

export class Lines {
  readonly #decoder = new TextDecoder("utf-8", { fatal: true });
  #rest = "";

  /** The lines that this chunk completes. Empty ones, signs of life, are left out. */
  push(chunk: Uint8Array): string[] {
    const text = this.#rest + this.#decoder.decode(chunk, { stream: true });
    const lines = text.split("\n");
    this.#rest = lines.pop() ?? "";
    if (this.#rest.length > LONGEST) throw new Error("a line without an end");
    return lines.filter((line) => line !== "");
  }
}
