import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readCatalogue } from "../../scripts/catalogues";

const VIEW = join(import.meta.dirname, "../../src/view");
const files = readdirSync(VIEW, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".ts"),
);
const source = (file: string) => readFileSync(join(VIEW, file), "utf8");

describe.each(files)("%s", (file) => {
  test("says only what the catalogue has", () => {
    const ids = [...source(file).matchAll(/\bt\(\s*"([^"]+)"/gu)].map(([, id]) => id as string);
    const { entries } = readCatalogue("en");
    expect(ids.filter((id) => !entries.has(id) && id !== "id.attribute")).toEqual([]);
  });

  test("asks for nothing that the content security policy forbids", () => {
    expect(source(file)).not.toMatch(
      /\sstyle=|styleMap|innerHTML|unsafeHTML|unsafeSVG|\.style\b|data:/u,
    );
  });

  test("leaves the case of letters alone", () => {
    expect(source(file)).not.toMatch(/toUpperCase|toLocaleUpperCase/u);
  });
});
