import path from "node:path";
import { expect, test } from "@playwright/test";
import { openAnswer, signIn } from "./sign-in";

const fixture = (name: string) => path.resolve(import.meta.dirname, "../public/fixtures", name);
const PROMPT = "Tell me about a time you helped a customer who was upset. What did you do, and how did it end?";

test.beforeEach(async ({ page }) => signIn(page));

test("a recording with its transcript becomes four scores whose sums are written out", async ({ page }) => {
  await page.getByRole("link", { name: "Score an answer" }).click();
  await page.getByLabel("Recording", { exact: true }).setInputFiles(fixture("average.opus"));
  await page.getByLabel("Role").selectOption("customer_support");
  await page.getByLabel("Question that was asked (optional)").fill(PROMPT);
  await page.getByLabel("or read it from a file").setInputFiles(fixture("average.words.json"));
  await page.getByRole("button", { name: "Score", exact: true }).click();

  await expect(page).toHaveURL(/\/answers\/asm_/, { timeout: 60_000 });
  for (const dimension of ["Communication", "Clarity", "Composure", "Empathy signal"]) {
    const panel = page.getByRole("region", { name: dimension });
    await expect(panel.getByText("Base")).toBeVisible();
    await expect(panel.getByText(/^= \d+\.\d$/)).toBeVisible();
  }
});

test("a moment in a ledger is lit in the transcript", async ({ page }) => {
  await openAnswer(page, "A strong answer");
  const panel = page.getByRole("region", { name: "Empathy signal" });
  await panel.getByRole("button", { name: /^Hear/ }).first().click();
  const moment = panel.getByRole("button", { name: /\d:\d\d/ }).first();
  await moment.click();
  await expect(moment).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByLabel("What was said")).toBeVisible();
});

test("an answer without words is scored in part, and complete once the words are added", async ({ page }) => {
  await page.goto("/answers/new");
  await page.getByLabel("Recording", { exact: true }).setInputFiles(fixture("strong.mp3"));
  await page.getByLabel("Question that was asked (optional)").fill(PROMPT);
  await page.getByRole("button", { name: "Score", exact: true }).click();
  await expect(page).toHaveURL(/\/answers\/asm_/, { timeout: 60_000 });
  await expect(page.getByRole("region", { name: "Composure" }).getByText("provisional")).toBeVisible();
  await expect(page.getByRole("region", { name: "Communication" }).getByText("Not scored")).toBeVisible();

  await page.getByLabel("or read a file").setInputFiles(fixture("strong.words.json"));
  await page.getByRole("button", { name: "Score with this transcript" }).click();
  await expect(page.getByRole("region", { name: "Communication" }).getByText("Base")).toBeVisible({ timeout: 60_000 });
});

test("a file that is no recording is refused with what it is, and nothing is kept", async ({ page }) => {
  await page.goto("/answers/new");
  await page.getByLabel("Recording", { exact: true }).setInputFiles({
    name: "answer.mp3",
    mimeType: "audio/mpeg",
    buffer: Buffer.from("This is a text file with another name."),
  });
  await page.getByRole("button", { name: "Score", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "nothing was kept" })).toBeVisible();
});

test("the one-line answer shows why nothing could be judged", async ({ page }) => {
  await openAnswer(page, "A one-line reply");
  await expect(page.getByText("Nothing could be judged")).toBeVisible();
  await expect(page.getByRole("region", { name: "Measurements" })).toBeVisible();
});
