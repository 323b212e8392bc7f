import { expectAccessible, onDesktop } from "./fixtures/journey-axe";
import { expect } from "./fixtures/app";
import { test } from "./fixtures/journey-history";
import { callRest, connectStripe } from "./fixtures/journey-rest";
import { copyWith } from "./fixtures/journey-wizard";
import { signIn } from "./fixtures/sign-in";

test.use({
  // Chromium writes a line for every answer of 4xx: pages of others.
  allowedErrors: /the server responded with a status of 404/,
  // What fades in has no colour of its own yet.
  contextOptions: { reducedMotion: "reduce" },
});

const charge = { amount: 5_000, currency: "eur", description: "It's order 991" };

test("an empty history says how calls get there, and a call is there a moment after it was made", async ({ app, page }) => {
  await signIn(page, app);
  await page.goto("/activity");
  await expect(page.getByRole("heading", { name: "No calls yet" })).toBeVisible();
  const id = await connectStripe(app, { name: "Shop" });
  expect((await callRest(app, "GET", `/api/proxy/${id}/v1/customers?limit=3`)).status).toBe(200);
  const row = page.getByRole("list", { name: "Calls" }).getByRole("listitem");
  await expect(row, "without a reload").toHaveCount(1, { timeout: 15_000 });
  await expect(row).toContainText("200");
  await expect(row).toContainText("Shop");
  await expect(row).toContainText("Bootstrap key");
  await row.getByRole("link", { name: "GET /v1/customers" }).click();
  await expect(page).toHaveURL(/\/activity\/cal_/);
  await expect(page.getByRole("list", { name: "What happened" })).toContainText("Stripe answered 200 OK");
  await expect(page.getByRole("complementary", { name: "Facts" }).getByRole("link", { name: "Shop" })).toBeVisible();

  await page.goto(`/connections/${id}?tab=calls`);
  await expect(page.getByRole("list", { name: "Calls through this connection" }).getByRole("listitem")).toHaveCount(1);
  await page.getByRole("link", { name: "Search and filter in Activity" }).click();
  await expect(page).toHaveURL(`/activity?connection=${id}`);
  await expect(page.getByRole("combobox", { name: "Connection" })).toHaveValue(id);
});

test("filters stand in the address, and older calls come when asked for", async ({ app, page, recordCall }) => {
  const id = await connectStripe(app, { name: "Filtered" });
  for (let place = 0; place < 60; place += 1) await recordCall(id, { minutesAgo: 90 + place, path: `/v1/old/${place}` });
  await recordCall(id, { minutesAgo: 1, path: "/v1/broken", status: 500 });
  await recordCall(id, { minutesAgo: 2, path: "/v1/slow", waitedMs: 1_200, attempts: 3 });
  const requestId = "req_01jd0000000000000000000000";
  await recordCall(id, { minutesAgo: 60 * 24 * 200, path: "/v1/long-ago", requestId, createdAt: new Date(1_731_000_000_000) });
  await signIn(page, app);
  await page.goto(`/activity?connection=${id}`);
  const rows = page.getByRole("list", { name: "Calls" }).getByRole("listitem");
  await expect(rows).toHaveCount(50);
  await page.getByRole("button", { name: "Load more" }).click();
  await expect(rows).toHaveCount(63);
  await expect(page.getByRole("button", { name: "Load more" })).toHaveCount(0);

  await page.getByRole("button", { name: "Failed", exact: true }).click();
  await expect(page).toHaveURL(/outcome=failed/);
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText("Server error");
  await page.getByRole("button", { name: "Retried", exact: true }).click();
  await expect(rows).toContainText(["Retried ×2"]);
  await expect(rows).toContainText(["Waited 1.2 s"]);
  await page.reload();
  await expect(page.getByRole("button", { name: "Retried", exact: true })).toHaveAttribute("aria-pressed", "true");
  await expect(rows).toHaveCount(1);

  await page.getByRole("button", { name: "Clear", exact: true }).click();
  await expect(page).toHaveURL("/activity");
  await page.keyboard.press("/");
  await page.getByRole("searchbox", { name: "Search calls" }).fill("old/7");
  await expect(page).toHaveURL(/q=old%2F7/);
  await expect(rows).toHaveCount(1);
  await page.getByRole("combobox", { name: "When" }).selectOption("Last hour");
  await expect(page.getByRole("heading", { name: "No call matches" })).toBeVisible();
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(page.getByRole("searchbox", { name: "Search calls" })).toHaveValue("");
  await expect(rows).toHaveCount(50);
});

