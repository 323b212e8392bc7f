import { checkCustomConnector } from "@/server/custom-connectors/check-custom-connector";
import { createCustomConnector } from "@/server/custom-connectors/create-custom-connector";
import { deleteCustomConnector } from "@/server/custom-connectors/delete-custom-connector";
import { getCustomConnector } from "@/server/custom-connectors/get-custom-connector";
import { checkCustomConnectorInput, createCustomConnectorInput, customConnectorInput, updateCustomConnectorInput } from "@/server/custom-connectors/schema";
import { updateCustomConnector } from "@/server/custom-connectors/update-custom-connector";
import { router, workspaceProcedure } from "./init";

/** Connectors that a workspace defines for itself. The catalog's router lists them among the others. */
export const customConnectorsRouter = router({
  get: workspaceProcedure.input(customConnectorInput).query(({ ctx, input }) => getCustomConnector(ctx.workspace, input)),
  /** Asks every address, so it is a mutation: it travels alone and is not repeated. */
  check: workspaceProcedure.input(checkCustomConnectorInput).mutation(({ ctx, input }) => checkCustomConnector(ctx.workspace, input)),
  create: workspaceProcedure.input(createCustomConnectorInput).mutation(({ ctx, input }) => createCustomConnector(ctx.workspace, input)),
  update: workspaceProcedure.input(updateCustomConnectorInput).mutation(({ ctx, input }) => updateCustomConnector(ctx.workspace, input)),
  delete: workspaceProcedure.input(customConnectorInput).mutation(({ ctx, input }) => deleteCustomConnector(ctx.workspace, input)),
});
