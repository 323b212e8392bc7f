import { startTestRedis, type TestRedis } from "@/server/auth-kinds/database/testing-redis";
import { listConnections } from "./fixtures/journey-rest";
import { expect, test as base } from "./fixtures/journey-test";
import { openWizard, paste } from "./fixtures/journey-wizard";
import { signIn } from "./fixtures/sign-in";

/** Two servers that this machine really runs; the app may reach the first alone. */
const test = base.extend<object, { redis: TestRedis; fenced: TestRedis }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from a destructured argument.
  redis: [({}, use) => lend(use), { scope: "worker" }],
  // oxlint-disable-next-line no-empty-pattern -- as above
  fenced: [({}, use) => lend(use), { scope: "worker" }],
  appEnv: async ({ redis }, use) => use({ EGRESS_ALLOW: `${redis.host}:${redis.port}` }),
  // Chromium writes a line for every answer of 4xx, and a refused password is one on purpose.
  allowedErrors: /the server responded with a status of (400|422)/,
});

async function lend(use: (server: TestRedis) => Promise<void>): Promise<void> {
  const server = await startTestRedis();
  await use(server);
  await server.stop();
}

test.beforeEach(({ page, app }) => signIn(page, app));

test("a form, a wrong password beside its field, then connected", async ({ app, page, redis }) => {
  const wizard = await openWizard(page, "Redis");
  await wizard.getByLabel("Host").fill(redis.host);
  await wizard.getByLabel("Port").fill(String(redis.port));
  const password = wizard.getByLabel("Password");
  await password.fill("not the password");
  await wizard.getByRole("button", { name: "Connect", exact: true }).click();
  await expect(password).toHaveAccessibleDescription("127.0.0.1 refused the user name or the password.");
  await expect(password).toBeFocused();
  expect(await listConnections(app), "nothing is stored").toEqual([]);

  await password.fill(redis.password);
  await wizard.getByRole("button", { name: "Connect", exact: true }).click();
  await expect(wizard.getByRole("heading", { name: `Connected as ${redis.host}:${redis.port}/0` })).toBeVisible();
  await wizard.getByLabel("Name").fill("Cart cache");
  await wizard.getByRole("button", { name: "Save and finish" }).click();
  await wizard.getByRole("link", { name: "Open its page" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Cart cache" })).toBeVisible();
});

test("a pasted connection string fills the form and connects", async ({ page, redis }) => {
  const wizard = await openWizard(page, "Redis");
  const whole = wizard.getByLabel(/^Connection string/);
  await expect(whole).toBeFocused();
  await whole.fill("my redis server");
  await whole.blur();
  await expect(whole).toHaveAccessibleDescription(/This is not a connection string/);

  await paste(whole, `redis://app:app-password@${redis.host}:${redis.port}/3`);
  await expect(wizard.getByText("The fields below are filled in.")).toBeVisible();
  await expect(wizard.getByLabel("Host")).toHaveValue(redis.host);
  await expect(wizard.getByLabel("Port")).toHaveValue(String(redis.port));
  await expect(wizard.getByLabel(/^User/)).toHaveValue("app");
  await expect(wizard.getByLabel("Password")).toHaveAttribute("type", "password");
  await expect(wizard.getByLabel("Password")).toHaveValue("app-password");
  await expect(wizard.getByLabel(/^Database number/)).toHaveValue("3");

  // The user `app` may do nothing but PING, so another database than the first is refused it.
  await wizard.getByLabel(/^Database number/).fill("0");
  await wizard.getByRole("button", { name: "Connect", exact: true }).click();
  await expect(wizard.getByRole("heading", { name: `Connected as app@${redis.host}:${redis.port}/0` })).toBeVisible();
});

test("a server in a private network that the operator has not named is not contacted", async ({ app, page, fenced }) => {
  const before = await listConnections(app);
  const wizard = await openWizard(page, "Redis");
  await wizard.getByLabel("Host").fill(fenced.host);
  await wizard.getByLabel("Port").fill(String(fenced.port));
  await wizard.getByLabel("Password").fill(fenced.password);
  await wizard.getByRole("button", { name: "Connect", exact: true }).click();
  await expect(wizard.getByLabel("Host")).toHaveAccessibleDescription(/Patchbay does not connect to .* unless EGRESS_ALLOW names/);
  expect(await listConnections(app), "nothing is stored").toEqual(before);
});
