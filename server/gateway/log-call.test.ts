import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { testCall } from "@/server/connections/testing";
import { createLog } from "@/server/lib/log";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { createTestContext } from "@/server/workspaces/testing";
import { logCall } from "./log-call";
import type { CallFacts } from "./record-call";

let runtime: Runtime;
let close: () => Promise<void>;
let ctx: WorkspaceContext;
let written: string[];
beforeAll(async () => {
  ({ runtime, close } = await createTestRuntime());
  ctx = await createTestContext(runtime);
});
afterAll(() => close());
beforeEach(() => (written = []));

function log(level: string, facts: Partial<CallFacts>): Record<string, unknown>[] {
  const { createdAt: _createdAt, hasDetail: _hasDetail, ...row } = testCall(ctx, "con_00000000000000000000000000");
  logCall({ ...runtime, log: createLog(level, { write: (line) => void written.push(line) }) }, { ...row, detail: null, ...facts });
  return written.map((line): Record<string, unknown> => JSON.parse(line));
}

describe("a call's line in the log", () => {
  it("says who did what for how long, under the request's id", () => {
    const [line] = log("debug", { requestId: "req_1", durationMs: 12, operation: "list_customers" });
    expect(line).toMatchObject({ level: 20, service: "patchbay", integration: "stripe", action: "list_customers", duration: 12, success: true, requestId: "req_1", status: 200 });
    expect(line?.["timestamp"]).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(JSON.stringify(line)).not.toContain(ctx.workspace.id);
  });

  it.each([
    [{ status: 402 }, { status: 402 }],
    [{ status: null, errorCode: "TIMEOUT" }, { status: null, errorCode: "TIMEOUT" }],
  ])("is written at the usual level when the call failed: %j", (facts, expected) => {
    expect(log("info", facts)).toMatchObject([{ level: 30, success: false, action: "GET /v1/customers", ...expected }]);
  });

  it("is not written for what is not asked for", () => {
    expect(log("info", {})).toEqual([]);
    expect(log("warn", { status: 500 })).toEqual([]);
  });

  it("hides what looks like a credential in a path", () => {
    const [line] = log("debug", { path: "/hooks/sk_live_canary1234567890/send" });
    expect(line?.["action"]).toBe("GET /hooks/[secret]/send");
  });
});
