import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { auditEntry } from "@/db/schema/workspaces";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import { getCallHistory } from "./get-call-history";
import { callHistoryInput } from "./schema";
import { createTestContext } from "./testing";
import { updateCallHistory } from "./update-call-history";

let runtime: Runtime;
let close: () => Promise<void>;
beforeAll(async () => ({ runtime, close } = await createTestRuntime()));
afterAll(() => close());

it("is what an admin chose, in their workspace alone, and the audit trail says so once", async () => {
  const owner = await createTestContext(runtime);
  const other = await createTestContext(runtime);
  const admin = await createTestContext(runtime, { role: "admin", joining: owner });
  const usual = await getCallHistory(owner);
  expect(usual).toEqual({ callDetail: "notable", callRetentionDays: 30 });
  const chosen = { callDetail: "none" as const, callRetentionDays: 7 };
  await updateCallHistory(admin, chosen);
  await updateCallHistory(admin, chosen);
  expect(await getCallHistory(owner)).toEqual(chosen);
  expect(await getCallHistory(other)).toEqual(usual);
  const audit = await runtime.database.db.select().from(auditEntry).where(eq(auditEntry.workspaceId, owner.workspace.id));
  expect(audit).toMatchObject([{ action: "workspace.update_call_history", actorId: admin.actor.id, data: { fromDetail: "notable", toDetail: "none", fromDays: 30, toDays: 7 } }]);
});

it("is read by everybody and changed by admins alone", async () => {
  const owner = await createTestContext(runtime);
  for (const role of ["member", "viewer"] as const) {
    const person = await createTestContext(runtime, { role, joining: owner });
    expect(await getCallHistory(person)).toMatchObject({ callRetentionDays: 30 });
    await expect(updateCallHistory(person, { callDetail: "all", callRetentionDays: 365 })).rejects.toMatchObject({ code: "FORBIDDEN" });
  }
  expect(await getCallHistory(owner)).toEqual({ callDetail: "notable", callRetentionDays: 30 });
});

it.each([0, 366, 1.5, "", "ten", -1])("takes no %j days", (callRetentionDays) => {
  expect(callHistoryInput.safeParse({ callDetail: "all", callRetentionDays }).success).toBe(false);
});
