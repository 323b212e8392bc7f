import { emailOf, personPassword } from "./fixtures/journey-people";
import { callRest } from "./fixtures/journey-rest";
import { expect, test } from "./fixtures/journey-test";
import { copyWith } from "./fixtures/journey-wizard";
import { signIn } from "./fixtures/sign-in";
import { vendorApp } from "./stand-ins/vendor-oauth";

test("members: a role is changed, a person is removed and out at once", async ({ app, page, newPerson }) => {
  const member = await newPerson("member", "Rita Removed");
  await member.goto("/settings/members");
  await expect(member.getByRole("combobox", { name: /^Role of/ }), "a member changes no roles").toHaveCount(0);
  await expect(member.getByRole("button", { name: "Create link" })).toHaveCount(0);

  await signIn(page, app);
  await page.goto("/settings/members");
  const row = page.getByRole("list", { name: "Members" }).getByRole("listitem").filter({ hasText: emailOf("Rita Removed") });
  await row.getByRole("combobox", { name: "Role of Rita Removed" }).selectOption("Viewer");
  await expect(async () => {
    await member.goto("/");
    await expect(member.getByRole("link", { name: "GitHub" })).toBeVisible();
    await expect(member.getByRole("button", { name: "Connect GitHub", exact: true })).toHaveCount(0, { timeout: 500 });
  }).toPass();

  await row.getByRole("button", { name: "Remove Rita Removed" }).click();
  await page.getByRole("alertdialog", { name: "Remove Rita Removed?" }).getByRole("button", { name: "Remove" }).click();
  await expect(row).toHaveCount(0);
  await member.goto("/connections");
  await expect(member.getByRole("heading", { name: "Welcome, Rita Removed" })).toBeVisible();
});

test("an open invitation can be revoked, and its link is of no use then", async ({ app, page, newBrowser }) => {
  await signIn(page, app);
  await page.goto("/settings/members");
  await page.getByLabel(/^E-mail/).fill("invited@journeys.example");
  await page.getByLabel("Role", { exact: true }).selectOption("Viewer");
  await page.getByRole("button", { name: "Create link" }).click();
  await expect(page.getByText("Copy the link now: it is not shown again")).toBeVisible();
  const link = await copyWith(page.getByRole("button", { name: "Copy invitation link" }));
  expect(link).toContain(`${app.url}/invite/`);

  await page.reload();
  await expect(page.getByRole("list", { name: "Open invitations" }).getByText("invited@journeys.example as a viewer")).toBeVisible();
  expect(await page.content()).not.toContain(link.slice(-20));
  await page.getByRole("button", { name: "Revoke the invitation for invited@journeys.example" }).click();
  await expect(page.getByText("invited@journeys.example as a viewer")).toHaveCount(0);
  const guest = await newBrowser();
  await guest.goto(link);
  await expect(guest.getByRole("heading", { name: "This invitation is not open any more" })).toBeVisible();
});

test("an API key is shown once, works, and is refused when it is revoked", async ({ app, page }) => {
  await signIn(page, app);
  await page.goto("/settings/api-keys");
  await page.getByRole("button", { name: "Create key" }).click();
  const form = page.getByRole("dialog", { name: "Create an API key" });
  await expect(form.getByRole("textbox", { name: "Name" })).toBeFocused();
  await form.getByRole("textbox", { name: "Name" }).fill("Billing service");
  await form.getByRole("button", { name: "Create key" }).click();
  await expect(form.getByText("Choose what the key may do.")).toBeVisible();
  await form.getByRole("checkbox", { name: "See connections" }).check();
  await form.getByRole("button", { name: "Create key" }).click();

  const shown = page.getByRole("dialog", { name: "Copy the key now" });
  const key = await copyWith(shown.getByRole("button", { name: "Copy API key" }));
  expect(key).toMatch(/^pb_.{20,}$/);
  await shown.getByRole("button", { name: "Done" }).click();
  const row = page.getByRole("list", { name: "API keys" }).getByRole("listitem").filter({ hasText: "Billing service" });
  await expect(row).toContainText("See connections");
  await page.reload();
  await expect(row).toBeVisible();
  expect(await page.content(), "shown once").not.toContain(key);

  expect((await callRest(app, "GET", "/api/connections", undefined, key)).status).toBe(200);
  expect((await callRest(app, "POST", "/api/mcps/stripe/connect/api-key", { api_key: "rk_test_whatever" }, key)).status, "beyond its scopes").toBe(403);
  await row.getByRole("button", { name: "Revoke Billing service" }).click();
  await page.getByRole("alertdialog", { name: "Revoke “Billing service”?" }).getByRole("button", { name: "Revoke key" }).click();
  await expect(row).toHaveCount(0);
  await expect.poll(async () => (await callRest(app, "GET", "/api/connections", undefined, key)).status).toBe(401);
});

