import { mutate } from "./fixtures/journey-people";
import { callRest, connectStripe } from "./fixtures/journey-rest";
import { expect, test } from "./fixtures/journey-test";
import { copyWith, openWizard, wizardOf } from "./fixtures/journey-wizard";
import { signIn } from "./fixtures/sign-in";
import { vendorKey } from "./stand-ins/vendor";

// Chromium writes a line for every answer of 4xx: pages of others and calls that a role may not make.
test.use({ allowedErrors: /the server responded with a status of (403|404)/ });

test("two workspaces do not see each other, in pages or over HTTP", async ({ app, page, newPerson }) => {
  const theirs = await connectStripe(app, { name: "Theirs alone" });
  const other = await newPerson("member", "Olga Other");
  await other.goto("/welcome");
  await other.getByLabel("Name").fill("Linen Mill");
  await other.getByRole("button", { name: "Create workspace" }).click();
  await expect(other.getByRole("button", { name: "Workspace Linen Mill, switch" }).first()).toBeVisible();

  await test.step("the connection's page answers as for an unknown id", async () => {
    for (const id of [theirs, "no-such-connection"]) {
      const answer = await other.goto(`/connections/${id}`);
      expect(answer?.status()).toBe(404);
      await expect(other.getByRole("heading", { level: 1, name: "There is no such connection here" })).toBeVisible();
      await expect(other.getByText("Theirs alone")).toHaveCount(0);
    }
  });

  await test.step("lists hold nothing of it", async () => {
    await other.goto("/connections");
    await expect(other.getByRole("heading", { name: "No connections yet" })).toBeVisible();
    await other.keyboard.press("ControlOrMeta+k");
    await other.getByRole("combobox", { name: "Search" }).fill("Theirs");
    await expect(other.getByText("Nothing matches “Theirs”.")).toBeVisible();
  });

  await test.step("nor does an API key of theirs", async () => {
    const { key } = await mutate<{ key: string }>(other, app, "workspaces.createApiKey", { name: "Theirs", scopes: ["connections:read", "connections:write", "calls:run"], expiresAt: null });
    const unknown = await callRest(app, "GET", "/api/connections/con_00000000000000000000000000", undefined, key);
    for (const [method, path] of [["GET", `/api/connections/${theirs}`], ["DELETE", `/api/connections/${theirs}`], ["POST", `/api/connections/${theirs}/test`], ["GET", `/api/proxy/${theirs}/v1/customers`]] as const) {
      const answer = await callRest(app, method, path, undefined, key);
      expect(answer.status, `${method} ${path}`).toBe(unknown.status);
    }
    expect(unknown.status).toBe(404);
  });

  await test.step("its owner still has it", async () => {
    await signIn(page, app);
    await page.goto(`/connections/${theirs}`);
    await expect(page.getByRole("heading", { level: 1, name: "Theirs alone" })).toBeVisible();
  });
});

test("an invitation link lets one person in, once", async ({ app, page, newBrowser }) => {
  await signIn(page, app);
  await page.goto("/settings/members");
  await page.getByRole("button", { name: "Create link" }).click();
  const link = await copyWith(page.getByRole("button", { name: "Copy invitation link" }));
  const guest = await newBrowser();
  await guest.goto(link);
  await expect(guest.getByRole("heading", { name: "Join Journeys" })).toBeVisible();
  await guest.getByLabel("Your name").fill("Greta Guest");
  await guest.getByLabel("E-mail").fill("greta@journeys.example");
  await guest.getByLabel("Password", { exact: true }).fill("four words in a row");
  await guest.getByRole("button", { name: "Create account and join Journeys" }).click();
  await expect(guest.getByRole("heading", { level: 1, name: "Marketplace" })).toBeVisible();

  const second = await newBrowser();
  await second.goto(link);
  await expect(second.getByRole("heading", { name: "This invitation is not open any more" })).toBeVisible();
});

test("a viewer looks and changes nothing", async ({ app, newPerson }) => {
  const id = await connectStripe(app, { name: "Seen by everyone" });
  const viewer = await newPerson("viewer", "Vera Viewer");

  await viewer.goto("/");
  await expect(viewer.getByRole("link", { name: "GitHub" })).toBeVisible();
  await expect(viewer.getByRole("button", { name: /^Connect / })).toHaveCount(0);

  await viewer.goto("/connections");
  await expect(viewer.getByRole("link", { name: "Seen by everyone" })).toBeVisible();
  await expect(viewer.getByRole("switch", { name: "Seen by everyone: calls go through" })).toBeDisabled();
  await expect(viewer.getByRole("button", { name: /^Actions for / })).toHaveCount(0);

  await viewer.goto("/connectors/stripe");
  await expect(viewer.getByText("Viewers see connections but do not make them.")).toBeVisible();

  const refused = await viewer.context().request.post(`${app.url}/api/trpc/connections.pause`, { headers: { origin: app.url }, data: { connectionId: id } });
  expect(refused.status(), "what the page does not offer, the server refuses").toBe(403);
});

test("a private connection is its maker's alone", async ({ app, page, newPerson }) => {
  const member = await newPerson("member", "Paula Private");
  const wizard = await openWizard(member, "Stripe");
  await wizard.getByLabel("API key", { exact: true }).fill(vendorKey);
  await wizard.getByRole("button", { name: "Connect", exact: true }).click();
  await wizard.getByLabel("Name").fill("Paula's own");
  await wizard.getByRole("radio", { name: /^Private/ }).check();
  await wizard.getByRole("button", { name: "Save and finish" }).click();
  await wizard.getByRole("link", { name: "Open its page" }).click();
  await expect(wizardOf(member, "Stripe")).toBeHidden();
  await expect(member.getByRole("heading", { level: 1, name: "Paula's own" })).toBeVisible();
  const address = member.url();

  await signIn(page, app);
  await page.goto("/connections");
  await expect(page.getByRole("heading", { level: 1, name: "Connections" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Paula's own" })).toHaveCount(0);
  const answer = await page.goto(address);
  expect(answer?.status(), "also for the owner of the workspace").toBe(404);
  await expect(page.getByRole("heading", { level: 1, name: "There is no such connection here" })).toBeVisible();
});
