import type { Page } from "playwright/test";
import { expect, test } from "./fixtures/journey-test";
import { signIn } from "./fixtures/sign-in";

test.beforeEach(async ({ app, page }) => {
  await signIn(page, app);
});

const search = (page: Page) => page.getByRole("searchbox", { name: "Search connectors, or paste a key" });
const cards = (page: Page) => page.getByRole("main").getByRole("heading", { level: 2 });

test("what somebody wants to do finds who does it, first", async ({ page }) => {
  await page.goto("/");
  await search(page).fill("send sms");
  await expect(cards(page).first()).toHaveText("Twilio");
  await search(page).fill("cancel a subscription");
  await expect(cards(page).first()).toHaveText("Stripe");
  await expect(page).toHaveURL(/\?q=cancel\+a\+subscription$/);
  await search(page).fill("");
  await expect(cards(page).first()).toHaveText("GitHub");
});

test("a filter is in the address, and its count is what it leaves", async ({ page }) => {
  await page.goto("/?filter=needs-app");
  const chip = page.getByRole("button", { name: /^Needs an OAuth app/ });
  await expect(chip).toHaveAttribute("aria-pressed", "true");
  const count = Number(/\d+/.exec((await chip.textContent()) ?? "")?.[0]);
  expect(count).toBeGreaterThan(20);
  await expect(cards(page)).toHaveCount(count);
  await chip.click();
  await expect(page).toHaveURL(/\/$/);
});

test("a pasted file names what can be connected, and none of its values stays or leaves", async ({ page }) => {
  const sent: string[] = [];
  page.on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""}`));
  await page.goto("/");
  await page.getByRole("button", { name: "From a project" }).click();
  const field = page.getByRole("textbox", { name: "Paste a file of your project" });
  await expect(field).toBeFocused();
  await field.fill("STRIPE_SECRET_KEY=sk_live_canaryvalue1234\nSLACK_BOT_TOKEN=xoxb-canaryvalue\nDATABASE_URL=postgres://me:canaryvalue@db.test/shop\n");
  const found = page.getByRole("list", { name: "Found in your project" });
  await expect(found.getByRole("listitem")).toHaveCount(3);
  await expect(page.getByText("These 3 things your project uses can be connected")).toBeVisible();
  await expect(field).toHaveValue("");
  await page.getByLabel("Files of your project").setInputFiles({ name: "package.json", mimeType: "application/json", buffer: Buffer.from('{"dependencies":{"twilio":"5"}}') });
  await expect(found.getByRole("listitem")).toHaveCount(4);
  expect(await page.content()).not.toContain("canaryvalue");
  expect(sent.join("\n")).not.toContain("canaryvalue");
  await found.getByRole("button", { name: "Connect Twilio" }).click();
  await expect(page.getByRole("dialog")).toContainText("Twilio");
});

test("what is missing can be asked for, and an admin reads it", async ({ page }) => {
  await page.goto("/");
  await search(page).fill("qqqzzz");
  await expect(page.getByText("No connector for “qqqzzz”")).toBeVisible();
  await page.getByRole("button", { name: "Request a connector" }).click();
  const dialog = page.getByRole("dialog", { name: "Request a connector" });
  await expect(dialog.getByRole("textbox", { name: "Service" })).toHaveValue("qqqzzz");
  await dialog.getByRole("textbox", { name: /What you would do/ }).fill("Copy boards into issues");
  await dialog.getByRole("button", { name: "Request" }).click();
  await expect(dialog).toBeHidden();
  await page.goto("/settings/connector-requests");
  const row = page.getByRole("list", { name: "Connector requests" }).getByRole("listitem");
  await expect(row).toContainText("Copy boards into issues");
  await row.getByRole("button", { name: "Take qqqzzz off the list" }).click();
  await expect(page.getByText("Nobody misses anything")).toBeVisible();
});
