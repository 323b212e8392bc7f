import { call, callDetail } from "@/db/schema/connections";
import { testCall } from "@/server/connections/testing";
import type { WorkspaceContext } from "@/server/workspaces/context";

type Facts = Partial<typeof call.$inferInsert>;
type Detail = Partial<typeof callDetail.$inferInsert>;

/** Stores a call with what it said, as the gateway would; answers its id. */
export async function storeTestCall(ctx: WorkspaceContext, connectionId: string, facts: Facts = {}, detail: Detail = {}): Promise<string> {
  const row = testCall(ctx, connectionId, { requestBytes: Buffer.byteLength(detail.requestBody ?? ""), hasDetail: true, ...facts });
  await ctx.db.insert(call).values(row);
  await ctx.db.insert(callDetail).values({
    workspaceId: ctx.workspace.id,
    callId: row.id,
    query: null,
    requestHead: {},
    requestBody: null,
    isRequestCut: false,
    responseHead: { "content-type": "application/json" },
    responseBody: '{"ok":true}',
    isResponseCut: false,
    decisions: [],
    ...detail,
  });
  return row.id;
}
