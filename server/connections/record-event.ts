import type { Transaction } from "@/db/client";
import { connectionEvent } from "@/db/schema/connections";
import { newId } from "@/server/lib/ids";
import type { WorkspaceContext } from "@/server/workspaces/context";

type EventKind = (typeof connectionEvent.$inferInsert)["kind"];

/** Adds a line to a connection's timeline, in the transaction of the change that it tells of. */
export async function recordEvent(tx: Transaction, ctx: Pick<WorkspaceContext, "workspace" | "actor">, connectionId: string, kind: EventKind, message: string): Promise<void> {
  await tx.insert(connectionEvent).values({
    id: newId("connectionEvent"),
    workspaceId: ctx.workspace.id,
    connectionId,
    kind,
    message,
    actorKind: ctx.actor.kind,
    actorId: ctx.actor.id,
  });
}
