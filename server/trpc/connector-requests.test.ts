import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestCookie } from "@/server/identity/testing";
import { newId } from "@/server/lib/ids";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import type { Role } from "@/server/workspaces/permission";
import { createTestContext } from "@/server/workspaces/testing";
import { openTestBrowser } from "./testing";

let runtime: Runtime;
let close: () => Promise<void>;
beforeAll(async () => ({ runtime, close } = await createTestRuntime()));
afterAll(() => close());

/** A workspace with an admin, and a way to let others in. */
async function openWorkspace() {
  const owner = await createTestContext(runtime);
  const browse = async (person: typeof owner) => openTestBrowser(runtime, { cookie: await createTestCookie(runtime, person.actor.id), workspace: owner.workspace.slug }).trpc.catalog;
  const join = async (role: Role) => browse(await createTestContext(runtime, { role, joining: owner }));
  return { admin: await browse(owner), join };
}

it("keeps who asked for what, once, for admins alone to see", async () => {
  const { admin, join } = await openWorkspace();
  const member = await join("member");
  await member.request.mutate({ name: " Miro ", purpose: "Copy boards into issues" });
  await member.request.mutate({ name: "miro" });
  await (await join("member")).request.mutate({ name: "Miro", purpose: "" });
  const requests = await admin.requests.query();
  expect(requests.map(({ name, purpose }) => [name, purpose])).toEqual([
    ["Miro", null],
    ["Miro", "Copy boards into issues"],
  ]);
  expect(requests[1]).toMatchObject({ requesterName: expect.stringContaining("Person"), createdAt: expect.stringMatching(/Z$/) });
  await expect(member.requests.query()).rejects.toMatchObject({ data: { httpStatus: 403 } });
  await expect(member.deleteRequest.mutate({ requestId: requests[0]?.id ?? "" })).rejects.toMatchObject({ data: { httpStatus: 403 } });
  await admin.deleteRequest.mutate({ requestId: requests[0]?.id ?? "" });
  expect(await admin.requests.query()).toHaveLength(1);
});

it("takes none from a viewer, and none without a name", async () => {
  const { admin, join } = await openWorkspace();
  await expect((await join("viewer")).request.mutate({ name: "Miro" })).rejects.toMatchObject({ data: { httpStatus: 403 } });
  await expect(admin.request.mutate({ name: "  " })).rejects.toMatchObject({ data: { httpStatus: 400 } });
  await expect(admin.request.mutate({ name: "a\nb" })).rejects.toMatchObject({ data: { httpStatus: 400 } });
  expect(await admin.requests.query()).toEqual([]);
});

it("answers a stranger as if there were no such request", async () => {
  const [mine, theirs] = [await openWorkspace(), await openWorkspace()];
  await mine.admin.request.mutate({ name: "Miro" });
  const [request] = await mine.admin.requests.query();
  expect(await theirs.admin.requests.query()).toEqual([]);
  const failureOf = (requestId: string) => theirs.admin.deleteRequest.mutate({ requestId }).then(() => "deleted", (error: Error) => error.message);
  const unknown = await failureOf(newId("connectorRequest"));
  expect(await failureOf(request?.id ?? "")).toBe(unknown);
  expect(await failureOf("nonsense")).toBe(unknown);
  expect(unknown).not.toBe("deleted");
  expect(await mine.admin.requests.query()).toHaveLength(1);
});

it("stops one person from asking for ever", async () => {
  const { admin } = await openWorkspace();
  for (let place = 0; place < 50; place += 1) await admin.request.mutate({ name: `Service ${place}` });
  await expect(admin.request.mutate({ name: "One more" })).rejects.toMatchObject({ data: { httpStatus: 409 } });
});
