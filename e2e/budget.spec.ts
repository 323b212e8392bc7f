import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { connectors } from "@/server/catalog/registry";
import { expect, test } from "./fixtures/journey-test";
import { signIn } from "./fixtures/sign-in";

const budgetKb = 190;
const htmlBudgetKb = 60;

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

test(`the marketplace is at most ${htmlBudgetKb} KB of HTML`, async ({ app, page }) => {
  await signIn(page, app);
  const answer = await page.request.get("/");
  const html = await answer.body();
  expect(html.toString()).toContain("GitHub");
  const sizeKb = gzipSync(html).length / 1_000;
  console.log(`HTML of / with ${connectors.length} connectors: ${sizeKb.toFixed(1)} KB gzip, ${(html.length / 1_000).toFixed(0)} KB plain (budget ${htmlBudgetKb} KB)`);
  expect(sizeKb).toBeLessThanOrEqual(htmlBudgetKb);
});

test("no definition and no operation is in what browsers load", async () => {
  const folder = path.resolve(".next/static");
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".js"));
  const code = (await Promise.all(names.map((name) => readFile(path.join(folder, name), "utf8")))).join("\n");
  expect(code.length).toBeGreaterThan(100_000);
  // What only the server knows: how to register an app, and what an operation says of itself.
  const kept = connectors.flatMap(({ auth, operations }) => [...auth.flatMap(({ guide }) => guide.map(({ text }) => text)), ...operations.flatMap(({ description }) => description ?? [])]).filter((text) => text.length > 40);
  expect(kept.length).toBeGreaterThan(connectors.length);
  expect(kept.filter((text) => code.includes(JSON.stringify(text).slice(1, -1)))).toEqual([]);
});
