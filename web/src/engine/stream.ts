// The way for networks that break websockets: the response to one POST streams the frames, a JSON
// line each, and commands go by POST, one request in flight.

import type { ServerFrame } from "../wire";
import { ANSWER_MS, type Fetch, json, seatPath } from "./api";
import { Lines } from "./lines";
import { IN_FLIGHT_LIMIT } from "./outbox";
import type { Hello, Open, Outgoing, Reader, Transport } from "./transport";

/** Opens streams for a seat. */
export function streamOf(handle: string, fetch: Fetch): Open {
  return (hello, reader) => new Stream(handle, fetch, hello, reader);
}

class Stream implements Transport {
  readonly #ended = new AbortController();
  #id: string | null = null;
  #waiting: Outgoing[] = [];
  #posting = false;

  constructor(
    private readonly handle: string,
    private readonly fetch: Fetch,
    hello: Hello,
    private readonly reader: Reader,
  ) {
    void this.#run(hello);
  }

  send(commands: readonly Outgoing[]): void {
    this.#waiting.push(...commands);
    void this.#post();
  }

  close(): void {
    this.#ended.abort();
  }

  async #run(hello: Hello): Promise<void> {
    try {
      const response = await this.fetch("/api/stream", {
        method: "POST",
        signal: this.#ended.signal,
        ...json(hello),
      });
      if (response.ok && response.body) await this.#read(response.body);
      this.#over(response.status === 401 ? "bad_ticket" : null);
    } catch {
      this.#over(null);
    }
  }

  async #read(body: ReadableStream<Uint8Array>): Promise<void> {
    const lines = new Lines();
    const chunks = body.getReader();
    for (;;) {
      const { done, value } = await chunks.read();
      if (done || this.#ended.signal.aborted) return;
      this.reader.alive();
      for (const line of lines.push(value)) this.#frame(JSON.parse(line) as ServerFrame);
    }
  }

  #frame(frame: ServerFrame): void {
    if (this.#ended.signal.aborted) return;
    if (frame.type === "welcome") this.#id = frame.stream ?? null;
    this.reader.frame(frame);
  }

  async #post(): Promise<void> {
    if (this.#posting || this.#id === null || this.#ended.signal.aborted) return;
    const commands = this.#waiting.splice(0, IN_FLIGHT_LIMIT);
    if (commands.length === 0) return;
    this.#posting = true;
    const taken = await this.#deliver(commands);
    this.#posting = false;
    if (taken) void this.#post();
    else this.#over(null);
  }

  async #deliver(commands: readonly Outgoing[]): Promise<boolean> {
    const late = setTimeout(() => this.#over(null), ANSWER_MS);
    try {
      const { ok } = await this.fetch(`${seatPath(this.handle)}/commands`, {
        method: "POST",
        signal: this.#ended.signal,
        ...json({ stream: this.#id, commands }),
      });
      return ok;
    } catch {
      return false;
    } finally {
      clearTimeout(late);
    }
  }

  #over(why: "bad_ticket" | null): void {
    if (this.#ended.signal.aborted) return;
    this.#ended.abort();
    this.reader.closed(why);
  }
}
