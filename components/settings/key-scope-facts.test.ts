import { expect, it } from "vitest";
import { describeScopes } from "./key-scope-facts";

it.each([
  [["calls:run"], "Call services"],
  [["connections:read", "calls:run"], "Call services, see connections"],
  [["admin", "calls:run"], "Everything an admin can"],
  [["of a later version"], ""],
])("says %j in words", (scopes, words) => {
  expect(describeScopes(scopes)).toBe(words);
});
