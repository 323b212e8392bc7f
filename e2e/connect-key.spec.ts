import { hydrated } from "./fixtures/hydrated";
import { connectStripe, listConnections } from "./fixtures/journey-rest";
import { expect, test } from "./fixtures/journey-test";
import { openWizard, wizardOf } from "./fixtures/journey-wizard";
import { signIn } from "./fixtures/sign-in";
import { vendorKey } from "./stand-ins/vendor";

// Chromium writes a line for every answer of 4xx, and a refused key is one on purpose.
test.use({ allowedErrors: /the server responded with a status of 422/ });

test.beforeEach(({ page, app }) => signIn(page, app));

test("a wrong key is refused beside its field and stored nowhere, the right one connects", async ({ app, page }) => {
  const before = await listConnections(app);
  const wizard = await openWizard(page, "Stripe");
  const field = wizard.getByLabel("API key", { exact: true });
  await expect(field).toBeFocused();

  await wizard.getByRole("button", { name: "Where do I find this?" }).click();
  await expect(wizard.getByRole("list", { name: "Where to find it at Stripe" }).getByRole("listitem")).toHaveCount(3);

  await field.fill("rk_test_somebody_elses");
  await wizard.getByRole("button", { name: "Connect", exact: true }).click();
  await expect(field).toHaveAccessibleDescription(/Stripe does not know this key\. It may have been rolled or deleted/);
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("rk_test_somebody_elses");
  expect(await listConnections(app), "nothing is stored").toEqual(before);

  await field.fill(vendorKey);
  await field.press("Enter");
  await expect(wizard.getByRole("heading", { name: "Connected as Harbor & Pine" })).toBeVisible();
  await wizard.getByLabel("Name").fill("Shop payments");
  await wizard.getByRole("button", { name: "Save and finish" }).click();
  await wizard.getByRole("link", { name: "Open its page" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Shop payments" })).toBeVisible();
});

test("a key that cannot be right is said to be so before it is sent", async ({ page }) => {
  const wizard = await openWizard(page, "Stripe");
  const field = wizard.getByLabel("API key", { exact: true });
  await field.fill("pk_live_publishable");
  await field.blur();
  await expect(wizard.getByText(/Publishable keys \(pk_\) cannot be used here/)).toBeVisible();
  await field.fill(vendorKey);
  await expect(wizard.getByText("Has the right shape.")).toBeVisible();
  await field.fill("");
  await wizard.getByRole("button", { name: "Connect", exact: true }).click();
  await expect(field).toHaveAttribute("aria-invalid", "true");
});

test("a pasted key is recognised in the search, kept out of the address, and taken into the wizard", async ({ app, page }) => {
  const before = await listConnections(app);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(`${request.url()} ${request.postData() ?? ""}`));
  await page.goto("/");
  await page.getByRole("searchbox", { name: "Search connectors, or paste a key" }).fill(`${vendorKey}fromthesearch`);
  const found = page.getByRole("region", { name: "Recognised key" });
  await expect(found.getByRole("heading", { name: "This looks like a Stripe key" })).toBeVisible();
  await found.getByRole("button", { name: "Connect Stripe" }).click();
  const wizard = wizardOf(page, "Stripe");
  await expect(wizard.getByLabel("API key", { exact: true })).toHaveValue(`${vendorKey}fromthesearch`);
  expect(asked.filter((text) => text.includes("fromthesearch")), "requests that carry the key before Connect").toEqual([]);
  expect(page.url()).not.toContain("fromthesearch");

  await wizard.getByRole("button", { name: "Connect", exact: true }).click();
  await expect(wizard.getByRole("heading", { name: "Connected as Harbor & Pine" })).toBeVisible();
  expect(await listConnections(app)).toHaveLength(before.length + 1);
});

test("the whole way with the keyboard alone", async ({ page }) => {
  await page.goto("/");
  await hydrated(page);
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox", { name: "Search connectors, or paste a key" })).toBeFocused();
  await page.keyboard.type("stripe");
  const connect = page.getByRole("button", { name: /Stripe$/ });
  await expect(page.getByRole("status")).toHaveText("1 connector");
  for (let stops = 0; stops < 40 && !(await connect.evaluate((button) => button === document.activeElement)); stops += 1) await page.keyboard.press("Tab");
  await expect(connect).toBeFocused();
  await page.keyboard.press("Enter");

  const wizard = wizardOf(page, "Stripe");
  const field = wizard.getByLabel("API key", { exact: true });
  await expect(field).toBeFocused();
  await page.keyboard.type(vendorKey);
  await page.keyboard.press("Enter");

  await expect(wizard.getByRole("heading", { name: "Connected as Harbor & Pine" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(wizard.getByLabel("Name")).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("Typed, not clicked");
  await page.keyboard.press("Tab");
  await expect(wizard.getByRole("radio", { name: /^Workspace/ })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(wizard.getByRole("radio", { name: /^Private/ })).toBeChecked();
  await page.keyboard.press("Tab");
  await expect(wizard.getByRole("button", { name: "Save and finish" })).toBeFocused();
  await page.keyboard.press("Enter");

  await expect(wizard.getByText("Step 3 of 3")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(wizard).toBeHidden();
  await expect(connect).toBeFocused();
});

test("rotating puts a new key in place of the old and keeps the connection", async ({ app, page }) => {
  const id = await connectStripe(app, { name: "Rotated by hand" });
  await page.goto(`/connections/${id}`);
  await page.getByRole("button", { name: "Actions for Rotated by hand" }).click();
  await page.getByRole("menuitem", { name: "Rotate credential" }).click();
  const wizard = page.getByRole("dialog", { name: "Rotate the credential of Rotated by hand" });
  const field = wizard.getByLabel("API key", { exact: true });
  await field.fill("rk_test_somebody_elses");
  await wizard.getByRole("button", { name: "Replace" }).click();
  await expect(field).toHaveAccessibleDescription(/Stripe does not know this key/);
  await field.fill(`${vendorKey}new`);
  await wizard.getByRole("button", { name: "Replace" }).click();
  await expect(wizard.getByRole("heading", { name: "Replaced: still connected as Harbor & Pine" })).toBeVisible();
  await wizard.getByRole("button", { name: "Done" }).click();
  await expect(page).toHaveURL(new RegExp(`/connections/${id}$`));
});
