import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeDetected } from "./describe-detected";
import { detectInFolder } from "./detect-in-folder";

let folder: string;
const write = async (name: string, text: string) => {
  await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
  await writeFile(path.join(folder, name), text);
};

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "patchbay-detect-"));
  await write("apps/api/package.json", '{"dependencies":{"@slack/web-api":"7"}}');
  await write("worker/pyproject.toml", '[project]\ndependencies = ["twilio>=9"]\n');
  await write(".env", "STRIPE_SECRET_KEY=sk_live_canaryvalue\nDATABASE_URL=postgres://me:canaryvalue@db.internal.test/shop\n");
  await write(".cursor/mcp.json", '{"mcpServers":{"linear":{"url":"https://mcp.linear.app/mcp","headers":{"authorization":"canaryvalue"}}}}');
  await write("node_modules/airtable/package.json", '{"dependencies":{"airtable":"1"}}');
  await write("vendor/x/composer.json", '{"require":{"zendesk/zendesk_api_client_php":"1"}}');
  await write("examples/shop/package.json", '{"dependencies":{"shopify-api-node":"1"}}');
  await write("a/b/c/d/e/f/package.json", '{"dependencies":{"dropbox":"1"}}');
  await symlink(path.join(folder, "node_modules"), path.join(folder, "linked"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("detect in a folder", () => {
  it("names what the project uses, and nothing of what others wrote", async () => {
    const { found, files, isCut } = await detectInFolder(folder);
    expect(found.map(({ id }) => id).toSorted()).toEqual(["linear", "postgresql", "slack", "stripe", "twilio"]);
    expect(files).toEqual([".cursor/mcp.json", ".env", "apps/api/package.json", "worker/pyproject.toml"]);
    expect(isCut).toBe(false);
  });

  it("prints names and paths, and no value", async () => {
    const text = describeDetected(await detectInFolder(folder));
    expect(text).toContain("These 5 things your project uses can be connected (4 files read)");
    expect(text).toContain("variable STRIPE_SECRET_KEY in .env");
    expect(text).toContain("address in DATABASE_URL in .env");
    expect(text).not.toContain("canaryvalue");
    expect(text).not.toContain("internal.test");
  });

  it("says so when there is nothing", async () => {
    const empty = await mkdtemp(path.join(tmpdir(), "patchbay-detect-"));
    expect(describeDetected(await detectInFolder(empty))).toMatch(/^No package file/);
    await rm(empty, { recursive: true });
  });

  it("runs as a command, and explains itself when it is not understood", async () => {
    const run = (...args: string[]) => promisify(execFile)(process.execPath, ["--import", "tsx", "server/cli/patchbay.ts", ...args]);
    expect((await run("detect", folder)).stdout).toContain("Twilio");
    await expect(run("detect", path.join(folder, "missing"))).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining("Cannot read") });
    await expect(run("detect")).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining("Usage") });
  });
});
