#!/usr/bin/env node
// node scripts/print-reference.mjs [--url http://localhost:3000]: prints /docs/soft-skills-score of a running server to
// public/soft-skills-score.pdf with headless Chromium, and notes beside it which text it shows. Fails when the page does
// not fit on one sheet. print-reference.test.mjs says when the file is stale; bytes are not compared, they hold a date.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "..");
const PAGE = "/docs/soft-skills-score";
export const PDF_FILE = path.join(ROOT, "public/soft-skills-score.pdf");
export const NOTE_FILE = path.join(ROOT, "docs/soft-skills-score-pdf.json");

/** The words of the page's main part, without markup. */
export function pageText(html) {
  const [, main = ""] = /<main[^>]*>([\s\S]*)<\/main>/.exec(html) ?? [];
  const text = main.replace(/<!--[\s\S]*?-->/g, "").replace(/<[^>]+>/g, " ");
  return text.replace(/\s+/g, " ").trim();
}

export function sha256(data) {
  return createHash("sha256").update(data).digest("hex");
}

/** Sheets of a PDF as Chromium writes it: page objects are not compressed. */
export function countSheets(pdf) {
  return [...pdf.toString("latin1").matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;
}

async function print(url) {
  const address = new URL(PAGE, url);
  const response = await fetch(address).catch(() => null);
  if (!response?.ok)
    throw new Error(`${address} does not answer with the page. Start it with npm run up, or give --url.`);
  const text = pageText(await response.text());
  const pdf = await toPdf(address.href);
  const sheets = countSheets(pdf);
  if (sheets !== 1)
    throw new Error(`The page takes ${sheets} sheets; it must fit on one. Shorten it, then print again.`);
  writeFileSync(PDF_FILE, pdf);
  writeFileSync(NOTE_FILE, `${JSON.stringify({ text_sha256: sha256(text), pdf_sha256: sha256(pdf) }, null, 2)}\n`);
  console.log(`wrote public/soft-skills-score.pdf (${Math.round(pdf.length / 1000)} kB, one sheet)`);
}

async function toPdf(href) {
  const [{ chromium }, { findChromium }] = await Promise.all([
    import("@playwright/test"),
    import("./bootstrap/chromium.mjs"),
  ]);
  const executablePath = findChromium();
  if (executablePath === null) throw new Error("There is no Chromium. Install it, or set CHROMIUM_PATH.");
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const page = await browser.newPage({ colorScheme: "light" });
    await page.goto(href, { waitUntil: "networkidle" });
    return await page.pdf({ preferCSSPageSize: true, printBackground: true });
  } finally {
    await browser.close();
  }
}

/** What the note beside the PDF says it shows. */
export function readNote() {
  return JSON.parse(readFileSync(NOTE_FILE, "utf8"));
}

if (process.argv[1] === import.meta.filename) {
  const at = process.argv.indexOf("--url");
  await print(at === -1 ? "http://localhost:3000" : process.argv[at + 1]).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
