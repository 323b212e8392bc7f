import { randomBytes } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "./fixtures/journey-test";
import { readBrowserStorage } from "./fixtures/journey-storage";
import { openWizard } from "./fixtures/journey-wizard";
import { signIn } from "./fixtures/sign-in";
import { vendorKey } from "./stand-ins/vendor";

const canary = `${vendorKey}canary${randomBytes(8).toString("hex")}`;
/** As it is, and as it would look in base64 at any of the three offsets. */
const traces = [canary, ...[0, 1, 2].map((offset) => Buffer.from(canary.slice(offset, offset + 24)).toString("base64"))];
const holdsKey = (text: string) => traces.some((trace) => text.includes(trace));

/** An answer that a navigation cut off never ends for whoever listens. */
const cutOff = (url: string) => delay(15_000, url, { ref: false });

test("a key that was connected is nowhere in the browser afterwards", async ({ app, page }) => {
  const bodies: Promise<string>[] = [];
  const sent: string[] = [];
  page.on("request", (request) => sent.push(request.postData() ?? ""));
  page.on("response", (response) => bodies.push(Promise.race([response.body().then((body) => `${response.url()}\n${body.toString()}`, () => response.url()), cutOff(response.url())])));

  await signIn(page, app);
  const wizard = await openWizard(page, "Stripe");
  await wizard.getByLabel("API key", { exact: true }).fill(canary);
  await wizard.getByRole("button", { name: "Connect", exact: true }).click();
  await wizard.getByLabel("Name").fill("Holds the canary");
  await wizard.getByRole("button", { name: "Save and finish" }).click();
  expect(holdsKey(await page.content()), "the wizard's last step").toBe(false);
  await wizard.getByRole("link", { name: "Open its page" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Holds the canary" })).toBeVisible();
  expect(sent.filter(holdsKey), "requests that carried the key: the one that connected").toHaveLength(1);

  const connection = new URL(page.url()).pathname;
  const pages = ["/", "/connectors/stripe", "/connections", connection, `${connection}?tab=try`, `${connection}?tab=settings`, `${connection}?tab=calls`, "/activity", "/settings", "/settings/members", "/settings/api-keys", "/settings/oauth-apps"];
  for (const address of pages) {
    await page.goto(address, { waitUntil: "networkidle" });
    expect(holdsKey(await page.content()), `the page ${address}`).toBe(false);
  }

  const storage = await readBrowserStorage(page);
  expect(storage.filter(holdsKey), "storage of the browser").toEqual([]);
  const cookies = await page.context().cookies();
  expect(cookies.filter(({ value }) => holdsKey(decodeURIComponent(value))), "cookies").toEqual([]);

  const received = await Promise.all(bodies);
  expect(received.some((body) => body.includes("Holds the canary")), "answers were listened to").toBe(true);
  expect(received.filter(holdsKey).map((body) => body.split("\n", 1)[0]), "answers that the browser received").toEqual([]);
  expect(holdsKey(app.logs()), "the server's log").toBe(false);
});
