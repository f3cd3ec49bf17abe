// Promise 1 in a tunnel: two hundred messages under twenty cuts of both lines.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openBrowser } from "./lib/browser.mjs";
import { assertUnblemished, Person } from "./lib/person.mjs";
import { openRoom } from "./lib/room.mjs";
import { startServer } from "./lib/server.mjs";

const MESSAGES = 200;
const CUTS = 20;
const MINUTES = 4;

describe("a network that breaks", () => {
  let server;
  let browser;
  let people = [];

  before(async () => {
    server = await startServer(2);
    browser = await openBrowser();
    const facilitators = await openRoom(browser, server);
    const writer = await Person.at(browser, server, {
      language: "hy",
      name: "Անձրև 2",
      line: true,
    });
    const reader = await Person.at(browser, server, {
      language: "az",
      name: "Heyva 7",
      line: true,
    });
    await writer.arrive(server.link("participant", 0));
    await reader.arrive(server.link("participant", 1));
    people = [writer, reader, ...facilitators];
    for (const person of [writer, reader]) {
      person.guard.cut = true;
      await person.test("composer").waitFor();
    }
  });

  after(async () => {
    await Promise.all(people.map((person) => person.leave()));
    await browser?.close();
    await server?.stop();
  });

  it(`promise 1: ${MESSAGES} messages under ${CUTS} cuts: none lost, doubled or reordered`, {
    timeout: MINUTES * 60_000,
  }, async () => {
    const [writer, reader, facilitator] = people;
    const sent = Array.from({ length: MESSAGES }, (_, i) => `${i + 1} · Թթենին կար`);
    const every = MESSAGES / CUTS;
    for (const [i, text] of sent.entries()) {
      await writer.write("composer", text);
      await writer.page.keyboard.press("Control+Enter");
      // In the middle of what is on its way, once on one line and once on the other.
      const whose = i % (2 * every) < every ? writer : reader;
      if (i % every === every - 1) await breakAndMend(whose, i + 1);
    }
    const severed = writer.line.severed + reader.line.severed;
    assert.ok(severed >= CUTS, `${severed} connections were cut while they lived`);
    for (const person of [writer, reader, facilitator]) {
      await person.page.locator(`[data-number="${MESSAGES}"]`).waitFor({ timeout: 60_000 });
      assert.deepEqual(await conversation(person), sent, person.name);
    }
  });

  it("a page that is loaded anew shows the same", async () => {
    const [writer, reader] = people;
    const before = await conversation(writer);
    await reader.page.reload();
    await reader.page.locator(`[data-number="${MESSAGES}"]`).waitFor();
    assert.deepEqual(await conversation(reader), before);
  });

  it("nobody's page broke a rule or left home", () => assertUnblemished(people));
});

/** Cuts the line, mends it, and waits until everything said so far is on the page. */
async function breakAndMend({ page, line }, said) {
  line.cut();
  line.mend();
  await page.locator(`[data-number="${said}"]`).waitFor({ timeout: 60_000 });
}

/** What stands in the conversation, by public numbers. */
async function conversation({ page }) {
  return page.evaluate(() => {
    const messages = [...document.querySelectorAll("[data-test=msg][data-number]")];
    return messages.map((message) => message.querySelector("[data-test=text]")?.textContent);
  });
}
