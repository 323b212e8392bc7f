import { connectWithCredential } from "@/server/connections/connect-with-credential";
import { countAttention } from "@/server/connections/count-attention";
import { deleteConnection } from "@/server/connections/delete-connection";
import { getConnection } from "@/server/connections/get-connection";
import { getKnownValues } from "@/server/connections/get-known-values";
import { listConnectionEvents } from "@/server/connections/list-connection-events";
import { listConnections } from "@/server/connections/list-connections";
import { listDependents } from "@/server/connections/list-dependents";
import { pauseConnection } from "@/server/connections/pause-connection";
import { refreshConnection } from "@/server/health/refresh-connection";
import { resumeConnection } from "@/server/connections/resume-connection";
import { rotateConnection } from "@/server/connections/rotate-connection";
import * as schema from "@/server/connections/schema";
import { testConnection } from "@/server/health/test-connection";
import { testCredential } from "@/server/connections/test-credential";
import { updateConnection } from "@/server/connections/update-connection";
import { router, workspaceProcedure } from "./init";

const one = workspaceProcedure.input(schema.connectionIdInput);

/** The workspace's connections. */
export const connectionsRouter = router({
  list: workspaceProcedure.input(schema.listConnectionsInput).query(({ ctx, input }) => listConnections(ctx.workspace, input)),
  attentionCount: workspaceProcedure.query(({ ctx }) => countAttention(ctx.workspace)),
  get: one.query(({ ctx, input }) => getConnection(ctx.workspace, input)),
  events: workspaceProcedure.input(schema.listPageInput).query(({ ctx, input }) => listConnectionEvents(ctx.workspace, input)),
  knownValues: one.query(({ ctx, input }) => getKnownValues(ctx.workspace, input)),
  dependents: one.query(({ ctx, input }) => listDependents(ctx.workspace, input)),

  connect: workspaceProcedure.input(schema.connectWithCredentialInput).mutation(({ ctx, input }) => connectWithCredential(ctx.workspace, input)),
  testCredential: workspaceProcedure.input(schema.testCredentialInput).mutation(({ ctx, input }) => testCredential(ctx.workspace, input)),
  update: workspaceProcedure.input(schema.updateConnectionInput).mutation(({ ctx, input }) => updateConnection(ctx.workspace, input)),
  rotate: workspaceProcedure.input(schema.rotateConnectionInput).mutation(({ ctx, input }) => rotateConnection(ctx.workspace, input)),
  test: one.mutation(({ ctx, input }) => testConnection(ctx.workspace, input)),
  refresh: one.mutation(({ ctx, input }) => refreshConnection(ctx.workspace, input)),
  pause: one.mutation(({ ctx, input }) => pauseConnection(ctx.workspace, input)),
  resume: one.mutation(({ ctx, input }) => resumeConnection(ctx.workspace, input)),
  delete: one.mutation(({ ctx, input }) => deleteConnection(ctx.workspace, input)),
});
