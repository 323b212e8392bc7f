import { expect, it } from "vitest";
import { findDatabaseTests } from "./find-database-tests";

it("finds what opens a database, directly or through what tests share, and nothing else", () => {
  const found = findDatabaseTests(["db", "server"]);
  expect(found).toEqual(expect.arrayContaining(["db/client.test.ts", "server/gateway/serve-proxy.test.ts", "server/gateway/lease-calls.test.ts", "server/rest/rest.test.ts", "server/connections/access.test.ts"]));
  for (const pure of ["server/catalog/connector.conformance.test.ts", "server/operations/operation.conformance.test.ts", "server/lib/errors.test.ts", "server/gateway/rate-budget.test.ts"]) expect(found).not.toContain(pure);
});
