import { expect, it } from "vitest";
import { findEndpoints } from "./find-endpoints";

const groups = [
  { id: "connections", name: "Connections", entries: [{ id: "listConnections", method: "GET", path: "/api/connections", summary: "List connections, newest first", description: "Filters can be combined." }, { id: "deleteConnection", method: "DELETE", path: "/api/connections/{id}", summary: "Disconnect an account", description: "" }] },
  { id: "health", name: "Health", entries: [{ id: "getHealth", method: "GET", path: "/health", summary: "Check Patchbay", description: "" }] },
];
const found = (query: string) => findEndpoints(groups, query).flatMap(({ entries }) => entries.map(({ id }) => id));

it.each([
  ["", ["listConnections", "deleteConnection", "getHealth"]],
  ["  ", ["listConnections", "deleteConnection", "getHealth"]],
  ["list connections", ["listConnections"]],
  ["DELETE", ["deleteConnection"]],
  ["/api/connections", ["listConnections", "deleteConnection"]],
  ["combined", ["listConnections"]],
  ["health get", ["getHealth"]],
  ["zzz", []],
])("%j", (query, ids) => expect(found(query)).toEqual(ids));

it("leaves groups out that have nothing", () => expect(findEndpoints(groups, "delete").map(({ id }) => id)).toEqual(["connections"]));
