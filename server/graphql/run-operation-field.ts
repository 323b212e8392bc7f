import { type GraphQLFieldConfig, GraphQLID, GraphQLInt, GraphQLNonNull, GraphQLObjectType, GraphQLString } from "graphql";
import { z } from "zod";
import type { WorkspaceContext } from "@/server/workspaces/context";
import type { GraphqlContext } from "./context";
import { jsonScalar } from "./json-scalar";
import { parseArguments } from "./translate-error";

type OperationResult = { data: unknown; status: number; nextCursor: string | null; callId: string; connectionId: string };
type RunOperation = (
  ctx: WorkspaceContext,
  input: { connector: string; operation: string; connectionId?: string | undefined; input: Record<string, unknown> },
  options: { source: "operation"; idempotencyKey?: string | undefined; signal?: AbortSignal | undefined },
) => Promise<OperationResult>;

const text = z.string().max(200);
const runArguments = z.object({
  connector: text,
  operation: text,
  connectionId: text.nullish(),
  input: z.record(z.string(), z.unknown()).nullish(),
  idempotencyKey: z.string().min(1).max(200).nullish(),
});

const resultType = new GraphQLObjectType<OperationResult, GraphqlContext>({
  name: "OperationResult",
  fields: {
    data: { type: jsonScalar, description: "What the vendor answered." },
    status: { type: new GraphQLNonNull(GraphQLInt), description: "The vendor's." },
    nextCursor: { type: GraphQLString, description: "To send in the next page's input; null on the last one." },
    callId: { type: new GraphQLNonNull(GraphQLID), description: "The call's id in the history." },
    connectionId: { type: new GraphQLNonNull(GraphQLID) },
  },
});

/** The mutation that runs an operation of a connector, by the executor that it is given. */
export function runOperationField(run: RunOperation): GraphQLFieldConfig<undefined, GraphqlContext> {
  return {
    type: new GraphQLNonNull(resultType),
    description: "Runs an operation through a connection, with its credential applied.",
    args: {
      connector: { type: new GraphQLNonNull(GraphQLString) },
      operation: { type: new GraphQLNonNull(GraphQLString), description: "Its name, as `Connector.operations` lists it." },
      connectionId: { type: GraphQLID, description: "Needed when the workspace has several connections of the connector." },
      input: { type: jsonScalar, description: "An object with the operation's values." },
      idempotencyKey: { type: GraphQLString, description: "The same key runs the operation once, however often it is sent." },
    },
    resolve: (_root, args, { ctx, signal }) => {
      const { connector, operation, connectionId, input, idempotencyKey } = parseArguments(runArguments, args);
      return run(ctx, { connector, operation, connectionId: connectionId ?? undefined, input: input ?? {} }, { source: "operation", idempotencyKey: idempotencyKey ?? undefined, signal });
    },
  };
}
