import { createRoute, z } from "@hono/zod-openapi";
import { newId } from "@/server/lib/ids";
import { getRuntime } from "@/server/runtime/runtime";
import { answerUnrouted } from "./answer-unrouted";
import { catalogRoutes } from "./catalog-routes";
import { connectRoutes } from "./connect-routes";
import { connectionRoutes } from "./connection-routes";
import { describeApi } from "./describe-api";
import { documentOtherRoutes } from "./document-other-routes";
import { healthRoutes } from "./health-routes";
import { metricsRoutes } from "./metrics-routes";
import { answerRestError, createRoutes } from "./rest-app";

/** Every REST route, as one app that takes a Request and gives a Response. */
export const rest = createRoutes();

rest.use(async (c, next) => {
  c.set("requestId", newId("request"));
  await next();
  c.header("x-request-id", c.get("requestId"));
  c.header("cache-control", "no-store");
});
rest.onError((error, c) => answerRestError(error, c));
rest.notFound((c) => answerUnrouted(rest.routes, c));

rest.route("/", catalogRoutes);
rest.route("/", connectRoutes);
rest.route("/", connectionRoutes);
documentOtherRoutes(rest);
rest.route("/", healthRoutes);
rest.route("/", metricsRoutes);

const documentRoute = createRoute({
  method: "get",
  path: "/api/openapi.json",
  operationId: "getApiDocument",
  tags: ["Document"],
  summary: "Get this document",
  description: "For generators of clients and for other tools. It is made from the same schemas that check requests.",
  security: [],
  responses: { 200: { description: "OpenAPI 3.1.", content: { "application/json": { schema: z.looseObject({ openapi: z.string() }) } } } },
});
rest.openapi(documentRoute, (c) => c.json(describeApi(rest, getRuntime().env), 200));
