import { deleteConnection } from "@/server/connections/delete-connection";
import { getConnection } from "@/server/connections/get-connection";
import { testConnection } from "@/server/health/test-connection";
import { requireConnector } from "@/server/custom-connectors/connector-for";
import { AppError, isAppError } from "@/server/lib/errors";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { chooseConnection } from "./choose-connection";
import { getOperation, type OperationAnswer, runOperation } from "./run-operation";

export type AdapterOptions = { idempotencyKey?: string; signal?: AbortSignal };

/** One connected account, alike for every connector: what app code holds instead of a vendor's own library. */
export type Adapter = {
  /** Finds the connection and proves it with a real call. Throws what it lacks; see `chooseConnection`. */
  connect(): Promise<{ connectionId: string; account: string | null }>;
  /** Ends the access at the vendor where that can be done, and destroys the stored credential. */
  disconnect(): Promise<void>;
  /** Whether it could be called now, without asking the vendor. */
  isConnected(): Promise<boolean>;
  /** Runs an operation that only reads. `nextCursor` of the answer goes into the next input as `cursor`. */
  getData(operation: string, input?: Record<string, unknown>, options?: AdapterOptions): Promise<OperationAnswer>;
  /** Runs an operation that changes something. */
  sendData(operation: string, input?: Record<string, unknown>, options?: AdapterOptions): Promise<OperationAnswer>;
};

/** An adapter for a connector's connection: the one that is named, else the workspace's only one. */
export function createAdapter(ctx: WorkspaceContext, { connector: slug, connectionId }: { connector: string; connectionId?: string }): Adapter {
  const named = () => requireConnector(ctx.runtime, ctx.workspace.id, slug);
  const find = async () => (await chooseConnection(ctx, await named(), connectionId)).id;
  const run = async (isReading: boolean, operation: string, input: Record<string, unknown> = {}, options: AdapterOptions = {}) => {
    if (getOperation(await named(), operation).isReadOnly !== isReading) throw wrongWay(operation, isReading);
    return runOperation(ctx, { connector: slug, operation, connectionId, input }, { source: "operation", ...options });
  };
  return {
    connect: async () => {
      const view = await testConnection(ctx, { connectionId: await find() });
      if (view.health === "failing") throw new AppError("REAUTHORIZATION_REQUIRED", view.lastError ?? `${view.connectorName} does not accept this connection. Reconnect it.`, { details: { connectionId: view.id, provider: slug } });
      return { connectionId: view.id, account: view.account.label };
    },
    disconnect: async () => void (await deleteConnection(ctx, { connectionId: await find() })),
    isConnected: async () => {
      try {
        const { status, isPaused } = await getConnection(ctx, { connectionId: await find() });
        return status === "active" && !isPaused;
      } catch (error) {
        if (isAppError(error) && (error.code === "NOT_FOUND" || error.code === "INVALID_REQUEST")) return false;
        throw error;
      }
    },
    getData: (operation, input, options) => run(true, operation, input, options),
    sendData: (operation, input, options) => run(false, operation, input, options),
  };
}

function wrongWay(operation: string, isReading: boolean): AppError {
  return new AppError("INVALID_REQUEST", isReading ? `“${operation}” changes something: call sendData.` : `“${operation}” only reads: call getData.`, { details: { operation } });
}
