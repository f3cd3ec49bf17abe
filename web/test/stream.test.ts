import { describe, expect, test } from "vitest";
import { Lines } from "../src/engine/lines";
import { streamOf } from "../src/engine/stream";
import type { Hello, Outgoing, Reader } from "../src/engine/transport";
import type { CloseCode, ServerFrame } from "../src/wire";
import { settle } from "./clock";
import { NOWHERE, welcome } from "./frames";

const encoder = new TextEncoder();
const HELLO: Hello = { type: "hello", protocol: 1, ticket: "t", resume: NOWHERE };
const hear = (number: number): Outgoing => ({
  nonce: `nonce-${number}`,
  command: { do: "hear", number },
});

describe("lines", () => {
  const text = '{"a":"Բարև, salam əə 🕊"}\n\n{"b":1}\n';

  test.each([1, 2, 3, 5, 7, 1_000])("come out whole from chunks of %i bytes", (size) => {
    const bytes = encoder.encode(text);
    const lines = new Lines();
    const out: string[] = [];
    for (let i = 0; i < bytes.length; i += size) out.push(...lines.push(bytes.slice(i, i + size)));
    expect(out).toEqual(['{"a":"Բարև, salam əə 🕊"}', '{"b":1}']);
  });

  test("without an end are refused, and so are bytes that are no text", () => {
    const endless = encoder.encode("x".repeat(600_000));
    const lines = new Lines();
    lines.push(endless);
    expect(() => lines.push(endless)).toThrow();
    expect(() => new Lines().push(new Uint8Array([0xff, 0x0a]))).toThrow();
  });
});

/** A server whose stream the test writes by hand. */
class Server {
  readonly posts: { path: string; body: { commands: Outgoing[]; stream: string } }[] = [];
  readonly frames: ServerFrame[] = [];
  closed: CloseCode | null | undefined;
  lives = 0;
  status = 200;
  readonly #answers: ((response: Response) => void)[] = [];
  #write: ReadableStreamDefaultController<Uint8Array> | null = null;

  readonly reader: Reader = {
    frame: (frame) => void this.frames.push(frame),
    alive: () => {
      this.lives += 1;
    },
    closed: (why) => {
      this.closed = why;
    },
  };

  open() {
    return streamOf("h", (path, init) => this.#fetch(path, init))(HELLO, this.reader);
  }

  async write(text: string): Promise<void> {
    this.#write?.enqueue(encoder.encode(text));
    await settle();
  }

  async end(): Promise<void> {
    this.#write?.close();
    await settle();
  }

  async answer(status = 202): Promise<void> {
    this.#answers.shift()?.(new Response(null, { status }));
    await settle();
  }

  async #fetch(path: string, init: RequestInit): Promise<Response> {
    if (path !== "/api/stream") {
      this.posts.push({ path, body: JSON.parse(String(init.body)) });
      return new Promise((resolve) => this.#answers.push(resolve));
    }
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.#write = controller;
      },
    });
    return new Response(body, { status: this.status });
  }
}

async function greeted() {
  const server = new Server();
  const stream = server.open();
  await settle();
  await server.write(`${JSON.stringify({ ...welcome(), stream: "s-1" })}\n`);
  return { server, stream };
}

describe("the stream", () => {
  test("reads a frame a line, and takes an empty line for a sign of life", async () => {
    const { server } = await greeted();
    await server.write('{"type":"caught_up"}\n{"type":"do');
    await server.write('ne","nonce":"n"}\n');
    expect(server.frames.map((frame) => frame.type)).toEqual(["welcome", "caught_up", "done"]);
    const before = server.lives;
    await server.write("\n");
    expect(server.lives).toBe(before + 1);
    expect(server.frames).toHaveLength(3);
  });

  test("has one request in flight, with what came meanwhile in the next, at most 16", async () => {
    const { server, stream } = await greeted();
    stream.send([hear(0)]);
    stream.send(Array.from({ length: 20 }, (_, i) => hear(i + 1)));
    expect(server.posts).toHaveLength(1);
    await server.answer();
    await server.answer();
    await server.answer();
    expect(server.posts.map(({ body }) => body.commands.length)).toEqual([1, 16, 4]);
    expect(server.posts.flatMap(({ body }) => body.commands)).toEqual(
      Array.from({ length: 21 }, (_, i) => hear(i)),
    );
    expect(server.posts[0]).toMatchObject({
      path: "/api/seats/h/commands",
      body: { stream: "s-1" },
    });
  });

  test("ends when its commands are not taken, when it ends, and when its ticket is bad", async () => {
    const first = await greeted();
    first.stream.send([hear(1)]);
    await first.server.answer(404);
    expect(first.server.closed).toBeNull();

    const second = await greeted();
    await second.server.end();
    expect(second.server.closed).toBeNull();

    const third = new Server();
    third.status = 401;
    third.open();
    await settle();
    await third.end();
    expect(third.closed).toBe("bad_ticket");
  });

  test("closed by us it says nothing more", async () => {
    const { server, stream } = await greeted();
    stream.close();
    await server.write('{"type":"caught_up"}\n');
    expect(server.frames).toHaveLength(1);
    expect(server.closed).toBeUndefined();
  });
});
