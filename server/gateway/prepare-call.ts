import type { Readable } from "node:stream";
import type { CallableConnection } from "@/server/connections/callable-connection";
import { fixedHeaders } from "@/server/catalog/fixed-headers";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { type CallPlan, isSafe } from "./carry-call";
import { policyOf } from "./call-policy";
import { newCallId } from "./record-call";
import { targetUrl } from "./target-url";

export type CallShape = {
  method: string;
  /** The vendor's path from the host root, with its query. */
  path: string;
  host: string | undefined;
  /** The call's own: the connector's are added to it. */
  headers: Record<string, string>;
  body: Buffer | Readable | null;
  /** Changes nothing whatever its method says. */
  isReadOnly: boolean;
  idempotencyKey: string | undefined;
  totalMs: number | undefined;
};

/** Everything about a call that is known before it is sent. Throws `INVALID_REQUEST` for a host that is not the connector's. */
export function prepareCall(ctx: WorkspaceContext, callable: CallableConnection, shape: CallShape): CallPlan {
  const { row, connector } = callable;
  const policy = policyOf(row, connector);
  const { headers } = shape;
  const fixed = fixedHeaders(connector, row.inputs);
  for (const name in fixed) headers[name] ??= fixed[name] ?? "";
  const keyHeader = connector.api?.idempotencyHeader;
  if (keyHeader !== undefined && shape.idempotencyKey !== undefined) headers[keyHeader] = shape.idempotencyKey;
  return {
    runtime: ctx.runtime,
    callable,
    url: targetUrl(ctx.runtime, connector, row, shape.path, shape.host),
    method: shape.method,
    headers,
    body: shape.body,
    policy: shape.totalMs === undefined ? policy : { ...policy, totalMs: shape.totalMs },
    // A key that the vendor does not know makes a write safe to ask us for twice, not to send it twice.
    isRepeatable: shape.isReadOnly || isSafe(shape.method) || (keyHeader !== undefined && headers[keyHeader] !== undefined),
    mayRenew: true,
    id: newCallId(),
  };
}
