// The websocket.

import type { CloseCode, ServerFrame } from "../wire";
import type { Hello, Open, Outgoing, Reader, Transport } from "./transport";

/** What the numbers in a close frame mean. Others say nothing that we could act on. */
const CLOSE_CODES: Readonly<Record<number, CloseCode>> = {
  1003: "not_text",
  1007: "bad_frame",
  1009: "too_big",
  1012: "restarting",
  4400: "bad_hello",
  4401: "bad_ticket",
  4408: "too_slow",
  4409: "replaced",
  4429: "too_fast",
  4500: "fault",
};

/** Opens websockets at this address. */
export function socketAt(url: string): Open {
  return (hello, reader) => new Socket(new WebSocket(url), hello, reader);
}

/** The websocket's address on the server that this page came from. */
export function socketUrl({ protocol, host }: Pick<Location, "protocol" | "host">): string {
  return `${protocol === "https:" ? "wss" : "ws"}://${host}/api/ws`;
}

class Socket implements Transport {
  constructor(
    private readonly socket: WebSocket,
    hello: Hello,
    reader: Reader,
  ) {
    socket.onopen = () => socket.send(JSON.stringify(hello));
    socket.onmessage = ({ data }) => this.#read(String(data), reader);
    socket.onclose = ({ code }) => reader.closed(CLOSE_CODES[code] ?? null);
  }

  send(commands: readonly Outgoing[]): void {
    for (const command of commands) {
      this.socket.send(JSON.stringify({ type: "do", ...command }));
    }
  }

  close(): void {
    this.socket.onmessage = null;
    this.socket.onclose = null;
    this.socket.close();
  }

  #read(data: string, reader: Reader): void {
    const frame = parse(data);
    if (frame) {
      reader.alive();
      reader.frame(frame);
    } else {
      this.close();
      reader.closed(null);
    }
  }
}

function parse(data: string): ServerFrame | null {
  try {
    return JSON.parse(data) as ServerFrame;
  } catch {
    return null;
  }
}
