import { expect, test } from "./fixtures/journey-test";
import { openVendor, openWizard } from "./fixtures/journey-wizard";
import { signIn } from "./fixtures/sign-in";
import { vendorEnv } from "./stand-ins/vendor-oauth";

test.use({ emulated: ["github"], appEnv: vendorEnv });

test.beforeEach(({ page, app }) => signIn(page, app));

test("GitHub in a window: the account, a name, and a first call through the proxy", async ({ page }) => {
  const wizard = await openWizard(page, "GitHub");
  await expect(wizard.getByText("Step 1 of 3")).toBeVisible();
  await expect(wizard.getByRole("heading", { name: "GitHub will ask you to allow" })).toBeVisible();
  await expect(wizard.getByText("See your profile")).toBeVisible();

  const popup = await openVendor(page, wizard.getByRole("button", { name: "Continue to GitHub" }));
  await expect(wizard.getByText("Waiting for GitHub…")).toBeVisible();
  const closed = popup.waitForEvent("close");
  await popup.getByRole("button", { name: /demo-owner/ }).click();
  await closed;

  await expect(wizard.getByRole("heading", { name: "Connected as demo-owner" })).toBeFocused();
  await expect(wizard.getByText("Step 2 of 3")).toBeVisible();
  await wizard.getByLabel("Name").fill("Shop repositories");
  await wizard.getByLabel("Default repository").fill("not a repository");
  await wizard.getByRole("button", { name: "Save and finish" }).click();
  await expect(wizard.getByLabel("Default repository")).toHaveAccessibleDescription(/Write it as owner\/name/);
  await wizard.getByLabel("Default repository").fill("https://github.com/harbor-and-pine/storefront");
  await wizard.getByRole("button", { name: "Save and finish" }).click();

  await expect(wizard.getByText("Step 3 of 3")).toBeVisible();
  await expect(wizard.getByRole("listitem").filter({ hasText: "Call it from your code" }).getByRole("button", { name: /Copy/ })).toBeVisible();
  await expect(wizard.getByRole("listitem").filter({ hasText: "Add it to an agent" }).getByRole("button", { name: /Copy/ })).toBeVisible();
  await expect(wizard.getByText(/curl ".*\/api\/proxy\/.*\/user\/repos/)).toBeVisible();
  await wizard.getByRole("link", { name: /Try it/ }).click();

  await expect(page).toHaveURL(/\/connections\/[^/]+\?tab=try$/);
  await expect(page.getByRole("heading", { level: 1, name: "Shop repositories" })).toBeVisible();
  await page.getByRole("button", { name: "Send" }).click();
  const answer = page.getByRole("region", { name: "Answer" });
  await expect(answer).toContainText("200");
  await expect(answer.getByRole("tabpanel", { name: "Body" })).toContainText("demo-owner/receipt-printer");
});

test("the account that is chosen in the window is the one that is connected", async ({ page }) => {
  const wizard = await openWizard(page, "GitHub");
  const popup = await openVendor(page, wizard.getByRole("button", { name: "Continue to GitHub" }));
  await popup.getByRole("button", { name: /release-bot/ }).click();
  await expect(wizard.getByRole("heading", { name: "Connected as release-bot" })).toBeVisible();
});

test("declined at the vendor: a sentence, nothing connected, and another try", async ({ page }) => {
  const wizard = await openWizard(page, "HubSpot CRM");
  const popup = await openVendor(page, wizard.getByRole("button", { name: "Continue to HubSpot CRM" }));
  await popup.getByRole("link", { name: "Decline" }).click();
  await expect(wizard.getByRole("alert")).toContainText("Access was declined at HubSpot CRM, so nothing was connected.");

  const again = await openVendor(page, wizard.getByRole("button", { name: "Continue to HubSpot CRM" }));
  await again.getByRole("link", { name: "Allow", exact: true }).click();
  await expect(wizard.getByRole("heading", { name: "Connected as 4711023" })).toBeVisible();
});

for (const { answer, sentence } of [
  { answer: "Allow during an outage", sentence: "HubSpot CRM does not answer properly right now. Nothing was connected. Try again in a few minutes." },
  { answer: "Allow with a used code", sentence: "HubSpot CRM says that this sign-in was used up or took too long. Start again." },
]) {
  test(`${answer.toLowerCase()}: a sentence, nothing connected`, async ({ page }) => {
    const wizard = await openWizard(page, "HubSpot CRM");
    const popup = await openVendor(page, wizard.getByRole("button", { name: "Continue to HubSpot CRM" }));
    await popup.getByRole("link", { name: answer }).click();
    await expect(wizard.getByRole("alert")).toContainText(sentence);
    await expect(wizard.getByRole("button", { name: "Continue to HubSpot CRM" })).toBeEnabled();
  });
}

test("closing the window is noticed; it can be opened again where one was", async ({ page }) => {
  const wizard = await openWizard(page, "HubSpot CRM");
  const popup = await openVendor(page, wizard.getByRole("button", { name: "Continue to HubSpot CRM" }));
  await expect(popup.getByRole("link", { name: "Allow", exact: true })).toBeVisible();
  await popup.close();
  await page.bringToFront();
  await expect(wizard.getByText("The window was closed before HubSpot CRM finished")).toBeVisible();

  const again = await openVendor(page, wizard.getByRole("button", { name: "Reopen window" }));
  await again.getByRole("link", { name: "Allow", exact: true }).click();
  await expect(wizard.getByRole("heading", { name: "Connected as 4711023" })).toBeVisible();
});

test("cancelled while the window is open: a late answer stores nothing", async ({ page }) => {
  const wizard = await openWizard(page, "HubSpot CRM");
  const popup = await openVendor(page, wizard.getByRole("button", { name: "Continue to HubSpot CRM" }));
  const late = (await popup.getByRole("link", { name: "Allow", exact: true }).getAttribute("href")) ?? "";
  await wizard.getByRole("button", { name: "Cancel" }).click();
  await expect(wizard.getByRole("button", { name: "Continue to HubSpot CRM" })).toBeVisible();
  await expect.poll(() => popup.isClosed()).toBe(true);

  await page.goto(late);
  await expect(page.getByRole("heading", { name: "HubSpot CRM was not connected" })).toBeVisible();
});

test("a vendor that cuts its window off still completes", async ({ page }) => {
  const wizard = await openWizard(page, "Linear");
  const popup = await openVendor(page, wizard.getByRole("button", { name: "Continue to Linear" }));
  await expect(popup.getByRole("link", { name: "Allow", exact: true })).toBeVisible();
  expect(await popup.evaluate(() => window.opener), "the tie to the window that opened it").toBeNull();
  await popup.getByRole("link", { name: "Allow", exact: true }).click();
  await expect(wizard.getByRole("heading", { name: "Connected as Harbor & Pine" })).toBeVisible();
});

test("a blocked window: on in this tab, and back with the account connected", async ({ page }) => {
  await page.addInitScript(() => {
    window.open = () => null;
  });
  const wizard = await openWizard(page, "HubSpot CRM");
  await wizard.getByRole("button", { name: "Continue to HubSpot CRM" }).click();
  await expect(wizard.getByRole("alert")).toContainText("Your browser blocked the window");
  await wizard.getByRole("button", { name: "Continue in this tab" }).click();
  await page.getByRole("link", { name: "Allow", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Connected as 4711023" })).toBeVisible();
});

test("Esc closes the wizard and the focus goes back to where it came from", async ({ page }) => {
  const wizard = await openWizard(page, "Stripe");
  await expect(wizard.getByLabel("API key", { exact: true })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(wizard).toBeHidden();
  await expect(page.getByRole("button", { name: "Connect Stripe", exact: true })).toBeFocused();
});
