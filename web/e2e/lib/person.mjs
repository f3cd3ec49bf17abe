// A person at a browser: what she does, in the words of the screens' `data-test` hooks.

import assert from "node:assert/strict";
import { Guard, openPage } from "./browser.mjs";
import { Line } from "./line.mjs";

export class Person {
  /** How often she pressed something. */
  taps = 0;

  constructor(page, guard, line, { language, name, width = 390 }) {
    Object.assign(this, { page, guard, line, language, name, width });
  }

  /** Sits down at a browser of her own. */
  static async at(browser, server, who) {
    const line = who.line ? await Line.open() : null;
    const page = await openPage(browser, { width: who.width, line });
    return new Person(page, new Guard(page, server.url), line, who);
  }

  test(id) {
    return this.page.getByTestId(id);
  }

  async press(id) {
    this.taps += 1;
    await this.test(id).first().click();
  }

  async write(id, text) {
    await this.test(id).fill(text);
  }

  /** From the link to the screen that asks for a name. */
  async redeem(link) {
    await this.page.goto(link);
    await this.press(`lang-${this.language}`);
    await this.press("continue");
    await this.press("consent-take-part");
    await this.press("continue");
    await this.test("name").waitFor();
  }

  /** Says how to be called. */
  async enter({ side } = {}) {
    await this.write("name", this.name);
    if (side) await this.press(`side-${side}`);
    await this.press("enter");
    await this.test("name").waitFor({ state: "detached" });
  }

  async arrive(link, more = {}) {
    await this.redeem(link);
    await this.enter(more);
  }

  async say(text, { kind, note } = {}) {
    if (kind) {
      await this.press("kind");
      await this.press(`kind-${kind}`);
    }
    if (note) await this.write("content-note", note);
    await this.write("composer", text);
    await this.press("send");
  }

  /** A message by its words, whatever its state. */
  message(text) {
    return this.test("msg").filter({ hasText: firstLine(text) });
  }

  /** Waits until a message is in a state, here. */
  async sees(text, state = "published") {
    const message = this.message(text).and(this.page.locator(`[data-state="${state}"]`));
    await message.waitFor({ state: "attached" });
    return message;
  }

  /** The very characters stand on the page, and nothing else. */
  async reads(text, language) {
    const message = await this.sees(text);
    const words = message.getByTestId("text");
    assert.equal(await words.textContent(), text);
    assert.equal(await words.getAttribute("lang"), language);
  }

  /** Is not there, in the page's whole text. */
  async neverReads(text) {
    const page = await this.page.content();
    assert.ok(!page.includes(firstLine(text)), `${this.name} reads what she must not`);
  }

  async phase() {
    return this.test("phase-name").textContent();
  }

  /** On a telephone the console has tabs. */
  async tab(tab) {
    if (this.page.viewportSize().width < 1024) await this.press(`tab-${tab}`);
  }

  async leave() {
    await this.page.context().close();
    this.line?.close();
  }
}

function firstLine(text) {
  return text.split("\n")[0];
}

/** Nobody's page did what it must not. */
export function assertUnblemished(people) {
  for (const { name, guard } of people) assert.deepEqual(guard.faults, [], name);
}
