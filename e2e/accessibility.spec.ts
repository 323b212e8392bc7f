import type { Page } from "playwright/test";
import { expectAccessible, onDesktop, onPhone } from "./fixtures/journey-axe";
import { mutate } from "./fixtures/journey-people";
import { callRest, connectStripe } from "./fixtures/journey-rest";
import { expect, test } from "./fixtures/journey-test";
import { openVendor, openWizard } from "./fixtures/journey-wizard";
import { signIn } from "./fixtures/sign-in";
import { vendorKey } from "./stand-ins/vendor";
import { vendorEnv } from "./stand-ins/vendor-oauth";

test.use({
  appEnv: vendorEnv,
  // Chromium writes a line for every answer of 4xx: pages that are not there, and a key that is refused.
  allowedErrors: /the server responded with a status of (404|422)/,
  // What fades in has no colour of its own yet.
  contextOptions: { reducedMotion: "reduce" },
});

// Each state is looked at four times: two sizes, two themes.
test.describe.configure({ timeout: 180_000 });

test.afterEach(({ vendor }) => vendor.accept());

async function visit(page: Page, address: string, heading: string | RegExp): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole("heading", { name: heading }).filter({ visible: true }).first()).toBeVisible();
  await expectAccessible(page, address);
}

test("pages before the sign-in", async ({ app, page, newBrowser }) => {
  await visit(page, "/sign-in", "Sign in to Patchbay");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByLabel("E-mail")).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page, "the sign-in with mistakes");
  await visit(page, "/setup", "Patchbay is set up already");
  await visit(page, "/invite/unknown", "This invitation is not open any more");
  const owner = await newBrowser();
  await signIn(owner, app);
  const { link } = await mutate<{ link: string }>(owner, app, "workspaces.createInvitation", { role: "member" });
  await visit(page, link, "Join Journeys");
});

test("pages of a sign-in at a vendor", async ({ app, page }) => {
  const started = await callRest(app, "POST", "/api/mcps/hubspot/connect/oauth/start", {});
  const { authorizationUrl } = (await started.json()) as { authorizationUrl: string };
  await visit(page, authorizationUrl, "Connect your HubSpot CRM account");
  await visit(page, "/connect/opening?connector=hubspot", "Opening HubSpot CRM…");
  await visit(page, "/api/oauth2/callback/hubspot?state=unknown&code=unknown", "HubSpot CRM was not connected");
  await signIn(page, app);
  await visit(page, "/connections/finish?flow=unknown", "This sign-in is not known here");
});

test("the marketplace and its connectors", async ({ app, page }) => {
  await signIn(page, app);
  await visit(page, "/", "Marketplace");
  await visit(page, "/?q=zzz", "No connector for “zzz”");
  await visit(page, "/connectors/github", "GitHub");
  await visit(page, "/connectors/redis", "Redis");
  await visit(page, "/connectors/unknown", "No connector at this address");
  await visit(page, "/welcome", "Create a workspace");
  await visit(page, "/no-such-page", "There is nothing at this address");
});

test("connections: none, then healthy, broken and paused ones", async ({ app, page, vendor }) => {
  await signIn(page, app);
  await visit(page, "/connections?connector=redis", "No connection matches");
  const healthy = await connectStripe(app, { name: "Healthy" });
  const broken = await connectStripe(app, { name: "A name of exactly sixty characters, so long that it may wrap" });
  const paused = await connectStripe(app, { name: "Paused" });
  await mutate(page, app, "connections.pause", { connectionId: paused });
  vendor.refuseAll();
  await mutate(page, app, "connections.test", { connectionId: broken });
  vendor.accept();
  await visit(page, "/connections", "Needs attention");
  await visit(page, `/connections/${broken}`, /^A name of exactly sixty/);
  await visit(page, `/connections/${paused}`, "Paused");
  await visit(page, `/connections/${healthy}`, "Healthy");
  await visit(page, `/connections/${healthy}?tab=settings`, "Name and people");
  await visit(page, `/connections/${healthy}?tab=try`, "Nothing sent yet");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("tab", { name: "Body" })).toBeVisible();
  await expectAccessible(page, "an answer in Try it");
  await page.getByRole("tab", { name: "Calls" }).click();
  await expect(page.getByRole("list", { name: "Calls through this connection" })).toBeVisible();
  await expectAccessible(page, "the calls");
  await visit(page, "/connections/unknown", "There is no such connection here");
});

