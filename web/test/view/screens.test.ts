import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { sessionOf } from "../../dev/world";
import type { RoomSession } from "../../src/engine/session";
import type { Outgoing } from "../../src/engine/transport";
import { l10n } from "../../src/l10n";

let page: HTMLElement & { session: RoomSession };
let sent: Outgoing[];

beforeAll(async () => {
  vi.stubGlobal("fetch", async () => new Response("{}"));
  await l10n.choose("en");
  await import("../../src/view/seat");
});

afterEach(() => {
  page.session.stop();
  page.remove();
});

/** Opens a fixture and waits until its frames are on the page. */
async function open(name: string): Promise<void> {
  const opened = sessionOf(name);
  sent = opened.sent;
  page = document.createElement("rt-seat") as typeof page;
  page.session = opened.session;
  document.body.append(page);
  await vi.waitFor(() => expect(find("h1")).not.toBeNull());
  await vi.waitFor(() => expect(page.session.connection.is).toBe("live"));
  await vi.waitFor(() =>
    expect(page.querySelector("[data-test=room-h], [data-test=name], .seats")).not.toBeNull(),
  );
}

function find<E extends HTMLElement>(selector: string): E | null {
  return page.querySelector<E>(selector);
}

function need<E extends HTMLElement>(selector: string): E {
  const found = find<E>(selector);
  if (!found) throw new Error(`there is no ${selector}`);
  return found;
}

const hook = (name: string) => `[data-test="${name}"]`;
const words = (element: Element) =>
  (element.textContent ?? "")
    .replace(/[\u2068\u2069]/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
const commands = () => sent.map((one) => one.command.do);

function write(text: string): void {
  const composer = need<HTMLTextAreaElement>(hook("composer"));
  composer.value = text;
  composer.dispatchEvent(new Event("input", { bubbles: true }));
}

function press(on: Element, code: string): void {
  on.dispatchEvent(
    new KeyboardEvent("keydown", { code, key: code, bubbles: true, cancelable: true }),
  );
}

describe("every state of one's own message says what is so and offers a way out", () => {
  test("returned: the reason, the facilitator's line, edit and withdraw", async () => {
    await open("room");
    const message = need('[data-state="returned"]');
    expect(words(message)).toContain("Returned to you with a note");
    expect(words(message)).toContain(
      "Rəna, facilitator: Could you say this without the neighbour’s name?",
    );
    expect(message.querySelectorAll(".state button")).toHaveLength(2);
  });

  test("waiting: who reads it, and how to take it back", async () => {
    await open("room");
    const message = need('[data-state="waiting"]');
    expect(words(message)).toContain("A facilitator is reading this first");
    expect(message.querySelector(hook("withdraw"))).not.toBeNull();
  });

  test("withdrawn: the words are gone at once, and can come back", async () => {
    await open("room");
    const tomb = need('[data-state="withdrawn"].tomb:last-of-type');
    expect(tomb.querySelector(hook("text"))).toBeNull();
    expect(words(need('[data-state="withdrawn"]:has([data-test="undo"])'))).toContain(
      "Withdrawn by you",
    );
  });
});

describe("the conversation", () => {
  test("keeps each text in its own language and byte for byte", async () => {
    await open("room");
    const text = need('[data-number="3"] [data-test="text"]');
    expect(text.lang).toBe("az");
    expect(text.textContent).toBe("Ağacın yanında kimsə var idimi? Sizinlə danışdılarmı?");
  });

  test("folds a story behind its author's note", async () => {
    await open("room");
    expect(need<HTMLDetailsElement>(hook("fold")).open).toBe(false);
  });

  test("has one tab stop", async () => {
    await open("room");
    expect(page.querySelectorAll('.talk > li[tabindex="0"]')).toHaveLength(1);
  });
});

describe("the composer", () => {
  test("sends what stands in it, and is empty afterwards", async () => {
    await open("room");
    write("Hello");
    need(hook("send")).click();
    await vi.waitFor(() => expect(commands()).toContain("say"));
    expect(need<HTMLTextAreaElement>(hook("composer")).value).toBe("");
  });

  test.each(["empty", "paused"])(
    "when one may not write (%s) it says why, sends nothing and keeps the draft",
    async (fixture) => {
      await open(fixture);
      write("My words");
      need<HTMLButtonElement>(hook("send")).click();
      await vi.waitFor(() => expect(need(hook("problem")).hidden).toBe(false));
      expect(need<HTMLButtonElement>(hook("send")).disabled).toBe(false);
      expect(need<HTMLTextAreaElement>(hook("composer")).value).toBe("My words");
      expect(commands()).not.toContain("say");
    },
  );

  test.each(["observer", "interpreter"])(
    "is not there for an %s, and words say why",
    async (role) => {
      await open(role);
      expect(find(hook("composer"))).toBeNull();
      expect(words(need(hook("read-only")))).toContain(`You are here as an ${role}`);
    },
  );
});

describe("the console", () => {
  test("approves the oldest with one key of the list", async () => {
    await open("console");
    press(need(hook("held-list")), "KeyA");
    await vi.waitFor(() => expect(sent.at(-1)?.command).toEqual({ do: "approve", desk: 101 }));
  });

  test("hears no key outside the list", async () => {
    await open("console");
    press(need(hook("composer")), "KeyA");
    press(need(hook("composer")), "KeyN");
    expect(commands()).toEqual([]);
  });

  test("asks for a reason before it returns a message", async () => {
    await open("console");
    press(need(hook("held-list")), "KeyR");
    await vi.waitFor(() => expect(find(hook("confirm"))).not.toBeNull());
    expect(commands()).toEqual([]);
  });

  test("shows two places for keys, and that nothing has happened yet", async () => {
    await open("proposed");
    const card = need(hook("proposal"));
    expect(card.querySelectorAll(".keys li")).toHaveLength(2);
    expect(words(card)).toContain("Nothing happens until a second person agrees.");
    need(hook("second")).click();
    await vi.waitFor(() => expect(sent.at(-1)?.command).toEqual({ do: "second", proposal: 1 }));
  });
});

describe("the name", () => {
  test("is suggested, and the side is not said by default unless it was", async () => {
    await open("name");
    expect(need<HTMLInputElement>(hook("name")).value).toMatch(/^\p{L}+ \d+$/u);
    expect(page.querySelectorAll('input[name="side"]')).toHaveLength(5);
  });

  test("a facilitator is not asked for a side", async () => {
    await open("name-facilitator");
    expect(find('input[name="side"]')).toBeNull();
  });
});
