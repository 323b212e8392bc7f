import { ask } from "./fixtures/journey-people";
import { callRest, connectStripe } from "./fixtures/journey-rest";
import { expect, test } from "./fixtures/journey-test";
import { connectByPopup, openVendor } from "./fixtures/journey-wizard";
import { signIn } from "./fixtures/sign-in";
import { vendorKey } from "./stand-ins/vendor";
import { vendorEnv } from "./stand-ins/vendor-oauth";

// Chromium writes a line for every answer of 4xx: the page of a connection that is gone is one on purpose.
test.use({ appEnv: vendorEnv, allowedErrors: /the server responded with a status of 404/ });

test.beforeEach(({ page, app }) => signIn(page, app));

test.afterEach(({ vendor }) => vendor.accept());

test("a refused credential needs attention; its one button mends it and the connection stays the same", async ({ app, page, vendor }) => {
  const id = await connectStripe(app, { name: "Shop payments" });
  await page.goto("/connections");
  await expect(page.getByRole("heading", { name: "Needs attention" })).toHaveCount(0);

  await test.step("a test finds that Stripe refuses the key", async () => {
    vendor.refuseAll();
    await page.getByRole("button", { name: "Actions for Shop payments" }).click();
    await page.getByRole("menuitem", { name: "Test now" }).click();
    const attention = page.getByRole("region", { name: "Needs attention" });
    const row = attention.getByRole("listitem").filter({ hasText: "Shop payments" });
    await expect(row).toContainText("Stripe does not know this key.");
    await expect(row.getByRole("button", { name: "Reconnect" })).toBeVisible();
    await expect(page.getByRole("link", { name: /^Connections/ }).first()).toContainText("1");
    const refused = await callRest(app, "GET", `/api/proxy/${id}/v1/customers`);
    expect(refused.status, "calls say so at once").toBe(424);
  });

  await test.step("a new key, and nothing else changes", async () => {
    vendor.accept();
    await page.getByRole("region", { name: "Needs attention" }).getByRole("button", { name: "Reconnect" }).click();
    const wizard = page.getByRole("dialog", { name: "Reconnect Shop payments" });
    await expect(wizard.getByText("Its name, settings and history stay.")).toBeVisible();
    await wizard.getByLabel("API key", { exact: true }).fill(`${vendorKey}new`);
    await wizard.getByRole("button", { name: "Reconnect", exact: true }).click();
    await expect(wizard.getByRole("heading", { name: "Reconnected as Harbor & Pine" })).toBeVisible();
    await wizard.getByRole("button", { name: "Done" }).click();
    await expect(page.getByRole("heading", { name: "Needs attention" })).toHaveCount(0);
    await page.getByRole("link", { name: "Shop payments" }).click();
    await expect(page).toHaveURL(new RegExp(`/connections/${id}$`));
    await expect(page.getByRole("listitem").filter({ hasText: /Reconnected/ })).toBeVisible();
    const answer = await callRest(app, "GET", `/api/proxy/${id}/v1/customers`);
    expect(answer.status).toBe(200);
  });
});

test("signing in again keeps the id, and another account does not take its place", async ({ page }) => {
  const id = await connectByPopup(page, "HubSpot CRM", "Sales portal");
  await page.goto(`/connections/${id}`);
  const open = async () => {
    await page.getByRole("button", { name: "Actions for Sales portal" }).click();
    await page.getByRole("menuitem", { name: "Reconnect" }).click();
    const wizard = page.getByRole("dialog", { name: "Reconnect Sales portal" });
    return { wizard, popup: await openVendor(page, wizard.getByRole("button", { name: "Continue to HubSpot CRM" })) };
  };

  const other = await open();
  await other.popup.getByRole("link", { name: "Allow as Linen Mill" }).click();
  await expect(other.wizard.getByRole("alert")).toContainText("You signed in to HubSpot CRM as 9900001, but this connection belongs to 4711023.");
  await page.keyboard.press("Escape");

  const same = await open();
  await same.popup.getByRole("link", { name: "Allow", exact: true }).click();
  await expect(same.wizard.getByRole("heading", { name: "Reconnected as 4711023" })).toBeVisible();
  await same.wizard.getByRole("button", { name: "Done" }).click();
  await expect(page).toHaveURL(new RegExp(`/connections/${id}$`));
  await expect(page.getByRole("heading", { level: 1, name: "Sales portal" })).toBeVisible();
});

test("the switch pauses and resumes, and both can be undone", async ({ app, page }) => {
  const id = await connectStripe(app, { name: "Paused at night" });
  await page.goto("/connections");
  const control = page.getByRole("switch", { name: "Paused at night: calls go through" });
  const pause = async () => {
    await control.click();
    const dialog = page.getByRole("dialog", { name: "Turn Paused at night off?" });
    await dialog.getByRole("button", { name: "Pause" }).click();
    await expect(dialog).toBeHidden();
    await expect(control).not.toBeChecked();
  };
  const callStatus = async () => (await callRest(app, "GET", `/api/proxy/${id}/v1/customers`)).status;

  await pause();
  const said = page.getByRole("region", { name: "Notifications" });
  await expect(said.getByText("Paused at night is paused. Calls are refused until it is resumed.")).toBeVisible();
  expect(await callStatus()).toBe(409);
  await said.getByRole("button", { name: "Undo" }).click();
  await expect(control).toBeChecked();
  await expect.poll(callStatus).toBe(200);

  await pause();
  await control.click();
  await expect(control).toBeChecked();
  await expect(said.getByText("Paused at night is resumed. Calls go through again.")).toBeVisible();
  await expect.poll(callStatus).toBe(200);
});

test("disconnecting names what depends on it, asks, and then it is gone", async ({ app, page }) => {
  const id = await connectStripe(app, { name: "To be disconnected" });
  expect((await callRest(app, "GET", `/api/proxy/${id}/v1/customers`)).status).toBe(200);
  // Calls are written down in batches.
  await expect.poll(() => ask<unknown[]>(page, app, "connections.dependents", { connectionId: id })).toHaveLength(1);

  await page.goto(`/connections/${id}`);
  await page.getByRole("button", { name: "Actions for To be disconnected" }).click();
  await page.getByRole("menuitem", { name: "Disconnect" }).click();
  const question = page.getByRole("alertdialog", { name: "Disconnect To be disconnected?" });
  await expect(question.getByRole("listitem").filter({ hasText: "Bootstrap key" })).toContainText("1 call");
  await expect(question.getByRole("button", { name: "Cancel" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(question).toBeHidden();
  expect((await callRest(app, "GET", `/api/connections/${id}`)).status, "nothing happened yet").toBe(200);

  await page.getByRole("button", { name: "Actions for To be disconnected" }).click();
  await page.getByRole("menuitem", { name: "Disconnect" }).click();
  await question.getByRole("button", { name: "Disconnect" }).click();
  await expect(page).toHaveURL(/\/connections$/);
  const said = page.getByRole("region", { name: "Notifications" });
  await expect(said.getByText("To be disconnected is disconnected.")).toBeVisible();
  await expect(said.getByText("The credential itself still works at Stripe. Delete it there too if nothing else uses it.")).toBeVisible();
  await expect(page.getByRole("link", { name: "To be disconnected" })).toHaveCount(0);

  for (const path of [`/api/connections/${id}`, `/api/proxy/${id}/v1/customers`]) expect((await callRest(app, "GET", path)).status, path).toBe(404);
  const answer = await page.goto(`/connections/${id}`);
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1, name: "There is no such connection here" })).toBeVisible();
});