test("a call is read, copied and sent again; what changes something is asked about first", async ({ app, page, vendor, recordCall }) => {
  const id = await connectStripe(app, { name: "Replayed" });
  const host = new URL(vendor.endpoints["stripe"]?.apiBaseUrl ?? "").host;
  const detail = {
    query: "expand=customer",
    requestHead: { "content-type": "application/json", authorization: "[secret]" },
    requestBody: JSON.stringify(charge),
    responseBody: '{"id":"ch_1","captured":true}',
    decisions: [{ at: 1_420, kind: "retry", text: "429, tried again after 2 s" }],
  };
  const posted = await recordCall(id, { method: "POST", path: "/v1/charges", host, status: 201, attempts: 2, detail });
  const read = await recordCall(id, { host, detail: {} });
  await signIn(page, app);
  await page.goto(`/activity/${posted}`);
  await expect(page.getByRole("list", { name: "What happened" }).getByText("429, tried again after 2 s")).toBeVisible();
  await expect(page.getByText('"captured"')).toBeVisible();
  await page.getByText("Headers").first().click();
  await expect(page.getByText("application/json").first()).toBeVisible();
  const curl = await copyWith(page.getByRole("button", { name: "Copy as curl" }));
  expect(curl).toContain(`'${app.url}/api/proxy/${id}/v1/charges?expand=customer'`);
  expect(curl).toContain("Bearer $PATCHBAY_API_KEY");
  expect(curl).toContain(`It'\\''s order 991`);

  await page.getByRole("button", { name: "Replay" }).click();
  const question = page.getByRole("alertdialog", { name: "Send this POST again?" });
  await question.getByRole("button", { name: "Cancel" }).click();
  await expect(page).toHaveURL(`/activity/${posted}`);
  await page.getByRole("button", { name: "Replay" }).click();
  await question.getByRole("button", { name: "Send again" }).click();
  // The stand-in has no charges.
  await expect(page.getByText("Sent again. Stripe answered 404.")).toBeVisible();
  await expect(page).not.toHaveURL(`/activity/${posted}`);
  await expect(page.getByRole("list", { name: "What happened" }).getByText("Sent again from the history by Owner")).toBeVisible();

  await page.goto(`/activity/${read}`);
  await page.getByRole("button", { name: "Replay" }).click();
  await expect(page.getByText("Sent again. Stripe answered 200.")).toBeVisible();
  await expect(page.getByRole("list", { name: "What happened" })).toContainText("Stripe answered 200 OK");
});

test("a viewer sees that calls were made and not what they said; another workspace sees nothing", async ({ app, newPerson, recordCall }) => {
  const id = await connectStripe(app, { name: "Looked at" });
  const callId = await recordCall(id, { path: "/v1/looked-at", detail: { responseBody: '{"iban":"DE02 1203 0000 0000 2020 51"}' } });
  const viewer = await newPerson("viewer", "Violet Viewer");
  await viewer.goto(`/activity?connection=${id}`);
  await viewer.getByRole("link", { name: "GET /v1/looked-at" }).click();
  await expect(viewer.getByText("Your role does not read what calls said")).toBeVisible();
  await expect(viewer.getByRole("button", { name: "Replay" })).toHaveCount(0);
  expect(await viewer.content()).not.toContain("DE02");

  const other = await newPerson("member", "Otto Other");
  await other.goto("/welcome");
  await other.getByLabel("Name").fill("Sawmill");
  await other.getByRole("button", { name: "Create workspace" }).click();
  await expect(other.getByRole("button", { name: "Workspace Sawmill, switch" }).first()).toBeVisible();
  for (const address of [callId, "no-such-call"]) {
    expect((await other.goto(`/activity/${address}`))?.status()).toBe(404);
    await expect(other.getByRole("heading", { level: 1, name: "There is no such call here" })).toBeVisible();
  }
  await other.keyboard.press("g");
  await other.keyboard.press("a");
  await expect(other.getByRole("heading", { name: "No calls yet" })).toBeVisible();
});

test("an admin says what is kept of calls, and a member reads it", async ({ app, page, newPerson }) => {
  await signIn(page, app);
  await page.goto("/settings");
  await page.getByRole("radio", { name: "No call" }).check();
  const days = page.getByLabel("Keep calls for this many days");
  await days.fill("400");
  await page.getByRole("button", { name: "Save call history" }).click();
  await expect(days).toHaveAccessibleDescription(/Use at most 365 days/);
  await days.fill("7");
  await page.getByRole("button", { name: "Save call history" }).click();
  await expect(page.getByText("The call history is kept as you chose.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("radio", { name: "No call" })).toBeChecked();
  await expect(days).toHaveValue("7");
  const member = await newPerson("member", "Mara Member");
  await member.goto("/settings");
  await expect(member.getByText("7 days", { exact: true })).toBeVisible();
  await expect(member.getByRole("button", { name: "Save call history" })).toHaveCount(0);
});

test("axe finds nothing on the pages of the history", async ({ app, page, recordCall }) => {
  test.setTimeout(180_000);
  const id = await connectStripe(app, { name: "A name of exactly sixty characters, so long that it may wrap" });
  await recordCall(id, { status: 500, attempts: 3 });
  await recordCall(id, { status: null, errorCode: "TIMEOUT", waitedMs: 1_200, breaker: "half_open" });
  await recordCall(id, { cache: "hit", operation: "list_customers" });
  const callId = await recordCall(id, { method: "DELETE", path: "/v1/customers/cus_1", status: 429, detail: { requestHead: { accept: "application/json" }, requestBody: "{}", responseBody: '{"ok":1}', decisions: [{ at: 5, kind: "retry", text: "Tried again" }] } });
  await signIn(page, app);
  await page.goto(`/activity?connection=${id}`);
  await expect(page.getByRole("list", { name: "Calls" }).getByRole("listitem")).toHaveCount(4);
  await expectAccessible(page, "the list of calls");
  await page.goto("/activity?q=nothing-like-it");
  await expect(page.getByRole("heading", { name: "No call matches" })).toBeVisible();
  await expectAccessible(page, "no match");
  await page.goto(`/activity/${callId}`);
  await page.getByText("Headers").first().click();
  await expectAccessible(page, "a call");
  await page.getByRole("button", { name: "Replay" }).click();
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await expectAccessible(page, "the question before sending again", [onDesktop]);
  await page.goto("/activity/unknown");
  await expect(page.getByRole("heading", { level: 1, name: "There is no such call here" })).toBeVisible();
  await expectAccessible(page, "an unknown call");
});
