import { GraphQLError } from "graphql";
import type { z } from "zod";
import { AppError, isAppError } from "@/server/lib/errors";
import type { Log } from "@/server/lib/log";

/** Parses what a field was asked with; a misfit is the caller's mistake and names the arguments. */
export function parseArguments<T extends z.ZodType>(schema: T, args: unknown): z.output<T> {
  const parsed = schema.safeParse(args);
  if (parsed.success) return parsed.data;
  const fields = Object.fromEntries(parsed.error.issues.map(({ path, message }) => [path.join(".") || "arguments", message]));
  throw new AppError("INVALID_REQUEST", "The arguments do not fit. The details name each one.", { details: { fields } });
}

/** The one translator of errors for GraphQL: the contract's code in `extensions`, and nothing of our insides. */
export function translateError(error: GraphQLError, requestId: string, log: Log): GraphQLError {
  const appError = toAppError(error);
  if (appError.code === "INTERNAL") log.error({ err: error.originalError ?? error, requestId, path: error.path }, "A GraphQL field failed.");
  else if (appError.detail !== undefined) log.info({ requestId, path: error.path, code: appError.publicCode, detail: appError.detail }, "A GraphQL field refused.");
  return new GraphQLError(appError.message, {
    nodes: error.nodes,
    source: error.source,
    positions: error.positions,
    path: error.path,
    extensions: { ...errorExtensions(appError, requestId), ...httpOf(error) },
  });
}

/** What stands beside an error's message. */
export function errorExtensions(error: AppError, requestId: string) {
  return { code: error.publicCode, details: error.details, requestId };
}

function toAppError(error: GraphQLError): AppError {
  const cause = originOf(error);
  if (isAppError(cause)) return cause;
  // What the library itself says of a document: not a syntax, no such field, a variable of another type.
  if (cause instanceof GraphQLError) return new AppError("INVALID_REQUEST", cause.message.slice(0, 1_000));
  return new AppError("INTERNAL", "Something went wrong inside Patchbay. The log of the server has the details under this request id.");
}

function originOf(error: GraphQLError): unknown {
  let cause: unknown = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}

/** The status that yoga gives a document which cannot be run. */
function httpOf({ extensions }: GraphQLError) {
  return extensions["http"] === undefined ? {} : { http: extensions["http"] };
}