test("menus and questions of a connection", async ({ app, page }) => {
  await connectStripe(app, { name: "Asked about" });
  await signIn(page, app);
  await page.goto("/connections");
  await page.getByRole("button", { name: "Actions for Asked about" }).click();
  await expect(page.getByRole("menuitem", { name: "Test now" })).toBeVisible();
  await expectAccessible(page, "the menu of a connection", [onDesktop]);
  await page.getByRole("menuitem", { name: "Rename" }).click();
  await expect(page.getByRole("dialog", { name: "Rename Asked about" })).toBeVisible();
  await expectAccessible(page, "the renaming");
  await page.keyboard.press("Escape");
  await page.getByRole("switch", { name: "Asked about: calls go through" }).click();
  await expect(page.getByText("Nothing called through it in the last 30 days.")).toBeVisible();
  await expectAccessible(page, "turning off");
  await page.getByRole("button", { name: "Disconnect…" }).click();
  await expect(page.getByRole("alertdialog", { name: "Disconnect Asked about?" })).toBeVisible();
  await expectAccessible(page, "the question before disconnecting");
});

test("settings", async ({ app, page, newPerson }) => {
  const member = await newPerson("member", "Settings Member");
  await visit(member, "/settings/api-keys", "Only admins see API keys");
  await signIn(page, app);
  await mutate(page, app, "workspaces.createInvitation", { role: "viewer", email: "invited@journeys.example" });
  await visit(page, "/settings", "Your profile");
  await visit(page, "/settings/members", "Members");
  await visit(page, "/settings/oauth-apps?app=github", "OAuth apps");
  await visit(page, "/settings/api-keys", "API keys");
  await page.getByRole("button", { name: "Create key" }).click();
  await expect(page.getByRole("dialog", { name: "Create an API key" })).toBeVisible();
  await expectAccessible(page, "the form of a new key");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Revoke Bootstrap key" }).click();
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await expectAccessible(page, "the question before revoking");
});

test("the wizard with a key, step by step", async ({ app, page }) => {
  await signIn(page, app);
  const wizard = await openWizard(page, "Stripe");
  await wizard.getByRole("button", { name: "Where do I find this?" }).click();
  await expectAccessible(page, "a key and where to find it");
  await wizard.getByLabel("API key", { exact: true }).fill("rk_test_somebody_elses");
  await wizard.getByRole("button", { name: "Connect", exact: true }).click();
  await expect(wizard.getByText(/Stripe does not know this key/)).toBeVisible();
  await expectAccessible(page, "a refused key");
  await wizard.getByLabel("API key", { exact: true }).fill(vendorKey);
  await wizard.getByRole("button", { name: "Connect", exact: true }).click();
  await expect(wizard.getByText("Step 2 of 3")).toBeVisible();
  await expectAccessible(page, "the account that was found");
  await wizard.getByRole("button", { name: "Save and finish" }).click();
  await expect(wizard.getByText("Step 3 of 3")).toBeVisible();
  await expectAccessible(page, "what to do now");
});

test("the wizard's other ways in", async ({ app, page, newPerson }) => {
  const member = await newPerson("member", "Wizard Member");
  const asking = await openWizard(member, "GitHub");
  await asking.getByRole("radio", { name: /^Sign in with GitHub/ }).check();
  await expect(asking.getByText("GitHub is not set up for one-click sign-in yet")).toBeVisible();
  await expectAccessible(member, "whom to ask");

  await signIn(page, app);
  await openWizard(page, "Redis");
  await expectAccessible(page, "a database");
  await openWizard(page, "GitHub");
  await expectAccessible(page, "an OAuth app");
  const wizard = await openWizard(page, "HubSpot CRM");
  await expectAccessible(page, "what will be asked for");
  const popup = await openVendor(page, wizard.getByRole("button", { name: "Continue to HubSpot CRM" }));
  await expect(wizard.getByText("Waiting for HubSpot CRM…")).toBeVisible();
  await expectAccessible(page, "waiting for the vendor");
  await popup.getByRole("link", { name: "Decline" }).click();
  await expect(wizard.getByRole("alert")).toBeVisible();
  await expectAccessible(page, "declined");
});

test("windows of the frame", async ({ app, page }) => {
  await signIn(page, app);
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1, name: "Marketplace" })).toBeVisible();
  await page.keyboard.press("ControlOrMeta+k");
  await expect(page.getByRole("dialog", { name: "Search or do anything" }).getByRole("option", { name: /^GitHub/ })).toBeVisible();
  await expectAccessible(page, "the palette");
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await expectAccessible(page, "the list of keys");
  await page.keyboard.press("Escape");

  const menu = page.getByRole("button", { name: "Owner, account menu" }).filter({ visible: true });
  for (const size of [onDesktop, onPhone]) {
    await page.setViewportSize(size);
    await menu.click();
    await expect(page.getByRole("radio", { name: "System" })).toBeVisible();
    await expectAccessible(page, "the account menu", [size]);
    await page.reload();
  }
});
