import { mutate } from "./fixtures/journey-people";
import { expect, test } from "./fixtures/journey-test";
import { copyWith, openVendor, openWizard } from "./fixtures/journey-wizard";
import { signIn } from "./fixtures/sign-in";
import { vendorApp } from "./stand-ins/vendor-oauth";

// No HUBSPOT_CLIENT_ID in this app: nobody registered it at the vendor yet.

test("a member sees whom to ask, and the way that works today", async ({ newPerson }) => {
  const member = await newPerson("member", "Mina Member");
  const wizard = await openWizard(member, "HubSpot CRM");
  // A member starts with the way that works; signing in is one choice away and says what is missing.
  await expect(wizard.getByRole("radio", { name: /^Private app token/ })).toBeChecked();
  await wizard.getByRole("radio", { name: /^Sign in with HubSpot/ }).check();
  await expect(wizard.getByText("HubSpot CRM is not set up for one-click sign-in yet")).toBeVisible();
  await expect(wizard.getByRole("link", { name: "owner@journeys.example" })).toHaveAttribute("href", /^mailto:owner@journeys\.example/);
  await expect(wizard.getByLabel("Client ID")).toHaveCount(0);
  await wizard.getByRole("button", { name: "Use a private app token instead" }).click();
  await expect(wizard.getByLabel("Access token")).toBeVisible();
});

test("an admin sets the OAuth app up in the wizard and goes on into the window", async ({ app, page }) => {
  await signIn(page, app);
  const wizard = await openWizard(page, "HubSpot CRM");
  await expect(wizard.getByRole("heading", { name: "First, an OAuth app at HubSpot CRM" })).toBeVisible();
  const steps = wizard.getByRole("list", { name: "How to make an OAuth app at HubSpot CRM" });
  const redirectStep = steps.getByRole("listitem").filter({ hasText: "Add this as a redirect URL" });
  expect(await copyWith(redirectStep.getByRole("button", { name: /^Copy/ }))).toBe(`${app.url}/api/oauth2/callback/hubspot`);

  const goOn = wizard.getByRole("button", { name: "Save and go on to HubSpot CRM" });
  await goOn.click();
  await expect(wizard.getByLabel("Client ID")).toHaveAttribute("aria-invalid", "true");
  await expect(wizard.getByLabel("Client ID")).toBeFocused();

  await test.step("a mistyped secret is found out, and can be changed on the spot", async () => {
    await wizard.getByLabel("Client ID").fill(vendorApp.clientId);
    await wizard.getByLabel("Client secret").fill("copied-from-the-wrong-line");
    const popup = await openVendor(page, goOn);
    await popup.getByRole("link", { name: "Allow", exact: true }).click();
    await expect(wizard.getByRole("alert")).toContainText("HubSpot CRM does not accept this workspace's OAuth app: its client ID or secret is wrong.");
    await wizard.getByRole("button", { name: "Change the OAuth app" }).click();
    await expect(wizard.getByRole("heading", { name: "Change the OAuth app for HubSpot CRM" })).toBeVisible();
  });

  await test.step("with the right one the account is connected", async () => {
    await wizard.getByLabel("Client ID").fill(vendorApp.clientId);
    await wizard.getByLabel("Client secret").fill(vendorApp.clientSecret);
    const popup = await openVendor(page, goOn);
    await popup.getByRole("link", { name: "Allow", exact: true }).click();
    await expect(wizard.getByRole("heading", { name: "Connected as 4711023" })).toBeVisible();
  });
});

test("once it is set up, a member connects with one click", async ({ app, page, newPerson }) => {
  await signIn(page, app);
  await mutate(page, app, "oauth.saveApp", { connector: "hubspot", ...vendorApp });
  const member = await newPerson("member", "Max Member");
  const wizard = await openWizard(member, "HubSpot CRM");
  const popup = await openVendor(member, wizard.getByRole("button", { name: "Continue to HubSpot CRM" }));
  await popup.getByRole("link", { name: "Allow", exact: true }).click();
  await expect(wizard.getByRole("heading", { name: "Connected as 4711023" })).toBeVisible();
});
