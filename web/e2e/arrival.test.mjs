// From a link to the first message: the screens on the way, what they weigh, how many presses.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openBrowser } from "./lib/browser.mjs";
import { look } from "./lib/look.mjs";
import { assertUnblemished, Person } from "./lib/person.mjs";
import { openRoom } from "./lib/room.mjs";
import { startServer } from "./lib/server.mjs";

const MOST_TAPS = 8;
const MOST_BYTES = 140 * 1024;

describe("arriving", () => {
  let server;
  let browser;
  let facilitators = [];
  const people = [];

  before(async () => {
    server = await startServer(4);
    browser = await openBrowser();
    facilitators = await openRoom(browser, server);
  });

  after(async () => {
    for (const person of [...facilitators, ...people]) await person.leave();
    await browser?.close();
    await server?.stop();
  });

  async function somebody(who) {
    const person = await Person.at(browser, server, { name: "Tut ağacı 3", ...who });
    people.push(person);
    return person;
  }

  it("these tests would notice a style from elsewhere and a request that leaves", async () => {
    const person = await somebody({ language: "en" });
    await person.page.goto(server.url);
    const before = person.guard.faults.length;
    await person.page.evaluate(async () => {
      document.body.setAttribute("style", "color: red");
      await fetch("http://127.0.0.1:9/").catch(() => {});
    });
    const found = person.guard.faults.splice(before);
    assert.ok(
      found.some((fault) =>
        /Content Security Policy.*style|style.*Content Security Policy/.test(fault),
      ),
      found.join("\n"),
    );
    assert.ok(
      found.some((fault) => /Content Security Policy.*127.0.0.1:9|127.0.0.1:9/.test(fault)),
      found.join("\n"),
    );
  });

  it("every screen on the way is fit for everybody", async () => {
    const person = await somebody({ language: "en" });
    const link = server.link("participant", 3);
    const start = async (one, language) => {
      // A page that has a fragment already is not loaded anew by another one.
      await one.page.goto("about:blank");
      await one.page.goto(link);
      await one.test(`lang-${language}`).waitFor();
    };
    const what = async (one, language) => {
      await start(one, language);
      await one.press(`lang-${language}`);
      await one.test("continue").waitFor();
    };
    const consent = async (one, language) => {
      await what(one, language);
      await one.press("continue");
      await one.test("consent-take-part").waitFor();
    };
    const forgotten = { arrange: consent, prepare: (one) => one.press("continue") };
    assert.deepEqual(await look(person, "01-language", { arrange: start }), []);
    assert.deepEqual(await look(person, "02-what", { arrange: what }), []);
    assert.deepEqual(await look(person, "03-consent", { arrange: consent }), []);
    assert.deepEqual(await look(person, "04-consent-missing", forgotten), []);
  });

  it("the code of an invitation is not in the address, and looking uses nothing up", async () => {
    const person = await somebody({ language: "az" });
    const link = server.link("participant", 0);
    await person.page.goto(link);
    await person.test("lang-az").waitFor();
    const code = new URL(link).hash.slice(1);
    assert.ok(!person.page.url().includes(code));
    await person.page.goto("about:blank");
    await person.arrive(link, { side: "b" });
    assert.ok(!(await person.page.content()).includes(code));
    await person.page.goBack();
    assert.ok(!person.page.url().includes(code), "the history does not know it either");
  });

  it("a used invitation is told calmly, in three languages", async () => {
    const person = await somebody({ language: "hy" });
    const used = server.link("participant", 0);
    const arrange = async (one, language) => {
      one.guard.cut = true;
      await one.page.goto("about:blank");
      await one.page.goto(used);
      await one.press(`lang-${language}`);
      await one.test("error").waitFor();
    };
    await arrange(person, "hy");
    assert.deepEqual(await look(person, "05-invitation-unknown", { arrange }), []);
    // The browser writes every 404 into its console; that one is the point here.
    person.guard.faults = person.guard.faults.filter((fault) => !/status of 404/.test(fault));
  });

  it(`from a link to the first message it takes at most ${MOST_TAPS} presses`, async () => {
    const person = await somebody({ language: "hy" });
    await person.redeem(server.link("participant", 1));
    await person.press("enter");
    await person.press("composer");
    await person.page.keyboard.type("Բարև");
    await person.press("send");
    await facilitators[0].sees("Բարև");
    assert.ok(person.taps <= MOST_TAPS, `${person.taps} presses`);
  });

  it("the way into the room weighs at most 140 KB", async (t) => {
    const person = await somebody({ language: "hy" });
    const bytes = await weigh(person, async () => {
      await person.redeem(server.link("participant", 2));
      await person.press("enter");
      await person.test("composer").waitFor();
      await person.page.waitForLoadState("networkidle");
    });
    t.diagnostic(`first room load: ${(bytes / 1024).toFixed(1)} KB`);
    assert.ok(bytes <= MOST_BYTES, `${bytes} bytes`);
  });

  it("nobody's page broke a rule or left home", () => {
    assertUnblemished([...facilitators, ...people]);
  });
});

/** What came over the network meanwhile, as it was encoded. */
async function weigh(person, act) {
  const debug = await person.page.context().newCDPSession(person.page);
  let bytes = 0;
  debug.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await debug.send("Network.enable");
  await act();
  return bytes;
}
