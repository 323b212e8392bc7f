import { describe, expect, it } from "vitest";
import type { Operation } from "@/server/catalog/connector";
import { callOf, exampleCall } from "./example-call";

const operation = (facts: Partial<Operation>): Operation => ({ name: "one", title: "One", group: "All", method: "GET", path: "/one", isReadOnly: true, ...facts });

describe("the call to begin with", () => {
  it("is the first that only reads", () => {
    const operations = [operation({ method: "POST", isReadOnly: false, path: "/write" }), operation({ method: "POST", path: "/search" }), operation({ path: "/list" })];
    expect(exampleCall(operations, {}).path).toBe("/list");
  });

  it("is the root where the connector has no operations", () => {
    expect(exampleCall([], {})).toEqual({ method: "GET", path: "/", body: null });
  });
});

describe("an operation as a call", () => {
  it("has the connection's own values and the examples in its path", () => {
    const call = callOf(operation({ path: "/Accounts/{account_sid}/Calls/{call}", params: { call: "CA1" } }), { account_sid: "AC7" });
    expect(call.path).toBe("/Accounts/AC7/Calls/CA1");
  });

  it("keeps a placeholder that nobody can fill", () => {
    expect(callOf(operation({ path: "/x/{unknown}" }), {}).path).toBe("/x/{unknown}");
  });

  it("writes its query as one reads it, and escapes what would end it", () => {
    expect(callOf(operation({ query: { fields: "a,b", q: "is:open author:@me", text: "a&b#c" } }), {}).path).toBe("/one?fields=a,b&q=is:open%20author:@me&text=a%26b%23c");
  });

  it("shows a body in the form that it is sent in", () => {
    expect(callOf(operation({ method: "POST", body: { type: "form", value: { a: "1", b: "2" } } }), {}).body).toEqual({ type: "form", text: "a=1\nb=2" });
    expect(callOf(operation({ method: "POST", body: { type: "json", value: { a: 1 } } }), {}).body).toEqual({ type: "json", text: '{\n  "a": 1\n}' });
  });
});
