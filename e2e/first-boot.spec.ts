import { expect, test } from "./fixtures/journey-test";

// Nobody has an account in this app yet.
test.use({
  appEnv: { BOOTSTRAP_OWNER_EMAIL: "", BOOTSTRAP_OWNER_PASSWORD: "", BOOTSTRAP_API_KEY: "" },
  // Chromium writes a line for every answer of 4xx, and a wrong password is one on purpose.
  allowedErrors: /the server responded with a status of 401/,
});

const setupLink = /^\s*(http\S+\/setup\?token=\S+)\s*$/m;

test("the first account is made with the link from the log, once", async ({ app, page, newBrowser }) => {
  await test.step("without the link, the page says where it is", async () => {
    await page.goto("/");
    await expect(page).toHaveURL(/\/setup$/);
    await expect(page.getByRole("heading", { name: "Open the setup link" })).toBeVisible();
    await expect(page.getByText("Nobody has an account here yet. Open this link to make the first one:")).toBeVisible();
    await expect(page.getByLabel("E-mail")).toHaveCount(0);
  });

  await test.step("a wrong token opens nothing", async () => {
    await page.goto("/setup?token=guessed");
    await expect(page.getByRole("heading", { name: "This setup link is not the right one" })).toBeVisible();
    await expect(page.getByLabel("E-mail")).toHaveCount(0);
  });

  const link = setupLink.exec(app.logs())?.[1] ?? "";
  expect(link, "the link in the server's log").toContain(`${app.url}/setup?token=`);

  await test.step("the form says what is missing, beside the fields", async () => {
    await page.goto(link);
    await page.getByLabel("Your name").fill("Ada Okafor");
    await page.getByLabel("E-mail").fill("not an address");
    await page.getByLabel("Password", { exact: true }).fill("short");
    await page.getByRole("button", { name: "Create account and workspace" }).click();
    await expect(page.getByLabel("E-mail")).toHaveAccessibleDescription("Enter an e-mail address such as ada@example.com.");
    await expect(page.getByLabel("Password", { exact: true })).toHaveAccessibleDescription(/Use at least 12 characters/);
    await expect(page.getByLabel("Workspace")).toHaveAccessibleDescription(/Give the workspace a name/);
    await expect(page.getByLabel("E-mail")).toBeFocused();
  });

  await test.step("the account and the workspace are made, and the marketplace opens", async () => {
    await page.getByLabel("E-mail").fill("ada@journeys.example");
    await page.getByLabel("Password", { exact: true }).fill("four words in a row");
    await page.getByLabel("Workspace").fill("Harbor & Pine");
    await page.getByRole("button", { name: "Create account and workspace" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Marketplace" })).toBeVisible();
    await expect(page.getByText("Harbor & Pine").first()).toBeVisible();
    await expect(page.getByRole("link", { name: "GitHub" })).toBeVisible();
  });

  await test.step("the link is of no use any more, to anybody", async () => {
    const stranger = await newBrowser();
    for (const address of [link, "/setup"]) {
      await stranger.goto(address);
      await expect(stranger.getByRole("heading", { name: "Patchbay is set up already" })).toBeVisible();
    }
    await stranger.getByRole("link", { name: "Sign in" }).click();
    await stranger.getByLabel("E-mail").fill("ada@journeys.example");
    await stranger.getByLabel("Password", { exact: true }).fill("not the password");
    await stranger.getByRole("button", { name: "Sign in" }).click();
    await expect(stranger.getByRole("alert").filter({ hasText: "The e-mail address or the password is wrong. Check both and try again." })).toBeVisible();
    await stranger.getByLabel("Password", { exact: true }).fill("four words in a row");
    await stranger.getByRole("button", { name: "Sign in" }).click();
    await expect(stranger.getByRole("heading", { level: 1, name: "Marketplace" })).toBeVisible();
  });
});
