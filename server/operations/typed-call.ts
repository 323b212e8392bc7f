import { getConnector } from "@/server/catalog/registry";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { type OperationAnswer, runOperation } from "./run-operation";

/** How a typed call goes: through which connection, and under which key a repeat counts as the same. */
export type Via = { connectionId?: string | undefined; idempotencyKey?: string | undefined; signal?: AbortSignal | undefined };

/** Runs an operation for one of the typed verbs. What was not given is not sent. */
export function typedCall(ctx: WorkspaceContext, connector: string, operation: string, input: Record<string, unknown>, { connectionId, ...options }: Via): Promise<OperationAnswer> {
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  return runOperation(ctx, { connector, operation, connectionId, input: given }, { source: "rest", ...options });
}

export function providerOf(slug: string): { slug: string; name: string } {
  return { slug, name: getConnector(slug).name };
}
