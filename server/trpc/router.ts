import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import { accountRouter } from "./account-router";
import { activityRouter } from "./activity-router";
import { catalogRouter } from "./catalog-router";
import { connectionsRouter } from "./connections-router";
import { gatewayRouter } from "./gateway-router";
import { customConnectorsRouter } from "./custom-connectors-router";
import { createCallerFactory, router } from "./init";
import { oauthRouter } from "./oauth-router";
import { workspacesRouter } from "./workspaces-router";

export const appRouter = router({
  account: accountRouter,
  activity: activityRouter,
  catalog: catalogRouter,
  connections: connectionsRouter,
  customConnectors: customConnectorsRouter,
  gateway: gatewayRouter,
  oauth: oauthRouter,
  workspaces: workspacesRouter,
});

export type AppRouter = typeof appRouter;
export type RouterInputs = inferRouterInputs<AppRouter>;
export type RouterOutputs = inferRouterOutputs<AppRouter>;

/** Calls procedures without HTTP, for pages that are rendered on the server. */
export const createCaller = createCallerFactory(appRouter);
