import type { Context, Hono } from "hono";
import { AppError } from "@/server/lib/errors";
import { answerRestError, type RestEnv } from "./rest-app";

/** Answers what no route takes: 405 with the methods that the address does take, or 404. `OPTIONS` asks just that. */
export function answerUnrouted(routes: Hono<RestEnv>["routes"], c: Context<RestEnv>): Response {
  const methods = methodsAt(routes, c.req.path);
  if (methods.length === 0) return answerRestError(new AppError("NOT_FOUND", "There is nothing at this address. GET /api/openapi.json lists what there is."), c);
  const allow = methods.join(", ");
  if (c.req.method === "OPTIONS") return new Response(null, { status: 204, headers: { allow } });
  const refusal = new AppError("INVALID_REQUEST", `${c.req.method} is not possible at this address. It takes ${allow}.`, { details: { methods } });
  return answerRestError(refusal, c, { status: 405, headers: { allow } });
}

function methodsAt(routes: Hono<RestEnv>["routes"], path: string): string[] {
  const asked = path.split("/");
  const fits = (route: string) => {
    const parts = route.split("/");
    return parts.length === asked.length && parts.every((part, index) => (part.startsWith(":") ? asked[index] !== "" : part === asked[index]));
  };
  // `ALL` is what middleware is filed under.
  const found = new Set(routes.filter(({ method, path: route }) => method !== "ALL" && fits(route)).map(({ method }) => method));
  return [...found].flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method]));
}
