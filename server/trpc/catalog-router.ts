import { deleteConnectorRequestInput, requestConnectorInput } from "@/server/connections/connector-request.schema";
import { connectorStates } from "@/server/connections/connector-states";
import { deleteConnectorRequest } from "@/server/connections/delete-connector-request";
import { getConnectorView } from "@/server/connections/get-connector-view";
import { listConnectors } from "@/server/connections/list-connectors";
import { listConnectorRequests } from "@/server/connections/list-connector-requests";
import { listConnectorTasks } from "@/server/connections/list-connector-tasks";
import { requestConnector } from "@/server/connections/request-connector";
import { connectorInput } from "@/server/connections/schema";
import { router, workspaceProcedure } from "./init";

/** The marketplace, with what the workspace has connected. */
export const catalogRouter = router({
  list: workspaceProcedure.query(({ ctx }) => listConnectors(ctx.workspace)),
  states: workspaceProcedure.query(({ ctx }) => connectorStates(ctx.workspace)),
  tasks: workspaceProcedure.query(({ ctx }) => listConnectorTasks(ctx.workspace)),
  get: workspaceProcedure.input(connectorInput).query(({ ctx, input }) => getConnectorView(ctx.workspace, input)),
  request: workspaceProcedure.input(requestConnectorInput).mutation(({ ctx, input }) => requestConnector(ctx.workspace, input)),
  requests: workspaceProcedure.query(({ ctx }) => listConnectorRequests(ctx.workspace)),
  deleteRequest: workspaceProcedure.input(deleteConnectorRequestInput).mutation(({ ctx, input }) => deleteConnectorRequest(ctx.workspace, input)),
});
