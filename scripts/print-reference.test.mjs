import { readFileSync } from "node:fs";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import OnePageReference from "@/app/(public)/docs/soft-skills-score/page";
import { countSheets, pageText, PDF_FILE, readNote, sha256 } from "./print-reference.mjs";

test("the printed reference is one sheet", () => {
  expect(countSheets(readFileSync(PDF_FILE))).toBe(1);
});

test("the printed reference shows the text of the page (else: node scripts/print-reference.mjs)", () => {
  const text = pageText(renderToStaticMarkup(createElement(OnePageReference)));
  expect(text).toContain("POST /v1/soft-skills-score");
  expect(sha256(text)).toBe(readNote().text_sha256);
  expect(sha256(readFileSync(PDF_FILE))).toBe(readNote().pdf_sha256);
});

test("a PDF of two sheets is counted as two", () => {
  expect(countSheets(Buffer.from("<</Type /Pages /Count 2>> <</Type /Page>> <</Type /Page\n/Parent 1 0 R>>"))).toBe(2);
});
