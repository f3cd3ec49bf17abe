import { beforeEach, describe, expect, test } from "vitest";
import { ApiError } from "../src/engine/api";
import { Connection, type Owner } from "../src/engine/connection";
import type { Hello, Outgoing, Reader, Transport, Way } from "../src/engine/transport";
import type { CloseCode, ServerFrame } from "../src/wire";
import { FakeClock } from "./clock";
import { NOWHERE, welcome } from "./frames";

interface Opened extends Transport {
  readonly way: Way;
  readonly hello: Hello;
  readonly reader: Reader;
  closed: boolean;
  readonly sent: Outgoing[];
}

let clock: FakeClock;
let opened: Opened[];
let tickets: (() => Promise<string>)[];
let expecting: boolean;
let frames: ServerFrame[];
let connection: Connection;

const last = () => opened.at(-1) as Opened;
const bye = (why: CloseCode, retry_ms: number | null = null): ServerFrame => ({
  type: "bye",
  why,
  retry_ms,
});

function open(way: Way) {
  return (hello: Hello, reader: Reader): Transport => {
    const transport: Opened = {
      way,
      hello,
      reader,
      closed: false,
      sent: [],
      send: (commands) => void transport.sent.push(...commands),
      close: () => {
        transport.closed = true;
      },
    };
    opened.push(transport);
    return transport;
  };
}

beforeEach(() => {
  clock = new FakeClock();
  opened = [];
  tickets = [];
  frames = [];
  expecting = false;
  let ticket = 0;
  const owner: Owner = {
    positions: () => ({ ...NOWHERE, all: frames.length }),
    expecting: () => expecting,
    frame: (frame) => void frames.push(frame),
    changed: () => {},
  };
  connection = new Connection(
    {
      ticket: () => {
        ticket += 1;
        return (tickets.shift() ?? (async () => `ticket ${ticket}`))();
      },
      ways: { socket: open("socket"), stream: open("stream") },
      now: clock.now,
      after: clock.after,
      random: () => 0.5,
    },
    owner,
  );
});

async function live(): Promise<void> {
  connection.start();
  await clock.advance(0);
  greet();
}

function greet(): void {
  last().reader.frame(welcome());
  last().reader.frame({ type: "caught_up" });
}

async function cut(why: CloseCode | null = null): Promise<void> {
  last().reader.closed(why);
  await clock.advance(0);
}

describe("connecting", () => {
  test("says hello with a fresh ticket and the lane positions, and is live once caught up", async () => {
    connection.start();
    await clock.advance(0);
    expect(last().hello).toEqual({
      type: "hello",
      protocol: 1,
      ticket: "ticket 1",
      resume: NOWHERE,
    });
    last().reader.frame(welcome());
    expect(connection.state.is).toBe("connecting");
    last().reader.frame({ type: "caught_up" });
    expect(connection.state).toMatchObject({ is: "live", way: "socket" });

    await cut();
    await clock.advance(2_000);
    expect(last().hello).toMatchObject({ ticket: "ticket 2", resume: { all: 2 } });
  });

  test("starting twice opens one connection", async () => {
    connection.start();
    connection.start();
    await clock.advance(0);
    connection.start();
    expect(opened).toHaveLength(1);
  });

  test("sends only while it is live", async () => {
    const command = { nonce: "n", command: { do: "resume" } } as const;
    connection.start();
    await clock.advance(0);
    connection.send([command]);
    expect(last().sent).toEqual([]);
    greet();
    connection.send([command]);
    expect(last().sent).toEqual([command]);
  });

  test("what an old connection still says is not heard", async () => {
    await live();
    const old = last();
    await cut();
    const heard = frames.length;
    old.reader.frame({ type: "caught_up" });
    old.reader.closed("replaced");
    expect(frames).toHaveLength(heard);
    expect(connection.state.is).toBe("waiting");
  });
});

