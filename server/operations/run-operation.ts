import { withoutSecrets } from "@/server/auth-kinds/credential";
import type { Connector } from "@/server/catalog/connector";
import type { Operation } from "@/server/catalog/operation";
import { readFacts } from "@/server/catalog/read-facts";
import { requireConnector } from "@/server/custom-connectors/connector-for";
import { callableConnection } from "@/server/connections/callable-connection";
import type { ConnectionRow } from "@/server/connections/connection-cache";
import { type CallOptions, runCall } from "@/server/gateway/run-call";
import { AppError, isAppError } from "@/server/lib/errors";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { type BuiltRequest, buildRequest } from "./build-request.schema";
import { chooseConnection } from "./choose-connection";
import { encodeBody } from "./encode-body";
import { explainVendorAnswer } from "./explain-vendor-answer";
import { mapAnswer, readBody } from "./read-answer";
import { nextCursor, pageOf, paginationOf } from "./turn-page";
import { validateInput } from "./validate-input";

export type RunInput = {
  /** The connector's slug, and the name of one of its operations. */
  connector: string;
  operation: string;
  /** Left out, the workspace's only connection of that connector. */
  connectionId?: string | undefined;
  input: unknown;
};
export type RunOptions = Pick<CallOptions, "source"> & { idempotencyKey?: string | undefined; signal?: AbortSignal | undefined };
/** `data` is the vendor's answer as the operation maps it; `nextCursor` is null on the last page. */
export type OperationAnswer = { data: unknown; status: number; nextCursor: string | null; callId: string; connectionId: string };

/** What an operation may bring back. */
const maxResponseBytes = 10 * 1024 * 1024;

/**
 * Runs an operation of the catalog. Throws what `chooseConnection`, `validateInput` and `runCall` throw, and the
 * contract's error for what the vendor refuses; see `explainVendorAnswer`.
 */
export async function runOperation(ctx: WorkspaceContext, { connector: slug, operation: name, connectionId, input }: RunInput, options: RunOptions): Promise<OperationAnswer> {
  requirePermission(ctx, "calls:run");
  const connector = await requireConnector(ctx.runtime, ctx.workspace.id, slug);
  const operation = getOperation(connector, name);
  const row = await chooseConnection(ctx, connector, connectionId);
  return sendOperation(ctx, { connector, operation, row, input }, options);
}

/** Runs any operation through a connection: its input is checked before anything is sent. */
export async function sendOperation(ctx: WorkspaceContext, run: { connector: Connector; operation: Operation; row: ConnectionRow; input: unknown }, options: RunOptions): Promise<OperationAnswer> {
  requirePermission(ctx, "calls:run");
  const { connector, operation, row } = run;
  const { cursor, ...input } = validateInput(operation, run.input, row.settings);
  const pagination = paginationOf(connector, operation);
  const page = pagination && typeof cursor === "string" ? pageOf(pagination, operation, cursor) : {};
  const request = buildRequest(operation, input, readFacts(connector, row.inputs), page);
  const answer = await send(ctx, run, request, options);
  const body = readBody(answer.headers, answer.body);
  const refusal = explainVendorAnswer({ connector, operation, connection: row, status: answer.status, headers: answer.headers, body, hide: await secretHider(ctx, row.id) });
  if (refusal) throw refusal;
  const data = mapAnswer(operation.answer, answer.headers, body);
  return {
    data,
    status: answer.status,
    nextCursor: pagination ? nextCursor(pagination, request, page, { headers: answer.headers, body, data }) : null,
    callId: answer.callId,
    connectionId: row.id,
  };
}

/** The credential is in memory since the call; where it is gone by now, nothing that the vendor wrote is kept. */
async function secretHider(ctx: WorkspaceContext, connectionId: string): Promise<(text: string) => string> {
  try {
    const { option, credential } = await callableConnection(ctx, connectionId);
    return (text) => withoutSecrets(text, option, credential);
  } catch (error) {
    if (isAppError(error)) return () => "";
    throw error;
  }
}

/** Throws `NOT_FOUND` for a name that the connector does not have. */
export function getOperation(connector: Connector, name: string): Operation {
  const operation = connector.operations.find((candidate) => candidate.name === name);
  if (operation) return operation;
  throw new AppError("NOT_FOUND", `${connector.name} has no such operation. Its page lists what it has.`);
}

function send(ctx: WorkspaceContext, { connector, operation, row }: { connector: Connector; operation: Operation; row: ConnectionRow }, request: BuiltRequest, options: RunOptions) {
  // What is left in braces is a value that the connection should have told.
  if (/[{}]/.test(`${request.host ?? ""}${request.path}`)) throw new AppError("INVALID_REQUEST", `This ${connector.name} connection lacks a value that the address needs. Reconnect it.`, { details: { connectionId: row.id } });
  const { method, path, host, headers } = request;
  const body = request.body === null ? null : encodeBody(request.body);
  const { source, idempotencyKey, signal } = options;
  return runCall(
    ctx,
    row.id,
    { method, path, host, headers: { accept: "application/json", ...headersOf(connector), ...(body ? { "content-type": body.contentType } : {}), ...headers }, body: body?.bytes ?? null },
    { source, operation: operation.name, isReadOnly: operation.isReadOnly, maxResponseBytes, ...(idempotencyKey === undefined ? {} : { idempotencyKey }), ...(signal ? { signal } : {}) },
  );
}

/** The connector's own `accept` wins over ours. */
function headersOf({ api }: Connector): Record<string, string> {
  const accept = api?.headers?.["accept"];
  return accept === undefined ? {} : { accept };
}
