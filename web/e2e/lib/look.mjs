// Looks at a screen as it can be seen: three languages, a telephone and a desk, light and dark.
// Every sight is given to axe, and the light ones are kept as pictures in `tests/shots`.

import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { size } from "./browser.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];
const SHOTS = join(import.meta.dirname, "../../../tests/shots");
const IS_OFF = process.env.ROUNDTABLE_LOOK === "off";

/** The languages, by the alphabet of their tags. */
export const LANGUAGES = ["az", "en", "hy"];
const WIDTHS = [390, 1280];

/**
 * Everything axe has to say about a screen; nothing is what it should be.
 *
 * `arrange` brings the screen back in a language, since changing it begins the page anew. `prepare`
 * then opens what is to be seen there, once for each width.
 */
export async function look(person, screen, { arrange, prepare, languages = LANGUAGES } = {}) {
  if (IS_OFF) return [];
  const found = [];
  for (const language of languages) {
    await (arrange ?? again)(person, language);
    for (const width of WIDTHS) {
      await person.page.setViewportSize(size(width));
      await prepare?.(person);
      await picture(person.page, `${language}-${width}`, screen);
      found.push(...(await judge(person.page, `${screen} ${language} ${width}`)));
      await person.page.keyboard.press("Escape");
    }
  }
  await person.page.setViewportSize(size(person.width));
  await (arrange ?? again)(person, person.language);
  return found;
}

/** The same page anew, in another language. */
export async function again(person, language) {
  const { page } = person;
  if ((await page.locator("html").getAttribute("lang")) === language) return;
  await page.evaluate(
    (tag) => sessionStorage.setItem("roundtable.language", JSON.stringify(tag)),
    language,
  );
  const settled = presence(page);
  await page.reload();
  await page.locator(`html[lang=${language}]`).waitFor({ state: "attached" });
  await page.locator("rt-name, rt-waiting, rt-room, rt-console").waitFor({ state: "attached" });
  await settled;
}

/** The first word about who is here: until then a page knows of nobody. */
async function presence(page) {
  const socket = await page.waitForEvent("websocket");
  const isPresence = ({ payload }) => String(payload).includes('"type":"presence"');
  await socket.waitForEvent("framereceived", { predicate: isPresence });
}

async function picture(page, folder, screen) {
  await page.emulateMedia({ colorScheme: "light" });
  mkdirSync(join(SHOTS, folder), { recursive: true });
  await page.screenshot({ path: join(SHOTS, folder, `${screen}.png`) });
}

async function judge(page, where) {
  const found = [];
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    found.push(...(await axe(page)).map((words) => `${where} ${colorScheme}: ${words}`));
  }
  await page.emulateMedia({ colorScheme: "light" });
  return found;
}

/** Violations in words. */
async function axe(page) {
  // Evaluated by the debugger: the page's own content security policy lets no script in.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const { violations } = await page.evaluate(
    (tags) => globalThis.axe.run(document, { runOnly: tags, resultTypes: ["violations"] }),
    TAGS,
  );
  return violations.map(({ id, nodes }) => {
    const [{ html, failureSummary }] = nodes;
    return `${id} (${nodes.length}): ${html.slice(0, 160)}: ${failureSummary.replaceAll(/\s+/g, " ")}`;
  });
}
