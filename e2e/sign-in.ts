import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, type Page } from "@playwright/test";
import { z } from "zod";

const credentialsSchema = z.object({ email: z.string(), password: z.string(), apiKey: z.string() });

/** Demo login and test key that the seed wrote for this data directory. */
export function demoCredentials(): z.infer<typeof credentialsSchema> {
  const directory = process.env.DATA_DIR ?? path.resolve(import.meta.dirname, "../.data");
  return credentialsSchema.parse(JSON.parse(readFileSync(path.join(directory, "credentials.json"), "utf8")));
}

/** Signs in with the demo login and waits for the list of answers. */
export async function signIn(page: Page): Promise<void> {
  const { email, password } = demoCredentials();
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Answers" })).toBeVisible();
}

/**
 * Opens a bundled answer from the list. After a first start the worker may still be scoring it, and a click may come
 * while the list is being replaced: the list is then opened again.
 */
export async function openAnswer(page: Page, title: string): Promise<void> {
  await expect(async () => {
    await page.goto("/answers");
    await page.getByRole("link", { name: title }).first().click({ timeout: 2_000 });
    await expect(page.getByRole("region", { name: "Measurements" })).toBeVisible({ timeout: 20_000 });
  }).toPass({ timeout: 90_000 });
}
