import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import path from "node:path";
import { demoCredentials } from "./sign-in";

const PAGES = [
  "/docs",
  "/docs/soft-skills-score",
  "/docs/webhooks",
  "/docs/sandbox",
  "/docs/errors/no_speech",
  "/docs/changelog",
];
const FIXTURE = path.resolve(import.meta.dirname, "../public/fixtures/one-line.mp3");

async function violations(page: Page): Promise<string[]> {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  const report = await new AxeBuilder({ page }).withTags(tags).analyze();
  return report.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(" ")}`);
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test("the documentation meets WCAG 2.2 AA as far as axe can tell, and asks no other host for anything", async ({
      page,
      baseURL,
    }) => {
      const elsewhere: string[] = [];
      page.on("request", (request) => {
        if (!request.url().startsWith(String(baseURL)) && !request.url().startsWith("data:"))
          elsewhere.push(request.url());
      });
      for (const address of PAGES) {
        await page.goto(address);
        expect(await violations(page), address).toEqual([]);
      }
      expect(elsewhere).toEqual([]);
    });
  });
}

test("no page of the documentation is wider than a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const address of PAGES) {
    await page.goto(address);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, address).toBe(390);
  }
});

test("a request can be tried with the keyboard alone, first without a key, then with one", async ({ page }) => {
  await page.goto("/docs#get_soft_skills_score");
  const operation = page.locator("#get_soft_skills_score");
  await operation.locator("summary", { hasText: "Try it" }).focus();
  await page.keyboard.press("Enter");
  await operation.getByRole("button", { name: "Send" }).focus();
  await page.keyboard.press("Enter");
  await expect(operation.getByText("401 Unauthorized")).toBeVisible();
  await expect(operation.getByRole("region", { name: "Body of the answer" })).toContainText('"unauthorized"');
  await operation.getByLabel(/^Key/).focus();
  await page.keyboard.insertText(demoCredentials().apiKey);
  await page.keyboard.press("Enter");
  await expect(operation.getByText("200 OK")).toBeVisible();
  await expect(operation.getByRole("region", { name: "Body of the answer" })).toContainText('"has_more"');
  await expect(operation.getByRole("region", { name: "Headers of the answer" })).toContainText("ratelimit");
});

test("a recording can be scored from the reference", async ({ page }) => {
  await page.goto("/docs#post_soft_skills_score");
  const operation = page.locator("#post_soft_skills_score");
  await operation.getByText("Try it").click();
  await operation.getByLabel(/^Key/).fill(demoCredentials().apiKey);
  await operation.getByLabel(/the recording/).setInputFiles(FIXTURE);
  await operation.getByRole("button", { name: "Send" }).click();
  await expect(operation.getByRole("region", { name: "Body of the answer" })).toContainText('"measurements"', {
    timeout: 90_000,
  });
});
