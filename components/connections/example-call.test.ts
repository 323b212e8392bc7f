import { describe, expect, it } from "vitest";
import type { Operation } from "@/server/catalog/operation";
import { callOf, exampleCall, pathExamples } from "./example-call";

const operation = (facts: Partial<Operation>): Operation => ({ name: "one", title: "One", group: "All", method: "GET", path: "/one", inputs: {}, isReadOnly: true, ...facts });
const text = (place: "path" | "query" | "body", example: string) => ({ in: place, type: "string" as const, examples: [example] });

describe("the call to begin with", () => {
  it("is the first that only reads, and needs no id", () => {
    const operations = [
      operation({ method: "POST", isReadOnly: false, path: "/write" }),
      operation({ method: "POST", path: "/search" }),
      operation({ path: "/things/{{id}}", inputs: { id: text("path", "7") } }),
      operation({ path: "/list" }),
    ];
    expect(exampleCall(operations, {}).path).toBe("/list");
    expect(exampleCall(operations.slice(0, 3), {}).path).toBe("/things/7");
    expect(exampleCall(operations.slice(0, 2), {}).path).toBe("/search");
  });

  it("is the root where the connector has no operations", () => {
    expect(exampleCall([], {})).toEqual({ method: "GET", path: "/", body: null });
  });
});

describe("an operation as a call", () => {
  it("has the connection's own values and the examples in its path", () => {
    const one = operation({ path: "/Accounts/{account_sid}/Calls/{{call}}", inputs: { call: text("path", "CA1") } });
    expect(callOf(one, { account_sid: "AC7" }).path).toBe("/Accounts/AC7/Calls/CA1");
    expect(pathExamples(one)).toEqual(["CA1"]);
  });

  it("goes to the host that the connection's region has", () => {
    expect(callOf(operation({ host: "{tracking_host}" }), { tracking_host: "api.segment.io" }).host).toBe("api.segment.io");
  });

  it("keeps a placeholder that nobody can fill", () => {
    expect(callOf(operation({ path: "/x/{unknown}" }), {}).path).toBe("/x/{unknown}");
  });

  it("writes its query as one reads it, and escapes what would end it", () => {
    const inputs = { fields: text("query", "a,b"), q: text("query", "is:open author:@me"), text: text("query", "a&b#c") };
    expect(callOf(operation({ inputs }), {}).path).toBe("/one?fields=a,b&q=is:open%20author:@me&text=a%26b%23c");
  });

  it("shows a body in the form that it is sent in", () => {
    const inputs = { a: text("body", "1"), b: { in: "body" as const, type: "object" as const, properties: { c: { type: "integer" as const, examples: [2] } } } };
    expect(callOf(operation({ method: "POST", inputs, body: { type: "form" } }), {}).body).toEqual({ type: "form", text: "a=1\nb[c]=2" });
    expect(callOf(operation({ method: "POST", inputs, body: { type: "json" } }), {}).body).toEqual({ type: "json", text: '{\n  "a": "1",\n  "b": {\n    "c": 2\n  }\n}' });
    expect(callOf(operation({ method: "POST", inputs, body: { type: "multipart" } }), {}).body).toBeNull();
  });
});
