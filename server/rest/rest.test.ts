import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createRestTest, type RestTest } from "./testing";

let test: RestTest;
beforeAll(async () => {
  test = await createRestTest();
});
afterAll(() => test.close());

describe("what no route takes", () => {
  it.each(["/api/nope", "/api", "/api/", "/api/mcps/", "/api/mcps/stripe/connect", "/api/mcps/stripe/connect/oauth2", "/api/connections/x/y/z", "/api/openapi.json/x", "/api//mcps", "/API/mcps"])("GET %s is 404 and says where to look", async (path) => {
    const answer = await test.call("GET", path);
    expect([answer.status, answer.body]).toMatchObject([404, { error: { code: "NOT_FOUND", message: "There is nothing at this address. GET /api/openapi.json lists what there is." } }]);
  });

  it.each([
    ["POST", "/api/mcps", "GET, HEAD"],
    ["GET", "/api/mcps/stripe/connect/api-key", "POST"],
    ["HEAD", "/api/mcps/stripe/test-connection", "POST"],
    ["PUT", "/api/connections/x", "GET, HEAD, DELETE"],
    ["POST", "/api/connections", "GET, HEAD"],
    ["POST", "/api/connections/x/refresh", "PATCH"],
    ["DELETE", "/api/openapi.json", "GET, HEAD"],
  ])("%s %s is 405 and names what is taken", async (method, path, allow) => {
    const answer = await test.call(method, path);
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, allow]);
    if (method !== "HEAD") expect(answer.body).toMatchObject({ success: false, error: { code: "INVALID_REQUEST", message: `${method} is not possible at this address. It takes ${allow}.`, details: { methods: allow.split(", ") } } });
  });

  it("OPTIONS tells the methods, and lets no other origin in", async () => {
    const answer = await test.call("OPTIONS", "/api/connections/x", { key: null, headers: { origin: "https://evil.example", "access-control-request-method": "DELETE" } });
    expect([answer.status, answer.headers.get("allow"), answer.text]).toEqual([204, "GET, HEAD, DELETE", ""]);
    expect([...answer.headers.keys()].filter((name) => name.startsWith("access-control-"))).toEqual([]);
    expect((await test.call("OPTIONS", "/api/nope")).status).toBe(404);
  });
});

it("HEAD answers like GET, without the body", async () => {
  const [head, got] = [await test.call("HEAD", "/api/mcps"), await test.call("GET", "/api/mcps")];
  expect([head.status, head.text, head.headers.get("content-type")]).toEqual([200, "", got.headers.get("content-type")]);
  expect((await test.call("HEAD", "/api/connections/nope")).status).toBe(404);
});

it("a defect is 500 in the contract's form, with its cause in the log alone", async () => {
  const error = vi.spyOn(test.runtime.log, "error").mockImplementation(() => undefined);
  const broken = vi.spyOn(test.runtime.database.db, "select").mockImplementation(() => {
    throw new Error("canary of a stack");
  });
  const answer = await test.call("GET", "/api/connections");
  broken.mockRestore();
  expect([answer.status, answer.body]).toMatchObject([500, { error: { code: "INTERNAL" } }]);
  expect(answer.text).not.toContain("canary");
  expect(error).toHaveBeenCalledWith(expect.objectContaining({ requestId: answer.headers.get("x-request-id"), path: "/api/connections" }), "A REST route failed.");
  error.mockRestore();
});
