// The server's HTTP API, typed. An error is a code with data; its words are `error-<code>`.

import type { Consent, Language, Phase, Role, SeatNo } from "../wire";

/** What an invitation is for; looking consumes nothing. */
export interface Invitation {
  readonly role: Role;
  readonly template: string;
  readonly practice: boolean;
  readonly sides: readonly [string, string];
  readonly agenda: readonly Phase[];
  readonly languages: readonly Language[];
  readonly facilitators: number;
  readonly interpreters: number;
  readonly participants: number;
  readonly observers: number;
}

/** A seat that was just taken. */
export interface Redeemed {
  readonly handle: string;
  readonly seat: SeatNo;
  readonly role: Role;
  readonly path: string;
}

/** A seat on this device. */
export interface SeatInfo {
  readonly seat: SeatNo;
  readonly role: Role;
  readonly practice: boolean;
}

/** Every code that a person may read; each has `error-<code>` in the catalogues. */
export const ERROR_CODES = [
  "invitation_unknown",
  "consent_missing",
  "seat_unknown",
  "stream_unknown",
  "bad_request",
  "bad_json",
  "bad_origin",
  "not_found",
  "too_many",
  "busy",
  "protocol",
  "fault",
  "offline",
  "timeout",
  "unexpected",
] as const;

/** The server said no, could not be reached (`offline`) or did not answer (`timeout`). */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
  ) {
    super(code);
    this.name = "ApiError";
  }

  /** The code if there are words for it, `unexpected` otherwise. */
  get known(): (typeof ERROR_CODES)[number] {
    return ERROR_CODES.find((code) => code === this.code) ?? "unexpected";
  }
}

/** What is needed of `fetch`. */
export type Fetch = (path: string, init: RequestInit) => Promise<Response>;

/** How long an answer may take. */
export const ANSWER_MS = 10_000;

export class Api {
  constructor(private readonly fetch: Fetch = (path, init) => globalThis.fetch(path, init)) {}

  /** What the invitation is for. */
  look(code: string): Promise<Invitation> {
    return this.#call("POST", "/api/invitations/look", { code });
  }

  /** Takes the seat; the answer also sets its cookie. */
  redeem(code: string, consents: readonly Consent[]): Promise<Redeemed> {
    return this.#call("POST", "/api/invitations/redeem", { code, consents });
  }

  /** The seat of a handle, if its cookie is here. */
  seat(handle: string): Promise<SeatInfo> {
    return this.#call("GET", seatPath(handle));
  }

  /** A ticket for one connection. */
  async ticket(handle: string): Promise<string> {
    const { ticket } = await this.#call<{ ticket: string }>("POST", `${seatPath(handle)}/ticket`);
    return ticket;
  }

  /** Forgets the seat on this device, even while the page goes away. */
  async forget(handle: string): Promise<void> {
    await this.#send(seatPath(handle), { method: "DELETE", keepalive: true });
  }

  /** Where the record of the session can be read. */
  recordPath(handle: string): string {
    return `${seatPath(handle)}/record`;
  }

  async #call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), ANSWER_MS);
    try {
      const init = { method, signal: late.signal, ...(body === undefined ? {} : json(body)) };
      const response = await this.#send(path, init);
      return (await response.json()) as T;
    } finally {
      clearTimeout(timer);
    }
  }

  async #send(path: string, init: RequestInit): Promise<Response> {
    const response = await this.fetch(path, init).catch(() => {
      throw new ApiError(init.signal?.aborted ? "timeout" : "offline", 0);
    });
    if (!response.ok) throw new ApiError(await codeOf(response), response.status);
    return response;
  }
}

/** The path of a seat in the API. */
export function seatPath(handle: string): string {
  return `/api/seats/${encodeURIComponent(handle)}`;
}

/** A JSON body. */
export function json(body: unknown): RequestInit {
  return { headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

async function codeOf(response: Response): Promise<string> {
  try {
    const { code } = (await response.json()) as { code?: unknown };
    return typeof code === "string" ? code : "unexpected";
  } catch {
    return "unexpected";
  }
}
