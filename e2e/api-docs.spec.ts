import type { Page } from "playwright/test";
import { expectAccessible } from "./fixtures/journey-axe";
import { callRest, connectStripe } from "./fixtures/journey-rest";
import { expect, test } from "./fixtures/journey-test";
import { signIn } from "./fixtures/sign-in";

test.use({
  // Chromium writes a line for every answer of 4xx: a key that is not valid, an id that is not known.
  allowedErrors: /the server responded with a status of (401|404)/,
  contextOptions: { reducedMotion: "reduce" },
});
// A page with everything on it takes axe its time.
test.describe.configure({ timeout: 300_000 });

const search = (page: Page) => page.getByRole("searchbox", { name: "Search the API" });
const part = (page: Page, id: string) => page.locator(`#${id}`);

/** Every request of the page, and what its policy refused. */
function watch(page: Page): { elsewhere: string[]; refused: string[] } {
  const elsewhere: string[] = [];
  const refused: string[] = [];
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith("http") && origin !== new URL(page.url()).origin) elsewhere.push(request.url());
  });
  page.on("console", (message) => {
    if (/content security policy/i.test(message.text())) refused.push(message.text());
  });
  return { elsewhere, refused };
}

test("a newcomer finds how to list connections, sends it with the session and sees the answer", async ({ app, page }) => {
  await connectStripe(app, { name: "Found by the newcomer" });
  await signIn(page, app);
  await page.goto("/");
  const seen = watch(page);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "API" }).filter({ visible: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "API" })).toBeVisible();
  await search(page).fill("list connections");
  await page.getByRole("navigation", { name: "On this page" }).getByRole("link", { name: /^List connections/ }).click();
  const endpoint = part(page, "listConnections");
  await expect(endpoint).toBeVisible();
  await expect(endpoint).toBeInViewport();
  await expect(endpoint.getByText(`curl "${app.url}/api/connections?limit=10&mcpId=stripe"`)).toBeVisible();

  await endpoint.getByRole("button", { name: /^Try it/ }).click();
  const form = endpoint.getByRole("form", { name: /^Try it: List connections/ });
  await form.getByLabel("status").selectOption("active");
  await form.getByRole("button", { name: "Send" }).click();
  await expect(endpoint.getByText("200", { exact: true })).toBeVisible();
  await expect(endpoint.getByText("Found by the newcomer")).toBeVisible();
  expect(seen).toEqual({ elsewhere: [], refused: [] });
});

test("a pasted key is sent in place of the session, and kept nowhere", async ({ app, page }) => {
  await signIn(page, app);
  await page.goto("/api-docs#getConnection");
  const endpoint = part(page, "getConnection");
  await endpoint.getByRole("button", { name: /^Try it/ }).click();
  await endpoint.getByRole("radio", { name: "With an API key" }).check();
  await endpoint.getByLabel("id").fill("con_unknown");
  const key = endpoint.getByLabel("API key", { exact: true });
  await key.fill("pb_not_a_key");
  const [refused] = await Promise.all([page.waitForRequest("**/api/connections/con_unknown"), endpoint.getByRole("button", { name: "Send" }).click()]);
  expect([await refused.headerValue("authorization"), await refused.headerValue("cookie")]).toEqual(["Bearer pb_not_a_key", null]);
  await expect(endpoint.getByText("INVALID_API_KEY")).toBeVisible();

  await key.fill(app.env["BOOTSTRAP_API_KEY"] ?? "");
  await endpoint.getByRole("button", { name: "Send" }).click();
  await expect(endpoint.getByText("NOT_FOUND")).toBeVisible();
  await page.reload();
  await endpoint.getByRole("button", { name: /^Try it/ }).click();
  await expect(endpoint.getByText("Your session in Journeys is used.")).toBeVisible();
});

test("a change is sent for real, and says so before", async ({ app, page }) => {
  const id = await connectStripe(app, { name: "To be tested" });
  await signIn(page, app);
  await page.goto("/api-docs#testConnection");
  const endpoint = part(page, "testConnection");
  await endpoint.getByRole("button", { name: /^Try it/ }).click();
  await expect(endpoint.getByText("This is real: it changes things in Journeys.")).toBeVisible();
  await endpoint.getByLabel("id").fill(id);
  await endpoint.getByRole("button", { name: "Send" }).click();
  await expect(endpoint.getByText("200", { exact: true })).toBeVisible();
  expect(((await (await callRest(app, "GET", `/api/connections/${id}`)).json()) as { connection: { lastHealthCheckAt: string | null } }).connection.lastHealthCheckAt).not.toBeNull();
});

test("GraphQL is asked from the page too", async ({ app, page }) => {
  await signIn(page, app);
  await page.goto("/api-docs#askGraphql");
  const endpoint = part(page, "askGraphql");
  await endpoint.getByRole("button", { name: /^Try it/ }).click();
  await endpoint.getByLabel("Body").fill('{"query": "{ connector(id: \\"stripe\\") { name docsUrl } }"}');
  await endpoint.getByRole("button", { name: "Send" }).click();
  await expect(endpoint.getByText("https://docs.stripe.com/api").last()).toBeVisible();
});

test("by keyboard alone", async ({ app, page }) => {
  await signIn(page, app);
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1, name: "Marketplace" })).toBeVisible();
  await page.keyboard.press("g");
  await page.keyboard.press("d");
  await expect(page.getByRole("heading", { level: 1, name: "API" })).toBeVisible();
  // The heading is there while the rest is still on its way.
  await expect(search(page)).toBeVisible();
  await page.keyboard.press("/");
  await expect(search(page)).toBeFocused();
  await page.keyboard.type("process answers");
  await page.keyboard.press("Enter");
  await expect(part(page, "getLiveness")).toBeVisible();
  await expect(page).toHaveURL(/#getLiveness$/);
  for (let press = 0; press < 20 && !(await part(page, "getLiveness").getByRole("button", { name: /^Try it/ }).evaluate((button) => button === document.activeElement)); press += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(part(page, "getLiveness").getByRole("button", { name: "Send" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(part(page, "getLiveness").getByText("200", { exact: true })).toBeVisible();

  await search(page).fill("nothing like this");
  await expect(page.getByText("Nothing about “nothing like this”.")).toBeVisible();
});

test("everyone can read it: axe, on a phone and a desktop, in light and dark", async ({ app, page }) => {
  await signIn(page, app);
  await page.goto("/api-docs");
  await expect(page.getByRole("heading", { level: 1, name: "API" })).toBeVisible();
  await expectAccessible(page, "the API page");
});

test("everyone can use it: axe on an address with its form and its answer", async ({ app, page }) => {
  await signIn(page, app);
  await page.goto("/api-docs#connectWithApiKey");
  const endpoint = part(page, "connectWithApiKey");
  await endpoint.getByRole("button", { name: /^Try it/ }).click();
  await endpoint.getByLabel("id", { exact: true }).fill("unknown");
  await endpoint.getByRole("button", { name: "Send" }).click();
  await expect(endpoint.getByText("NOT_FOUND")).toBeVisible();
  await search(page).fill("zzz");
  await expectAccessible(page, "an address with its answer, and a search that finds nothing");
});
