import { connectorStates } from "@/server/connections/connector-states";
import { getConnectorView } from "@/server/connections/get-connector-view";
import { listConnectors } from "@/server/connections/list-connectors";
import { listConnectorTasks } from "@/server/connections/list-connector-tasks";
import { connectorInput } from "@/server/connections/schema";
import { router, workspaceProcedure } from "./init";

/** The marketplace, with what the workspace has connected. */
export const catalogRouter = router({
  list: workspaceProcedure.query(({ ctx }) => listConnectors(ctx.workspace)),
  states: workspaceProcedure.query(({ ctx }) => connectorStates(ctx.workspace)),
  tasks: workspaceProcedure.query(({ ctx }) => listConnectorTasks(ctx.workspace)),
  get: workspaceProcedure.input(connectorInput).query(({ ctx, input }) => getConnectorView(ctx.workspace, input)),
});
