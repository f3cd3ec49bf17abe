// A network that lets no websocket through: the same room over requests alone.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openBrowser } from "./lib/browser.mjs";
import { assertUnblemished, Person } from "./lib/person.mjs";
import { openRoom } from "./lib/room.mjs";
import { startServer } from "./lib/server.mjs";

describe("a network without websockets", () => {
  let server;
  let browser;
  let people = [];
  let facilitator;
  let orxan;

  before(async () => {
    server = await startServer(2);
    browser = await openBrowser();
    const facilitators = await openRoom(browser, server);
    [facilitator] = facilitators;
    orxan = await Person.at(browser, server, { language: "az", name: "Orxan", line: true });
    orxan.line.refusesSockets = true;
    orxan.guard.cut = true;
    people = [...facilitators, orxan];
  });

  after(async () => {
    for (const person of people) await person.leave();
    await browser?.close();
    await server?.stop();
  });

  it("somebody arrives, writes and reads", async () => {
    const streams = [];
    orxan.page.on("request", (request) => {
      if (new URL(request.url()).pathname === "/api/stream") streams.push(request.method());
    });
    await orxan.arrive(server.link("participant"), { side: "b" });
    await orxan.test("composer").waitFor();
    assert.deepEqual([...new Set(streams)], ["POST"]);
    await orxan.say("Yolun o tayında kim yaşayır?");
    await facilitator.reads("Yolun o tayında kim yaşayır?", "az");
    await facilitator.say("Thank you. There is no hurry.");
    await orxan.reads("Thank you. There is no hurry.", "en");
  });

  it("many messages at once keep their order", async () => {
    const sent = Array.from({ length: 40 }, (_, i) => `${i + 1} · Ağac yerində idi`);
    for (const text of sent) {
      await orxan.write("composer", text);
      await orxan.page.keyboard.press("Control+Enter");
    }
    await facilitator.reads(sent.at(-1), "az");
    for (const person of [facilitator, orxan]) {
      const read = await person.message("Ağac yerində idi").getByTestId("text").allTextContents();
      assert.deepEqual(read, sent, person.name);
    }
  });

  it("nobody's page broke a rule or left home", () => assertUnblemished(people));
});
