// The browser's own network and events, as far as a page without a server can show.

import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { browser } from "../src/engine/browser";
import { socketAt, socketUrl } from "../src/engine/socket";
import type { CloseCode, ServerFrame } from "../src/wire";
import { NOWHERE } from "./frames";

describe("watching", () => {
  const calls: string[] = [];
  let stop = () => {};

  beforeEach(() => {
    calls.length = 0;
    vi.useFakeTimers();
    stop = browser("h").watch({
      wake: () => void calls.push("wake"),
      lost: () => void calls.push("lost"),
      renewed: () => void calls.push("renewed"),
    });
  });

  afterEach(() => {
    stop();
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  function look(hidden: boolean): void {
    vi.spyOn(document, "hidden", "get").mockReturnValue(hidden);
    document.dispatchEvent(new Event("visibilitychange"));
  }

  test("tells of the network", () => {
    dispatchEvent(new Event("offline"));
    dispatchEvent(new Event("online"));
    expect(calls).toEqual(["lost", "wake"]);
  });

  test("tells a short look away from a long one", () => {
    look(true);
    vi.advanceTimersByTime(5_000);
    look(false);
    look(true);
    vi.advanceTimersByTime(61_000);
    look(false);
    expect(calls).toEqual(["wake", "renewed"]);
  });

  test("stops when it is told to", () => {
    stop();
    dispatchEvent(new Event("online"));
    expect(calls).toEqual([]);
  });
});

describe("the websocket", () => {
  class FakeSocket {
    static last: FakeSocket;
    readonly sent: unknown[] = [];
    closed = false;
    onopen: (() => void) | null = null;
    onmessage: ((event: { data: string }) => void) | null = null;
    onclose: ((event: { code: number }) => void) | null = null;

    constructor(readonly url: string) {
      FakeSocket.last = this;
    }

    send(text: string): void {
      this.sent.push(JSON.parse(text));
    }

    close(): void {
      this.closed = true;
    }
  }

  const frames: ServerFrame[] = [];
  let why: CloseCode | null | undefined;

  function open() {
    frames.length = 0;
    why = undefined;
    vi.stubGlobal("WebSocket", FakeSocket);
    const reader = {
      frame: (frame: ServerFrame) => void frames.push(frame),
      alive: () => {},
      closed: (code: CloseCode | null) => {
        why = code;
      },
    };
    const hello = { type: "hello", protocol: 1, ticket: "t", resume: NOWHERE } as const;
    return socketAt("ws://here/api/ws")(hello, reader);
  }

  afterEach(() => {
    vi.unstubAllGlobals();
  });

  test("goes where the page came from", () => {
    expect(socketUrl({ protocol: "https:", host: "a.example" })).toBe("wss://a.example/api/ws");
    expect(socketUrl({ protocol: "http:", host: "127.0.0.1:1" })).toBe("ws://127.0.0.1:1/api/ws");
  });

  test("says hello first, then commands, and reads frames", () => {
    const socket = open();
    FakeSocket.last.onopen?.();
    socket.send([{ nonce: "nonce-001", command: { do: "resume" } }]);
    FakeSocket.last.onmessage?.({ data: '{"type":"caught_up"}' });
    expect(FakeSocket.last.sent).toEqual([
      { type: "hello", protocol: 1, ticket: "t", resume: NOWHERE },
      { type: "do", nonce: "nonce-001", command: { do: "resume" } },
    ]);
    expect(frames).toEqual([{ type: "caught_up" }]);
  });

  test.each([
    [4401, "bad_ticket"],
    [4409, "replaced"],
    [1012, "restarting"],
    [1006, null],
  ])("closed with %i it says %s", (code, meaning) => {
    open();
    FakeSocket.last.onclose?.({ code });
    expect(why).toBe(meaning);
  });

  test("is closed when it brings what is no frame", () => {
    open();
    FakeSocket.last.onmessage?.({ data: "<html>" });
    expect(FakeSocket.last.closed).toBe(true);
    expect(why).toBeNull();
  });
});
