import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { createTestCookie } from "@/server/identity/testing";
import { AppError, type ErrorCode } from "@/server/lib/errors";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import { createTestContext } from "@/server/workspaces/testing";
import { answerTrpc } from "./answer-trpc";
import { createTrpcContext } from "./context";
import { createCallerFactory, publicProcedure, router, workspaceProcedure } from "./init";

let runtime: Runtime;
let close: () => Promise<void>;
beforeAll(async () => ({ runtime, close } = await createTestRuntime()));
afterAll(() => close());

const vendorText = "invalid_grant: the vendor's own words";
const refused = () => new AppError("VENDOR_ERROR", "Slack did not answer as expected.", { details: { provider: "slack-eu" }, detail: vendorText });

/** Procedures that fail in every way a verb can. */
const failing = router({
  inWorkspace: workspaceProcedure.query((): string => {
    throw refused();
  }),
  publicly: publicProcedure.query((): string => {
    throw refused();
  }),
  unexpectedly: publicProcedure.query((): string => {
    throw new Error("connect ECONNREFUSED postgres://user:hunter2@db");
  }),
  byCode: publicProcedure.input(z.object({ code: z.string() })).query(({ input }): string => {
    throw new AppError(input.code as ErrorCode, "It failed.");
  }),
  form: publicProcedure.input(z.object({ name: z.string().min(1, "Enter a name."), address: z.object({ city: z.string("Enter a city.") }) })).mutation(() => "done"),
});

async function ask(path: string, options: { input?: unknown; method?: string; headers?: Record<string, string>; body?: string } = {}) {
  const method = options.method ?? "GET";
  const json = options.input === undefined ? undefined : JSON.stringify(options.input);
  const url = new URL(`http://localhost:3000/api/trpc/${path}`);
  if (method === "GET" && json !== undefined) url.searchParams.set("input", json);
  const headers = new Headers({ ...(method === "POST" ? { "content-type": "application/json" } : {}), ...options.headers });
  const req = new Request(url, { method, headers, ...(method === "POST" ? { body: options.body ?? json ?? null } : {}) });
  const response = await fetchRequestHandler({ endpoint: "/api/trpc", req, router: failing, createContext: () => createTrpcContext(runtime, { headers, method }) });
  const { error } = await response.json();
  return { status: response.status, error };
}

describe("an AppError", () => {
  it("arrives with the public code, its message and details, and a request id", async () => {
    const { status, error } = await ask("publicly");
    expect(status).toBe(502);
    expect(error.message).toBe("Slack did not answer as expected.");
    expect(error.data).toEqual({
      code: "BAD_GATEWAY",
      httpStatus: 502,
      path: "publicly",
      app: { code: "SLACK_EU_API_ERROR", message: "Slack did not answer as expected.", details: { provider: "slack-eu" }, requestId: expect.stringMatching(/^req_/) },
    });
  });

  it("shows what the vendor said to admins alone", async () => {
    const owner = await createTestContext(runtime);
    const admin = await createTestContext(runtime, { role: "admin", joining: owner });
    const member = await createTestContext(runtime, { role: "member", joining: owner });
    const asked = async (userId: string) => ask("inWorkspace", { headers: { cookie: await createTestCookie(runtime, userId) } });
    expect((await asked(admin.actor.id)).error.data.app.detail).toBe(vendorText);
    for (const answer of [await asked(member.actor.id), await ask("publicly")]) {
      expect(answer.status).toBe(502);
      expect(JSON.stringify(answer)).not.toContain(vendorText);
    }
  });

  it.each([
    ["INVALID_REQUEST", 400, "BAD_REQUEST", "INVALID_REQUEST"],
    ["INVALID_API_KEY", 401, "UNAUTHORIZED", "INVALID_API_KEY"],
    ["FORBIDDEN", 403, "FORBIDDEN", "FORBIDDEN"],
    ["NOT_FOUND", 404, "NOT_FOUND", "NOT_FOUND"],
    ["CONFLICT", 409, "CONFLICT", "CONFLICT"],
    ["CREDENTIAL_REFUSED", 422, "UNPROCESSABLE_CONTENT", "INVALID_API_KEY"],
    ["REAUTHORIZATION_REQUIRED", 424, "PRECONDITION_FAILED", "REAUTHORIZATION_REQUIRED"],
    ["RATE_LIMIT_EXCEEDED", 429, "TOO_MANY_REQUESTS", "RATE_LIMIT_EXCEEDED"],
    ["SERVICE_UNAVAILABLE", 503, "SERVICE_UNAVAILABLE", "SERVICE_UNAVAILABLE"],
    ["TIMEOUT", 504, "GATEWAY_TIMEOUT", "TIMEOUT"],
  ])("%s is HTTP %i, tRPC's %s and the contract's %s", async (code, httpStatus, trpcCode, publicCode) => {
    const { status, error } = await ask("byCode", { input: { code } });
    expect([status, error.data.code, error.data.app.code]).toEqual([httpStatus, trpcCode, publicCode]);
  });

  it("can be branched on by pages that call procedures directly", async () => {
    const caller = createCallerFactory(failing)(createTrpcContext(runtime, { headers: new Headers(), method: "GET" }));
    await expect(caller.byCode({ code: "NOT_FOUND" })).rejects.toMatchObject({ code: "NOT_FOUND", message: "It failed.", cause: { code: "NOT_FOUND" } });
  });
});

describe("an unexpected error", () => {
  it("says nothing of itself to the browser and everything to the log, under one request id", async () => {
    const logged = vi.spyOn(runtime.log, "error");
    const { status, error } = await ask("unexpectedly");
    expect(status).toBe(500);
    expect(error.data.app.code).toBe("INTERNAL");
    expect(JSON.stringify(error)).not.toMatch(/ECONNREFUSED|hunter2|\.ts:/);
    expect(logged).toHaveBeenCalledWith(
      expect.objectContaining({ requestId: error.data.app.requestId, path: "unexpectedly", err: expect.objectContaining({ message: expect.stringContaining("ECONNREFUSED") }) }),
      expect.any(String),
    );
    logged.mockRestore();
  });
});

describe("a call that does not fit", () => {
  it("names the fields of an input", async () => {
    const { status, error } = await ask("form", { method: "POST", input: { name: "", address: {} } });
    expect(status).toBe(400);
    expect(error.data.app).toMatchObject({ code: "INVALID_REQUEST", message: "Enter a name.", details: { fields: { name: "Enter a name.", "address.city": "Enter a city." } } });
  });

  it("answers bad JSON, a wrong method and an unknown procedure in plain words", async () => {
    expect((await ask("form", { method: "POST", body: "{" })).error.data.app).toMatchObject({ code: "INVALID_REQUEST" });
    expect((await ask("form")).error.data.app).toMatchObject({ code: "INVALID_REQUEST", message: expect.stringMatching(/POST/) });
    const unknown = await ask("no.such");
    expect([unknown.status, unknown.error.data.app.code, unknown.error.message]).toEqual([404, "NOT_FOUND", expect.stringMatching(/Reload/)]);
  });

  it("is refused when it is a batch that no page would send", async () => {
    const paths = Array.from({ length: 51 }, () => "workspaces.instance").join(",");
    const response = await answerTrpc(runtime, new Request(`http://localhost:3000/api/trpc/${paths}?batch=1&input=${encodeURIComponent("{}")}`));
    expect(response.status).toBe(400);
  });
});
