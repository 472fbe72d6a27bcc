import { expect, test } from "@playwright/test";
import { demoCredentials, signIn } from "./sign-in";

test("a signed-out visitor is sent to sign in, and back to the page after it", async ({ page }) => {
  await page.goto("/answers/new");
  await expect(page).toHaveURL(/sign-in/);
  const { email, password } = demoCredentials();
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Score an answer" })).toBeVisible();
});

test("a wrong password is refused in words that do not tell which part was wrong", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(demoCredentials().email);
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Email or password is wrong." })).toBeVisible();
});

test("signing out closes the dashboard", async ({ page }) => {
  await signIn(page);
  // On a busy machine the page may be drawn before it listens: a click that came too early is made again.
  await expect(async () => {
    await page.getByRole("button", { name: "Sign out" }).click({ timeout: 2_000 });
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 40_000 });
  await page.goto("/answers");
  await expect(page).toHaveURL(/sign-in/);
});
