// The main way, from link to message, and the desk, with the keyboard alone. The focus is seen at
// every stop.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openBrowser } from "./lib/browser.mjs";
import { pressByKey, tabTo } from "./lib/keys.mjs";
import { assertUnblemished, Person } from "./lib/person.mjs";
import { startServer } from "./lib/server.mjs";

const at = (id) => `[data-test="${id}"]`;

describe("by keyboard alone", () => {
  let server;
  let browser;
  let anahit;
  let rena;
  let orxan;

  before(async () => {
    server = await startServer(2);
    browser = await openBrowser();
    const who = (name, language, width) => Person.at(browser, server, { name, language, width });
    anahit = await who("Anahit", "en", 1280);
    rena = await who("Rəna", "az", 1280);
    orxan = await who("Orxan", "az", 390);
  });

  after(async () => {
    for (const person of [anahit, rena, orxan]) await person?.leave();
    await browser?.close();
    await server?.stop();
  });

  async function arrive({ page, language }, link) {
    await page.goto(link);
    await page.locator(at(`lang-${language}`)).waitFor();
    await pressByKey(page, at(`lang-${language}`));
    await page.locator(at("continue")).waitFor();
    await pressByKey(page, at("continue"));
    await page.locator(at("consent-take-part")).waitFor();
    await pressByKey(page, at("consent-take-part"), "Space");
    await pressByKey(page, at("continue"));
    await page.locator(at("name")).waitFor();
    await pressByKey(page, at("enter"));
    await page.locator(at("name")).waitFor({ state: "detached" });
  }

  it("three people arrive", async () => {
    await arrive(anahit, server.link("facilitator", 0));
    await arrive(rena, server.link("facilitator", 1));
    await arrive(orxan, server.link("participant", 0));
  });

  it("two facilitators open the room and go on", async () => {
    await pressByKey(anahit.page, at("propose-open"));
    await rena.test("second").waitFor();
    await pressByKey(rena.page, at("second"));
    await anahit.test("next-phase").waitFor();
    await tabTo(anahit.page, at("next-phase"));
    const welcome = await anahit.phase();
    await anahit.page.keyboard.press("Enter");
    await anahit.test("phase-name").filter({ hasNotText: welcome }).waitFor();
    const arriving = await anahit.phase();
    await anahit.page.keyboard.press("KeyN");
    await anahit.test("phase-name").filter({ hasNotText: arriving }).waitFor();
  });

  it("a participant writes, a facilitator decides with one key, and goes back to the room", async () => {
    const text = "Ağacın yanında kimsə var idimi?";
    await orxan.test("composer").waitFor();
    await tabTo(orxan.page, at("composer"));
    await orxan.page.keyboard.type(text);
    await orxan.page.keyboard.press("Control+Enter");
    await anahit.test("held-text").filter({ hasText: text }).waitFor();
    await tabTo(anahit.page, at("held-list"));
    await anahit.page.keyboard.press("KeyA");
    await orxan.sees(text);
    await rena.sees(text);
  });

  it("a message is returned, edited and approved without a pointer", async () => {
    const text = "Qonşumuz Davit fotolarımızı saxladı.";
    const better = "Qonşumuz fotolarımızı saxladı.";
    await orxan.page.keyboard.type(text);
    await orxan.page.keyboard.press("Control+Enter");
    await anahit.test("held-text").filter({ hasText: text }).waitFor();
    await anahit.page.keyboard.press("KeyR");
    await anahit.page.keyboard.press("Space");
    await pressByKey(anahit.page, at("confirm"));
    await orxan.sees(text, "returned");
    await pressByKey(orxan.page, at("edit"));
    await orxan.page.keyboard.press("Control+A");
    await orxan.page.keyboard.type(better);
    await orxan.page.keyboard.press("Control+Enter");
    await anahit.test("held-text").filter({ hasText: better }).waitFor();
    await anahit.page.keyboard.press("KeyA");
    await rena.sees(better);
  });

  it("the list is gone through with arrows, and what was said is heard with one key", async () => {
    await tabTo(rena.page, `${at("msg")}[tabindex="0"]`);
    await rena.page.keyboard.press("ArrowUp");
    await rena.page.keyboard.press("KeyL");
    await orxan.test("heard").filter({ hasText: /\S/ }).first().waitFor();
    await rena.page.keyboard.press("Enter");
    await rena.page.locator("dialog[open]").waitFor();
    await rena.page.keyboard.press("Escape");
    const back = await rena.page.evaluate(() => document.activeElement?.dataset.test);
    assert.equal(back, "msg", "the focus goes back to where it was");
  });

  it("nobody's page broke a rule or left home", () => assertUnblemished([anahit, rena, orxan]));
});
