import { expect, it } from "vitest";
import { addressOf } from "./send-request";
import type { Parameter } from "./reference";

const parameter = (name: string, place: Parameter["place"]): Parameter => ({ name, place, type: "string", isRequired: false, description: null, example: null, options: [], idsOf: null });

it("fills the address, each value as one part of it", () => {
  const endpoint = { path: "/api/connections/{id}/test", parameters: [parameter("id", "path")] };
  expect(addressOf(endpoint, { id: "con_1" })).toBe("/api/connections/con_1/test");
  expect(addressOf(endpoint, { id: "../a?b#c" })).toBe("/api/connections/..%2Fa%3Fb%23c/test");
});

it("keeps the slashes and the query of a vendor's path", () => {
  expect(addressOf({ path: "/api/proxy/{connectionId}/{path}", parameters: [] }, { connectionId: "con_1", path: "/v1/charges?limit=3" })).toBe("/api/proxy/con_1/v1/charges?limit=3");
});

it("sends what was filled in, and nothing else, in the query", () => {
  const parameters = [parameter("limit", "query"), parameter("status", "query"), parameter("x-host", "header")];
  expect(addressOf({ path: "/api/connections", parameters }, { limit: "5", status: "", "x-host": "h" })).toBe("/api/connections?limit=5");
  expect(addressOf({ path: "/api/connections", parameters }, {})).toBe("/api/connections");
});
