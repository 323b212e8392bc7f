import type { Locator, Page } from "playwright/test";
import { mutate } from "./fixtures/journey-people";
import { expect, test } from "./fixtures/journey-test";
import { copyWith, openVendor, openWizard } from "./fixtures/journey-wizard";
import { signIn } from "./fixtures/sign-in";
import { vendorApp } from "./stand-ins/vendor-oauth";

const findingsOf = (place: Page | Locator) => place.getByRole("list", { name: "What was found" }).getByRole("listitem");

test("the doctor looks at the way back from the server and from the browser", async ({ app, page }) => {
  await signIn(page, app);
  await page.goto("/settings/oauth-apps");
  const way = page.getByRole("region", { name: "The way back" });
  await way.getByRole("button", { name: "Check the callback" }).click();
  // On loopback everything is fine but the scheme, which some vendors refuse even there.
  await expect(way.getByText(/^1 warning in \d+ checks\.$/)).toBeVisible();
  await expect(findingsOf(way).first()).toContainText("Warning: PUBLIC_URL starts with http on this machine.");
  for (const sentence of ["reach this server.", "arrive as they were sent", "You opened Patchbay at PUBLIC_URL.", "No proxy stands in front", "keeps this server's cookies", "may report to the window", "own Content-Security-Policy arrives", "agrees with your browser's"]) {
    await expect(findingsOf(way).filter({ hasText: sentence }).first(), sentence).toBeVisible();
  }
});

test("a proxy that changes what it passes on is named, with what to set", async ({ app, page }) => {
  await signIn(page, app);
  await page.route("**/api/oauth2/callback/**", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "cross-origin-opener-policy": "same-origin", "content-security-policy": "default-src 'self'" } });
  });
  await page.route("**/api/oauth2/echo/**", async (route) => {
    await route.continue({ headers: { ...route.request().headers(), "x-forwarded-for": "203.0.113.7", "x-forwarded-proto": "https" } });
  });
  await page.goto("/settings/oauth-apps");
  const way = page.getByRole("region", { name: "The way back" });
  await way.getByRole("button", { name: "Check the callback" }).click();
  await expect(findingsOf(way).filter({ hasText: "Cross-Origin-Opener-Policy: same-origin" })).toBeVisible();
  await expect(findingsOf(way).filter({ hasText: "changes the Content-Security-Policy" })).toBeVisible();
  await expect(findingsOf(way).filter({ hasText: "came over https" })).toBeVisible();
  const proxy = findingsOf(way).filter({ hasText: "TRUSTED_PROXIES does not name it" });
  expect(await copyWith(proxy.getByRole("button", { name: "Copy the variable" }))).toBe("TRUSTED_PROXIES=127.0.0.1");
});

test("an app is set up for every workspace, tested, and taken away", async ({ app, page, newPerson }) => {
  const admin = await newPerson("admin", "Andy Admin");
  await admin.goto("/settings/oauth-apps?app=hubspot");
  await expect(admin.getByRole("button", { name: "Save app" })).toBeVisible();
  await expect(admin.getByRole("radio", { name: "Every workspace" }), "an admin speaks for this workspace alone").toHaveCount(0);

  await signIn(page, app);
  await page.goto("/settings/oauth-apps?app=hubspot");
  const entry = page.getByRole("button", { name: /^HubSpot CRM/ });
  await page.getByLabel("Client ID").fill(vendorApp.clientId);
  await page.getByLabel("Client secret").fill("copied-from-the-wrong-line");
  await page.getByRole("radio", { name: "Every workspace" }).check();
  await page.getByRole("button", { name: "Save app" }).click();
  await expect(entry).toContainText("Set up for all workspaces");

  await page.getByRole("button", { name: "Test the app" }).click();
  await expect(page.getByText("HubSpot CRM refuses the client ID or the secret.")).toBeVisible();
  await page.getByLabel("Client ID").fill(vendorApp.clientId);
  await page.getByLabel("Client secret").fill(vendorApp.clientSecret);
  await page.getByRole("radio", { name: "Every workspace" }).check();
  await page.getByRole("button", { name: "Replace app" }).click();
  await expect(page.getByText("HubSpot CRM refuses")).toHaveCount(0);
  await page.getByRole("button", { name: "Test the app" }).click();
  await expect(page.getByText("HubSpot CRM knows the client ID and accepts the secret.")).toBeVisible();

  await admin.reload();
  await expect(admin.getByRole("list", { name: "OAuth apps for HubSpot CRM" })).toContainText("Every workspace");
  await expect(admin.getByRole("button", { name: "Delete for all" })).toHaveCount(0);
  await page.getByRole("button", { name: "Delete for all" }).click();
  await page.getByRole("alertdialog", { name: "Delete the OAuth app of HubSpot CRM?" }).getByRole("button", { name: "Delete app" }).click();
  await expect(entry).toContainText("Not set up");
});

test("a sign-in that the app is to blame for leads an admin to the doctor", async ({ app, page, newPerson }) => {
  await signIn(page, app);
  await mutate(page, app, "oauth.saveApp", { connector: "hubspot", clientId: vendorApp.clientId, clientSecret: "copied-from-the-wrong-line" });
  const wizard = await openWizard(page, "HubSpot CRM");
  const popup = await openVendor(page, wizard.getByRole("button", { name: "Continue to HubSpot CRM" }));
  await popup.getByRole("link", { name: "Allow", exact: true }).click();
  await expect(wizard.getByRole("alert")).toContainText("its client ID or secret is wrong");
  await wizard.getByRole("button", { name: "Check the callback" }).click();
  const callback = findingsOf(wizard).filter({ hasText: "HubSpot CRM has to know this callback URL" });
  expect(await copyWith(callback.getByRole("button", { name: "Copy callback URL" }))).toBe(`${app.url}/api/oauth2/callback/hubspot`);

  const member = await newPerson("member", "Mona Member");
  const theirs = await openWizard(member, "HubSpot CRM");
  const window = await openVendor(member, theirs.getByRole("button", { name: "Continue to HubSpot CRM" }));
  await window.getByRole("link", { name: "Allow", exact: true }).click();
  await expect(theirs.getByRole("alert")).toContainText("its client ID or secret is wrong");
  await expect(theirs.getByRole("button", { name: "Check the callback" })).toHaveCount(0);
});
