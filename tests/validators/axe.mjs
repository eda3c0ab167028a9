// Judges many pages in one browser: axe-core by every rule of WCAG 2.2 A and AA and by its best practice, and whether a page
// must be scrolled sideways on a narrow screen (WCAG 1.4.10, which axe-core leaves out).
//
// In: on standard input, JSON: a list of {"file": an HTML file, "views": some of the names below}.
// Out: on standard output, JSON: for each file and view its "faults" and what is "unsure", as sentences.
// Run: node tests/validators/axe.mjs /usr/bin/chromium < list.json

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"] };
// On a narrow screen and on paper the page is the same page: only the rules that its dress can break are judged again.
// "reflow" judges by no rule of axe-core, and so takes no time.
const VIEWS = {
  wide: { media: "screen", width: 1280, rules: RULES },
  reflow: { media: "screen", width: 320, rules: null },
  narrow: { media: "screen", width: 320, rules: { type: "rule", values: ["target-size", "scrollable-region-focusable", "link-in-text-block"] } },
  print: { media: "print", width: 794, rules: { type: "rule", values: ["color-contrast"] } }, // A4 in CSS pixels
};

function told(findings) {
  return findings.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html, failureSummary }) => `${id}: ${help}: ${target.join(" ")}: ${html.slice(0, 200)}: ${failureSummary ?? ""}`),
  );
}

async function sideways(page) {
  const [content, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  return content > screen ? [`reflow: the page is ${content} pixels wide on a screen of ${screen}`] : [];
}

async function judged(page, view) {
  const { media, width, rules } = VIEWS[view];
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ media });
  const wider = media === "screen" ? await sideways(page) : [];
  if (!rules) return { faults: wider, unsure: [] };
  await page.evaluate(AXE);
  const found = await page.evaluate((runOnly) => axe.run(document, { runOnly, resultTypes: ["violations", "incomplete"] }), rules);
  return { faults: [...told(found.violations), ...wider], unsure: told(found.incomplete) };
}

const asked = JSON.parse(readFileSync(0, "utf8"));
const browser = await chromium.launch({
  executablePath: process.argv[2],
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
const answers = {};
try {
  const page = await browser.newPage({ offline: true });
  for (const { file, views } of asked) {
    await page.goto(`file://${encodeURI(file)}`);
    answers[file] = {};
    for (const view of views) answers[file][view] = await judged(page, view);
  }
} finally {
  await browser.close();
}
process.stdout.write(`${JSON.stringify(answers)}\n`);
