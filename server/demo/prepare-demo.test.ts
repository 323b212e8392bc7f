import { afterEach, beforeEach, expect, it } from "vitest";
import { user } from "@/db/schema/identity";
import { member, workspace } from "@/db/schema/workspaces";
import { openSignInLink } from "@/server/identity/demo-sign-in";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import { createTestContext } from "@/server/workspaces/testing";
import { prepareDemo } from "./prepare-demo";

let runtime: Runtime;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ runtime, close } = await createTestRuntime({ env: { PATCHBAY_SANDBOX: "1" } }));
});
afterEach(() => close());

const lastLine = (text: string) => text.split("\n").at(-1) ?? "";

it("makes one owner with a sandbox workspace, and ends with a link that signs in", async () => {
  const link = lastLine(await prepareDemo(runtime));
  expect(link).toMatch(/^http:\/\/localhost:3000\/\S+$/);
  const answer = await openSignInLink(runtime, new Request(link));
  expect(answer.status).toBe(303);
  expect(answer.headers.getSetCookie().length).toBeGreaterThan(0);
  expect(await runtime.database.db.select({ slug: workspace.slug, isSandbox: workspace.isSandbox }).from(workspace)).toEqual([{ slug: "demo", isSandbox: true }]);
  expect(await runtime.database.db.select({ role: member.role }).from(member)).toEqual([{ role: "owner" }]);
});

it("changes nothing the second time, and makes a new link", async () => {
  const first = lastLine(await prepareDemo(runtime));
  const second = lastLine(await prepareDemo(runtime));
  expect(second).not.toBe(first);
  expect(await runtime.database.db.select().from(user)).toHaveLength(1);
  expect(await runtime.database.db.select().from(workspace)).toHaveLength(1);
});

it("signs nobody in on a database that others use", async () => {
  await createTestContext(runtime);
  expect(await prepareDemo(runtime)).toMatch(/DATA_DIR of its own/);
  expect(await runtime.database.db.select().from(user)).toHaveLength(1);
});