test("an OAuth app: the exact callback URL, saved sealed, and deleted", async ({ app, page }) => {
  await signIn(page, app);
  await page.goto("/settings/oauth-apps");
  const entry = page.getByRole("button", { name: /^HubSpot CRM/ });
  await expect(entry).toContainText("Not set up");
  await entry.click();
  await expect(page).toHaveURL(/\?app=hubspot$/);
  expect(await copyWith(page.getByRole("button", { name: "Copy callback URL" }))).toBe(`${app.url}/api/oauth2/callback/hubspot`);

  await page.getByLabel("Client ID").fill("two words");
  await page.getByLabel("Client secret").fill(vendorApp.clientSecret);
  await page.getByRole("button", { name: "Save app" }).click();
  await expect(page.getByLabel("Client ID")).toHaveAccessibleDescription(/A client ID has no spaces/);
  await page.getByLabel("Client ID").fill(vendorApp.clientId);
  await page.getByRole("button", { name: "Save app" }).click();
  await expect(entry).toContainText("Set up here");
  await page.reload();
  await expect(entry).toContainText("Set up here");
  expect(await page.content(), "the secret is not shown again").not.toContain(vendorApp.clientSecret);

  await page.getByRole("button", { name: "Delete this app" }).click();
  await page.getByRole("alertdialog", { name: "Delete the OAuth app of HubSpot CRM?" }).getByRole("button", { name: "Delete app" }).click();
  await expect(entry).toContainText("Not set up");
});

test("the profile: a name, a password, and the other places where one is signed in", async ({ newPerson, newBrowser }) => {
  const here = await newPerson("member", "Sasha Sessions");
  const signInAs = async (password: string) => {
    const page = await newBrowser();
    await page.goto("/sign-in?returnTo=/settings");
    await page.getByLabel("E-mail").fill(emailOf("Sasha Sessions"));
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
    return page;
  };
  const there = await signInAs(personPassword);

  await here.goto("/settings");
  const sessions = here.getByRole("list", { name: "Sessions" }).getByRole("listitem");
  await expect(sessions).toHaveCount(2);
  await expect(sessions.filter({ hasText: "This device" })).toHaveCount(1);
  await here.getByRole("button", { name: /^Sign out Chrom/ }).click();
  await expect(sessions).toHaveCount(1);
  await there.reload();
  await expect(there.getByRole("heading", { name: "Sign in to Patchbay" })).toBeVisible();

  await here.getByLabel("Your name").fill("Sasha Renamed");
  await here.getByRole("button", { name: "Save profile" }).click();
  await expect(here.getByRole("button", { name: "Sasha Renamed, account menu" }).first()).toBeVisible();

  await here.getByLabel("Current password").fill(personPassword);
  await here.getByLabel("New password").fill("another five words here");
  await here.getByRole("button", { name: "Change password" }).click();
  await expect(here.getByText("Your password is changed.")).toBeVisible();
  await signInAs("another five words here");
});

test("the colours stay as they were chosen, and signing out ends the session", async ({ newPerson }) => {
  const page = await newPerson("member", "Dana Dark");
  await page.goto("/");
  await page.getByRole("button", { name: "Dana Dark, account menu" }).first().click();
  await page.getByRole("radio", { name: "Dark" }).check();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  const html = await (await page.context().request.get("/connections")).text();
  expect(html, "the server draws it dark, so nothing flashes").toMatch(/<html[^>]*data-theme="dark"/);
  await page.reload();
  await page.getByRole("button", { name: "Dana Dark, account menu" }).first().click();
  await expect(page.getByRole("radio", { name: "Dark" })).toBeChecked();

  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "Sign in to Patchbay" })).toBeVisible();
  await page.goto("/connections");
  await expect(page.getByRole("heading", { name: "Sign in to Patchbay" })).toBeVisible();
});

test("settings of admins tell a member whom to ask", async ({ newPerson }) => {
  const page = await newPerson("member", "Curious Member");
  await page.goto("/settings");
  await expect(page.getByRole("navigation", { name: "Settings" }).getByRole("link")).toHaveText(["General", "Members"]);
  for (const [path, what] of [["/settings/api-keys", "API keys"], ["/settings/oauth-apps", "OAuth apps"]] as const) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: `Only admins see ${what}` })).toBeVisible();
    await expect(page.getByText("owner@journeys.example")).toBeVisible();
  }
});
