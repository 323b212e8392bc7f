import { graphql, GraphQLObjectType, GraphQLSchema } from "graphql";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestRuntime } from "@/server/runtime/testing";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { createTestContext } from "@/server/workspaces/testing";
import { createGraphqlContext } from "./context";
import { queryType } from "./query";
import { runOperationField } from "./run-operation-field";

let ctx: WorkspaceContext;
let close: () => Promise<void>;
beforeAll(async () => {
  const test = await createTestRuntime();
  close = test.close;
  ctx = await createTestContext(test.runtime);
});
afterAll(() => close());

const seen: unknown[] = [];
const field = runOperationField((caller, input, { signal, ...options }) => {
  seen.push({ isCaller: caller === ctx, input, options, hasSignal: signal instanceof AbortSignal });
  return Promise.resolve({ data: { id: "ch_1" }, status: 200, nextCursor: null, callId: "call_1", connectionId: "con_1" });
});
const schema = new GraphQLSchema({ query: queryType, mutation: new GraphQLObjectType({ name: "Mutation", fields: { runOperation: field } }) });
const run = (variableValues: Record<string, unknown>) =>
  graphql({
    schema,
    source: `mutation ($input: JSON, $key: String, $connection: ID) { runOperation(connector: "stripe", operation: "list_charges", connectionId: $connection, input: $input, idempotencyKey: $key) { data status nextCursor callId connectionId } }`,
    variableValues,
    contextValue: createGraphqlContext(ctx, "req_test", new AbortController().signal),
  });

it("hands the operation and its values to the executor, and answers what it answers", async () => {
  const { data, errors } = await run({ input: { limit: 3, nested: { a: [1] } }, key: "once" });
  expect([errors, data?.["runOperation"]]).toEqual([undefined, { data: { id: "ch_1" }, status: 200, nextCursor: null, callId: "call_1", connectionId: "con_1" }]);
  expect(seen.splice(0)).toEqual([{ isCaller: true, hasSignal: true, input: { connector: "stripe", operation: "list_charges", connectionId: undefined, input: { limit: 3, nested: { a: [1] } } }, options: { source: "operation", idempotencyKey: "once" } }]);
});

it("needs no input, and takes the connection", async () => {
  await run({ connection: "con_1" });
  expect(seen.splice(0)).toMatchObject([{ input: { connectionId: "con_1", input: {} }, options: { idempotencyKey: undefined } }]);
});

it.each([[{ input: "text" }], [{ input: [1] }], [{ input: 7 }], [{ key: "" }], [{ key: "k".repeat(201) }]])("refuses %j, and runs nothing", async (variables) => {
  const { data, errors } = await run(variables);
  expect(data).toBeNull();
  expect(errors?.[0]?.originalError).toMatchObject({ code: "INVALID_REQUEST" });
  expect(seen).toEqual([]);
});
