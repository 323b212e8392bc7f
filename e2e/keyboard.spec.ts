import type { Page } from "playwright/test";
import { hydrated } from "./fixtures/hydrated";
import { expect, test } from "./fixtures/journey-test";
import { signIn } from "./fixtures/sign-in";

test.beforeEach(async ({ page, app }) => {
  await signIn(page, app);
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1, name: "Marketplace" })).toBeVisible();
  await hydrated(page);
});

const search = (page: Page) => page.getByRole("searchbox", { name: "Search connectors, or paste a key" });

test("/ goes to the search, Esc empties it and then leaves it", async ({ page }) => {
  await page.keyboard.press("/");
  await expect(search(page)).toBeFocused();
  await page.keyboard.type("send sms");
  await expect(page.getByRole("link", { name: "Twilio" })).toBeVisible();
  await expect(page).toHaveURL(/\?q=send\+sms$/);
  await page.keyboard.press("Escape");
  await expect(search(page)).toHaveValue("");
  await expect(search(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(search(page)).not.toBeFocused();
});

for (const key of ["Meta+k", "Control+k"]) {
  test(`${key} finds pages, connectors and things to do, and gives the focus back`, async ({ page }) => {
    const origin = page.getByRole("button", { name: "Database" });
    await origin.focus();
    await page.keyboard.press(key);
    const palette = page.getByRole("dialog", { name: "Search or do anything" });
    const field = palette.getByRole("combobox");
    await expect(field).toBeFocused();
    await expect(palette.getByRole("option", { name: /^Keyboard shortcuts/ })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(palette).toBeHidden();
    await expect(origin).toBeFocused();

    await page.keyboard.press(key);
    await field.fill("pull request");
    await expect(palette.getByRole("option", { name: /^GitHub/ })).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/connectors\/github$/);
    await expect(palette).toBeHidden();
  });
}

test("the arrows walk through the palette", async ({ page }) => {
  await page.keyboard.press("ControlOrMeta+k");
  const options = page.getByRole("dialog", { name: "Search or do anything" }).getByRole("option");
  await expect(options.nth(0)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowDown");
  await expect(options.nth(1)).toHaveAttribute("aria-selected", "true");
  await expect(options.nth(1)).toHaveAccessibleName(/^Connections/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/connections$/);
});

test("g c and g m go to pages, but not while somebody writes", async ({ page }) => {
  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await expect(page.getByRole("heading", { level: 1, name: "Connections" })).toBeVisible();
  await page.keyboard.press("g");
  await page.keyboard.press("m");
  await expect(page.getByRole("heading", { level: 1, name: "Marketplace" })).toBeVisible();

  await search(page).focus();
  await page.keyboard.type("gc?/");
  await expect(search(page)).toHaveValue("gc?/");
  await expect(page.getByRole("heading", { level: 1, name: "Marketplace" })).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("? lists the keys, Esc closes the list", async ({ page }) => {
  const origin = page.getByRole("link", { name: "GitHub" });
  await origin.focus();
  await page.keyboard.press("?");
  const list = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(list.getByRole("listitem").filter({ hasText: "Go to Connections" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();
  await expect(origin).toBeFocused();
});

test("the first stop skips the navigation", async ({ page }) => {
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Add your own" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(search(page)).toBeFocused();
});

test("Tab goes through the marketplace in the order in which it is read", async ({ page }) => {
  const stops: string[] = [];
  for (let press = 0; press < 60 && stops.at(-1) !== "Connect GitHub"; press += 1) {
    await page.keyboard.press("Tab");
    stops.push(await focusedName(page));
  }
  const expected = ["Skip to content", "Patchbay", "Search or do anything", "Marketplace", "Connections", "Settings", "Search connectors, or paste a key", "All", "API key", "GitHub", "Connect GitHub"];
  expect(stops.filter((stop) => expected.includes(stop))).toEqual(expected);
  expect(new Set(stops).size, "no stop comes twice").toBe(stops.length);
});

/** What a screen reader calls the element that has the focus, without counts. */
async function focusedName(page: Page): Promise<string> {
  const name = await page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "");
  return name.replace(/\d[\d,.]*k?( connectors)?$/, "").trim();
}
