import { gzipSync } from "node:zlib";
import { expect, test } from "./fixtures/journey-test";
import { signIn } from "./fixtures/sign-in";

const budgetKb = 190;

test(`the marketplace loads at most ${budgetKb} KB of JavaScript`, async ({ app, page }) => {
  await signIn(page, app);
  const scripts = new Map<string, Promise<Buffer>>();
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts.set(response.url(), response.body());
  });
  // What the page fetches ahead for its neighbours once it is done is theirs, not part of its own first load.
  await page.route((url) => url.searchParams.has("_rsc"), (route) => route.fulfill({ status: 204 }));
  await page.goto("/", { waitUntil: "networkidle" });
  await expect(page.getByRole("link", { name: "GitHub" })).toBeVisible();

  const sizes = await Promise.all([...scripts].map(async ([url, body]) => ({ url, bytes: gzipSync(await body).length })));
  const totalKb = sizes.reduce((sum, { bytes }) => sum + bytes, 0) / 1_000;
  console.log(`JavaScript of / until it is idle: ${totalKb.toFixed(1)} KB gzip in ${sizes.length} files (budget ${budgetKb} KB)`);
  expect(sizes.length, "scripts seen").toBeGreaterThan(3);
  expect(totalKb, sizes.map(({ url, bytes }) => `${bytes} ${new URL(url).pathname}`).join("\n")).toBeLessThanOrEqual(budgetKb);
});