describe("coming back", () => {
  test("waits 1, 2, 4, 8, 15 and again 15 seconds, and begins anew after a success", async () => {
    const offline = async () => Promise.reject(new ApiError("offline", 0));
    tickets = Array.from({ length: 7 }, () => offline);
    connection.start();
    await clock.advance(0);
    for (const seconds of [1, 2, 4, 8, 15, 15]) {
      expect(clock.nextIn()).toBe(seconds * 1_000);
      await clock.advance(seconds * 1_000);
    }
    await clock.advance(15_000);
    greet();
    await cut();
    expect(clock.nextIn()).toBe(1_000);
  });

  test("says since when nothing comes in, until it is live again", async () => {
    await live();
    const lostAt = clock.now();
    await cut();
    await clock.advance(1_000);
    expect(connection.state).toMatchObject({ is: "connecting", lostAt });
    await cut();
    expect(connection.state).toMatchObject({ is: "waiting", lostAt });
  });

  test("does not wait when the network is back", async () => {
    await live();
    await cut();
    connection.wake();
    await clock.advance(0);
    expect(opened).toHaveLength(2);
  });

  test("comes back when the server says, not before", async () => {
    await live();
    last().reader.frame(bye("restarting", 3_500));
    expect(connection.state).toMatchObject({ is: "waiting", retryAt: clock.now() + 3_500 });
    await clock.advance(3_499);
    expect(opened).toHaveLength(1);
    await clock.advance(1);
    expect(opened).toHaveLength(2);
  });

  test("does not come back by itself when the server says nothing of it", async () => {
    await live();
    last().reader.frame(bye("replaced"));
    expect(connection.state).toMatchObject({ is: "ended", why: "replaced" });
    expect(clock.nextIn()).toBeNull();
    connection.start();
    await clock.advance(0);
    expect(opened).toHaveLength(2);
  });

  test.each(["not_text", "bad_frame", "too_big", "bad_hello", "replaced"] as const)(
    "ends after %s, which would only repeat itself",
    async (why) => {
      await live();
      await cut(why);
      expect(connection.state).toMatchObject({ is: "ended", why });
    },
  );

  test.each(["restarting", "too_slow", "too_fast", "fault", null] as const)(
    "comes back after %s",
    async (why) => {
      await live();
      await cut(why);
      expect(connection.state.is).toBe("waiting");
    },
  );

  test("takes a new ticket at once after a bad one, but only once", async () => {
    connection.start();
    await clock.advance(0);
    await cut("bad_ticket");
    expect(opened.map(({ hello }) => hello.ticket)).toEqual(["ticket 1", "ticket 2"]);
    await cut("bad_ticket");
    expect(connection.state.is).toBe("waiting");
  });

  test("ends when the seat is not on this device any more", async () => {
    tickets = [async () => Promise.reject(new ApiError("seat_unknown", 401))];
    connection.start();
    await clock.advance(0);
    expect(connection.state).toMatchObject({ is: "ended", why: "seat_unknown" });
  });
});

describe("the other way", () => {
  async function failTwice(): Promise<void> {
    await cut();
    await clock.advance(1_000);
    await cut();
    await clock.advance(2_000);
  }

  test("is taken after two websockets without a welcome", async () => {
    connection.start();
    await clock.advance(0);
    await failTwice();
    expect(opened.map(({ way }) => way)).toEqual(["socket", "socket", "stream"]);
    greet();
    expect(connection.state).toMatchObject({ is: "live", way: "stream" });
    await cut();
    await clock.advance(1_000);
    expect(last().way).toBe("stream");
  });

  test("is not taken when the websocket worked before it was cut", async () => {
    await live();
    await cut();
    await clock.advance(1_000);
    greet();
    await failTwice();
    expect(opened.every(({ way }) => way === "socket")).toBe(true);
  });

  test("counts a websocket that stays silent as one without a welcome", async () => {
    connection.start();
    await clock.advance(10_000);
    await clock.advance(1_000);
    await clock.advance(10_000);
    await clock.advance(2_000);
    expect(last().way).toBe("stream");
  });
});

describe("silence", () => {
  test("on an idle websocket means nothing", async () => {
    await live();
    await clock.advance(600_000);
    expect(connection.state.is).toBe("live");
  });

  test("after a command means that the line is dead", async () => {
    await live();
    expecting = true;
    connection.send([{ nonce: "n", command: { do: "resume" } }]);
    await clock.advance(20_000);
    expect(connection.state.is).toBe("waiting");
    expect(last().closed).toBe(true);
  });

  test("after the answer means nothing again", async () => {
    await live();
    expecting = true;
    connection.send([{ nonce: "n", command: { do: "resume" } }]);
    expecting = false;
    last().reader.frame({ type: "done", nonce: "n" });
    await clock.advance(600_000);
    expect(connection.state.is).toBe("live");
  });

  test("of 45 seconds on a stream means that it is dead; an empty line is a sign of life", async () => {
    connection.start();
    await clock.advance(0);
    await cut();
    await clock.advance(1_000);
    await cut();
    await clock.advance(2_000);
    greet();
    await clock.advance(44_000);
    last().reader.alive();
    await clock.advance(44_000);
    expect(connection.state.is).toBe("live");
    await clock.advance(1_000);
    expect(connection.state.is).toBe("waiting");
  });
});

test("stopped it lets go of everything", async () => {
  await live();
  connection.stop();
  expect(last().closed).toBe(true);
  expect(connection.state).toMatchObject({ is: "ended", why: "stopped" });
  expect(clock.nextIn()).toBeNull();
});
