import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { openAnswer, signIn } from "./sign-in";

/** WCAG 2.2 level A and AA, as far as a program can tell. */
async function violations(page: Page): Promise<string[]> {
  const report = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  return report.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(" ")}`);
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test("every page meets WCAG 2.2 AA as far as axe can tell", async ({ page }) => {
      await page.goto("/sign-in");
      expect(await violations(page)).toEqual([]);
      await signIn(page);
      expect(await violations(page)).toEqual([]);
      await page.goto("/answers/new");
      expect(await violations(page)).toEqual([]);
      await openAnswer(page, "A strong answer");
      expect(await violations(page)).toEqual([]);
    });
  });
}

test("an answer can be opened and played with the keyboard alone", async ({ page }) => {
  await signIn(page);
  await openAnswer(page, "A strong answer");
  await page.getByRole("link", { name: "All answers" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "A strong answer" }).first().focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Play", exact: true })).toBeVisible();
  await page.keyboard.press("]");
  await expect(page.getByRole("button", { name: "Pause", exact: true })).toBeVisible();
  await page.locator("body").press(" ");
  await expect(page.getByRole("button", { name: "Play", exact: true })).toBeVisible();
});
