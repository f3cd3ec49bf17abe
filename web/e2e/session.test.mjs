// A whole session, through the screens: two facilitators, two participants, an interpreter and an
// observer, in three languages.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openBrowser } from "./lib/browser.mjs";
import { look } from "./lib/look.mjs";
import { assertUnblemished, Person } from "./lib/person.mjs";
import { startServer } from "./lib/server.mjs";
import * as words from "./lib/words.mjs";

const CAST = {
  anahit: { role: "facilitator", language: "en", name: "Anahit", width: 1280, line: true },
  rena: { role: "facilitator", index: 1, language: "en", name: "Rəna", width: 390 },
  lusine: { role: "participant", language: "hy", name: "Լուսինե", side: "a", line: true },
  orxan: { role: "participant", index: 1, language: "az", name: "Orxan", side: "b", line: true },
  maya: { role: "interpreter", language: "en", name: "Maya", width: 1280 },
  jan: { role: "observer", language: "en", name: "Jan", width: 1280 },
};

describe("a whole session", () => {
  let server;
  let browser;
  let people = [];
  let anahit;
  let rena;
  let lusine;
  let orxan;
  let maya;
  let jan;

  before(async () => {
    server = await startServer(2);
    browser = await openBrowser();
    people = await Promise.all(Object.values(CAST).map((who) => Person.at(browser, server, who)));
    [anahit, rena, lusine, orxan, maya, jan] = people;
  });

  after(async () => {
    await Promise.all(people.map((person) => person.leave()));
    await browser?.close();
    await server?.stop();
  });

  const everybody = (act) => Promise.all(people.map(act));
  const others = (one) => people.filter((person) => person !== one);

  /** One facilitator goes on, and everybody sees it. */
  async function nextPhase() {
    const before = await everybody((person) => person.phase());
    await anahit.press("next-phase");
    await everybody((person, i) =>
      person.test("phase-name").filter({ hasNotText: before[i] }).waitFor(),
    );
  }

  it("six people arrive, each in her language", async () => {
    for (const [i, who] of Object.values(CAST).entries()) {
      const person = people[i];
      await person.redeem(server.link(who.role, who.index));
      if (person === lusine) assert.deepEqual(await look(lusine, "10-name"), []);
      if (person === anahit) assert.deepEqual(await look(anahit, "11-name-facilitator"), []);
      await person.enter({ side: who.side });
    }
    await orxan.page.locator("svg.seats").getByText("5", { exact: true }).waitFor();
    assert.deepEqual(await look(orxan, "12-waiting"), []);
    assert.deepEqual(await look(anahit, "13-waiting-facilitator"), []);
  });

  it("promise 2: two keys of two people open the room", async () => {
    await anahit.press("propose-open");
    await rena.test("second").waitFor();
    assert.equal(await anahit.test("second").count(), 0, "nobody turns both keys");
    assert.equal(await lusine.test("proposal").count(), 0, "only key-holders see a proposal");
    assert.deepEqual(await look(rena, "14-proposed"), []);
    await rena.press("second");
    await everybody((person) => person.test("room-h").waitFor({ state: "attached" }));
  });

  it("in the first part facilitators write, and everybody reads the very same words", async () => {
    await lusine.test("why-not").waitFor();
    await jan.test("read-only").waitFor();
    await maya.test("read-only").waitFor();
    assert.equal(await jan.test("composer").count(), 0, "an observer has no place to write");
    assert.deepEqual(await look(lusine, "20-room-empty"), []);
    await anahit.say(words.WELCOME);
    await everybody((person) => person.reads(words.WELCOME, "en"));
  });

  it("then participants write, each in her language", async () => {
    await nextPhase();
    await lusine.say(words.QUESTION_HY, { kind: "question" });
    await everybody((person) => person.reads(words.QUESTION_HY, "hy"));
    await orxan.say(words.ANSWER_AZ);
    await everybody((person) => person.reads(words.ANSWER_AZ, "az"));
  });

  it("somebody is heard, and reads by whom", async () => {
    await orxan.message(words.QUESTION_HY).getByTestId("hear").click();
    const heard = lusine.message(words.QUESTION_HY).getByTestId("heard");
    await heard.filter({ hasText: "Orxan" }).waitFor();
    assert.deepEqual(await look(maya, "21-room"), []);
    assert.deepEqual(await look(anahit, "22-console"), []);
  });

  it("promise 1: in a strict part a story waits, and nobody but the desk reads it", async () => {
    await nextPhase();
    await lusine.say(words.STORY_HY, { kind: "story", note: words.STORY_NOTE_HY });
    await lusine.sees(words.STORY_HY, "waiting");
    await Promise.all([anahit, rena].map((one) => one.tab("held")));
    for (const one of [anahit, rena]) {
      await one.test("held-text").filter({ hasText: words.STORY_HY }).waitFor();
    }
    await Promise.all([orxan, maya, jan].map((person) => person.neverReads(words.STORY_HY)));
    assert.deepEqual(await look(lusine, "30-room-waiting"), []);
    const prepare = (person) => person.tab("held");
    assert.deepEqual(await look(rena, "31-console-held", { prepare }), []);
  });

  it("a decision can be taken back before it takes effect", async () => {
    await rena.tab("held");
    await rena.press("approve");
    await rena.press("undo");
    await rena.test("approve").waitFor();
    await orxan.neverReads(words.STORY_HY);
  });

  it("a facilitator returns it with a reason, and its author reads why", async () => {
    const prepare = async (person) => {
      await person.tab("held");
      await person.press("return");
    };
    assert.deepEqual(await look(rena, "32-console-return", { prepare }), []);
    await rena.tab("held");
    await rena.press("return");
    await rena.press("reason-third_person");
    await rena.write("note", words.RETURN_NOTE);
    await rena.press("confirm");
    const mine = await lusine.sees(words.STORY_HY, "returned");
    await mine.getByText(words.RETURN_NOTE, { exact: false }).waitFor();
    assert.deepEqual(await look(lusine, "33-room-returned"), []);
  });

  it("she changes it, a facilitator approves with one key, and everybody reads it", async () => {
    await lusine.message(words.STORY_HY).getByTestId("edit").click();
    await lusine.write("edit-text", words.STORY_HY_AGAIN);
    await lusine.press("edit-send");
    await anahit.test("held-text").filter({ hasText: "Թթենին" }).waitFor();
    await anahit.test("held-list").focus();
    await anahit.page.keyboard.press("KeyA");
    await everybody((person) => person.reads(words.STORY_HY_AGAIN, "hy"));
    const fold = orxan.message(words.STORY_HY_AGAIN).getByTestId("fold");
    assert.equal(await fold.getAttribute("open"), null, "what has a note is folded for others");
    assert.deepEqual(await look(jan, "34-room-story"), []);
  });

  it("a held message is removed by one key, with a reason, and nobody else ever read it", async () => {
    await orxan.say(words.BLAME_AZ);
    await anahit.test("held-text").filter({ hasText: words.BLAME_AZ }).waitFor();
    await anahit.test("held-list").focus();
    await anahit.page.keyboard.press("KeyX");
    await anahit.press("reason-whole_people");
    await anahit.press("confirm");
    await orxan.sees(words.BLAME_AZ, "removed");
    await Promise.all([lusine, maya, jan].map((person) => person.neverReads(words.BLAME_AZ)));
    assert.deepEqual(await look(orxan, "35-room-removed"), []);
  });

  it("promise 6: words taken back are gone for everybody at once, and can be let stand", async () => {
    await withdraw(lusine, words.STORY_HY_AGAIN);
    for (const person of others(lusine)) await gone(person, words.STORY_HY_AGAIN);
    await lusine.press("undo");
    await everybody((person) => person.reads(words.STORY_HY_AGAIN, "hy"));
  });

  it("after ten seconds they are erased", async () => {
    await withdraw(lusine, words.QUESTION_HY);
    for (const person of others(lusine)) await gone(person, words.QUESTION_HY);
    await lusine.page.locator('[data-test=msg][data-state="erased"]').waitFor();
    await lusine.neverReads(words.QUESTION_HY);
  });

  it("one key hides a published message, and shows it again", async () => {
    const actions = (person) => person.message(words.ANSWER_AZ).getByTestId("actions").click();
    const prepare = async (person) => {
      await person.tab("room");
      await actions(person);
    };
    assert.deepEqual(await look(rena, "36-actions", { prepare }), []);
    await prepare(rena);
    await rena.press("hide");
    await rena.press("reason-place");
    await rena.press("confirm");
    await gone(lusine, words.ANSWER_AZ);
    await orxan.sees(words.ANSWER_AZ, "hidden");
    await rena.page.locator('[data-test=msg][data-state="hidden"]').getByTestId("actions").click();
    await rena.press("show");
    await everybody((person) => person.reads(words.ANSWER_AZ, "az"));
  });

  it("an interpreter who cannot follow pauses the room, a facilitator lets it go on", async () => {
    await maya.press("pause");
    await maya.press("pause-interpreting");
    await lusine.test("why-not").waitFor();
    await anahit.test("resume").waitFor();
    assert.deepEqual(await look(lusine, "40-room-paused"), []);
    assert.deepEqual(await look(anahit, "41-console-paused"), []);
    await anahit.press("resume");
    await lusine.test("why-not").waitFor({ state: "detached" });
  });

  it("menus, help and sheets are as good as the room", async () => {
    const sheet = (id) => ({ prepare: (person) => person.press(id) });
    assert.deepEqual(await look(orxan, "42-menu", sheet("menu")), []);
    assert.deepEqual(await look(orxan, "43-help", sheet("help")), []);
    assert.deepEqual(await look(anahit, "44-pause", sheet("pause")), []);
    const people = { prepare: (person) => person.tab("people") };
    assert.deepEqual(await look(rena, "45-console-people", people), []);
  });

  it("a lost connection is said, nothing is lost with it", async () => {
    for (const person of [anahit, lusine, orxan]) await cutAndLook(person);
    await everybody((person) => person.reads(words.MEANWHILE, "en"));
  });

  it("in the last part one facilitator ends the meeting, and the record can be had", async () => {
    await nextPhase();
    await nextPhase();
    await anahit.press("end");
    await anahit.press("close-meeting");
    await everybody((person) => person.test("closed").waitFor({ state: "attached" }));
    assert.deepEqual(await look(lusine, "50-closed"), []);
    assert.deepEqual(await look(anahit, "51-closed-console"), []);
    const path = await lusine.test("closed").locator("a").getAttribute("href");
    const record = await lusine.page.request.get(new URL(path, server.url).href);
    assert.equal(record.status(), 200);
    for (const line of (await record.text()).trim().split("\n")) JSON.parse(line);
  });

  it("nobody's page broke a rule or left home", () => assertUnblemished(people));

  async function cutAndLook(person) {
    person.guard.cut = true;
    person.line.cut();
    await person.test("connection-bar").waitFor();
    const here = { arrange: () => {}, languages: [person.language] };
    assert.deepEqual(await look(person, "46-connection-lost", here), []);
    if (person === orxan) await anahit.say(words.MEANWHILE);
    person.line.mend();
    await person.test("connection-bar").waitFor({ state: "detached" });
    person.guard.cut = false;
  }
});

async function withdraw(person, text) {
  await person.message(text).getByTestId("actions").click();
  await person.press("withdraw");
  await person.page.locator('[data-test=msg][data-state="withdrawn"]').waitFor();
}

async function gone(person, text) {
  await person.message(text).waitFor({ state: "detached" });
  await person.neverReads(text);
}
