import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { isBuildStale } from "./is-build-stale";

let root = "";

async function write(file: string, atSeconds: number): Promise<void> {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true });
  await writeFile(path.join(root, file), "");
  await utimes(path.join(root, file), atSeconds, atSeconds);
}

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "patchbay-stale-"));
  await write("app/page.tsx", 1_000);
  await write("server/lib/log.ts", 1_000);
  await write(".next/BUILD_ID", 2_000);
  await write("dist/server.mjs", 2_001);
});
afterEach(() => rm(root, { recursive: true, force: true }));

it("is fresh when both results are newer than every source", async () => {
  expect(await isBuildStale(root)).toBe(false);
});

it("is fresh when only a test changed", async () => {
  await write("server/lib/log.test.ts", 3_000);
  expect(await isBuildStale(root)).toBe(false);
});

it.each(["app/deep/er/page.tsx", "server/main.ts", "components/ui/button.tsx", "next.config.ts", "package-lock.json"])("is stale when %s changed after the older result", async (file) => {
  await write(file, 2_000.5);
  expect(await isBuildStale(root)).toBe(true);
});

it.each([".next/BUILD_ID", "dist/server.mjs"])("is stale without %s", async (file) => {
  await rm(path.join(root, file));
  expect(await isBuildStale(root)).toBe(true);
});
