import { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { AppError, isAppError } from "@/server/lib/errors";
import { errorBody } from "@/server/lib/http/answer-error";
import { newId } from "@/server/lib/ids";
import { getRuntime } from "@/server/runtime/runtime";

/** What every route's handler finds on its context. */
export type RestEnv = { Variables: { requestId: string } };

/** A group of REST routes. Inputs that do not fit answer `INVALID_REQUEST` and name the fields. */
export function createRoutes() {
  return new OpenAPIHono<RestEnv>({
    defaultHook: (result) => {
      if (!result.success) throw misfit(result.error.issues);
    },
  });
}

/** The caller's mistake, said for each field that does not fit. */
export function misfit(issues: readonly { path: readonly PropertyKey[]; message: string }[]): AppError {
  return new AppError("INVALID_REQUEST", "The request does not have the form this route takes. The details name each field.", {
    details: { fields: Object.fromEntries(issues.map(({ path, message }) => [path.join(".").replace(/^(values|inputs)\./, "") || "body", message])) },
  });
}

/** The one translator of errors for REST. `as` replaces what HTTP says of the error: a status, more headers. */
export function answerRestError(error: unknown, c: Context<RestEnv>, as: { status?: number; headers?: Record<string, string> } = {}): Response {
  const requestId = c.get("requestId") ?? newId("request");
  const appError = isAppError(error) ? error : translateUnknown(error);
  const { log } = getRuntime();
  if (appError.code === "INTERNAL") log.error({ err: error, requestId, path: c.req.path }, "A REST route failed.");
  else if (appError.detail !== undefined) log.info({ requestId, path: c.req.path, code: appError.publicCode, detail: appError.detail }, "A REST route refused.");
  const retryAfter = appError.details["retryAfterSeconds"];
  return new Response(JSON.stringify(errorBody(appError, requestId)), {
    status: as.status ?? appError.status,
    headers: {
      "content-type": "application/json; charset=utf-8",
      "cache-control": "no-store",
      ...(typeof retryAfter === "number" ? { "retry-after": String(retryAfter) } : {}),
      ...as.headers,
    },
  });
}

/** Hono itself throws for a body that is not JSON, or not said to be; everything else that is not ours is a defect. */
function translateUnknown(error: unknown): AppError {
  if (error instanceof HTTPException && error.status === 415) return new AppError("INVALID_REQUEST", "Send the body as JSON, with the header Content-Type: application/json.");
  if (error instanceof HTTPException && error.status === 400) return new AppError("INVALID_REQUEST", "The request body is not valid JSON.");
  return new AppError("INTERNAL", "Something went wrong inside Patchbay. The log of the server has the details under this request id.");
}
