import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestCookie } from "@/server/identity/testing";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import { createTestContext } from "@/server/workspaces/testing";
import { openTestBrowser } from "./testing";

let runtime: Runtime;
let close: () => Promise<void>;
beforeAll(async () => ({ runtime, close } = await createTestRuntime()));
afterAll(() => close());

it("shows a viewer the catalog and how each connector fares, and a stranger nothing", async () => {
  const viewer = await createTestContext(runtime, { role: "viewer" });
  const { trpc } = openTestBrowser(runtime, { cookie: await createTestCookie(runtime, viewer.actor.id) });
  const [catalog, states] = await Promise.all([trpc.catalog.list.query(), trpc.catalog.states.query()]);
  expect(catalog.length).toBeGreaterThan(0);
  expect(Object.keys(states).toSorted()).toEqual(catalog.map(({ id }) => id).toSorted());
  expect(new Set(Object.values(states))).toEqual(new Set(["not_configured"]));
  expect((await trpc.catalog.tasks.query())["twilio"]).toContain("Send a text message");
  await expect(openTestBrowser(runtime).trpc.catalog.tasks.query()).rejects.toThrow();
  await expect(openTestBrowser(runtime).trpc.catalog.states.query()).rejects.toThrow();
});
