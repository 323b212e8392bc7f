import type { Env } from "./lib/env";
import { AppError, isAppError } from "./lib/errors";

const heading = "Patchbay did not start:";
const refused = ["28P01", "28000"];
const noAnswer = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH", "ECONNRESET", "CONNECT_TIMEOUT", "CONNECTION_CLOSED", "CONNECTION_ENDED"];
const notWritable = ["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST", "ENOSPC"];

/** Why the database of this environment cannot be used: the variable, what it has to be, and what to do. */
export function explainDatabaseFailure(error: unknown, env: Pick<Env, "databaseUrl" | "dataDir">): unknown {
  if (isAppError(error)) return error;
  const code = codeOf(error);
  if (env.databaseUrl === undefined) {
    if (error instanceof Error && error.message.startsWith("DATA_DIR ")) return explained(error.message, error);
    if (!notWritable.includes(code)) return error;
    return explained(`DATA_DIR has to be a folder that this process may write to, and ${env.dataDir} is not (${code}). Create it, change its owner, or set DATA_DIR to another one.`, error);
  }
  const { host, pathname } = new URL(env.databaseUrl);
  if (refused.includes(code)) return explained(`DATABASE_URL has to carry a user and a password that ${host} accepts; it refused these (${code}). Correct them.`, error);
  if (code === "3D000") return explained(`DATABASE_URL has to name a database that exists; ${host} has none called ${pathname.slice(1)}. Create it, or name another.`, error);
  if (code === "42501") return explained(`DATABASE_URL has to carry a user who may create tables; this one may not. Grant it CREATE on the database and on its schema public.`, error);
  if (noAnswer.includes(code)) return explained(`DATABASE_URL has to name a PostgreSQL server that answers; ${host} does not (${code}). Start it, or correct the address.`, error);
  return error;
}

/** Why the address of this environment cannot be listened on. */
export function explainListenFailure(error: unknown, { host, port }: Pick<Env, "host" | "port">): unknown {
  const code = codeOf(error);
  if (code === "EADDRINUSE") return explained(`PORT has to be free, and another program listens on ${port} of ${host} already. Stop it, or set PORT to another number.`, error);
  if (code === "EACCES") return explained(`PORT has to be one that this process may listen on; ${port} needs more rights. Set PORT to a number from 1024 on.`, error);
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND" || code === "EAI_AGAIN") return explained(`HOST has to be an address of this machine, and ${host} is not (${code}). Set HOST to 127.0.0.1, or to 0.0.0.0 for every address.`, error);
  return error;
}

function explained(problem: string, cause: unknown): AppError {
  return new AppError("INVALID_REQUEST", `${heading}\n  - ${problem}`, { cause });
}

/** Of the error itself, or of what it wraps: drivers and query builders put theirs inside. */
function codeOf(error: unknown): string {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string") return at.code;
    if (at instanceof AggregateError && at.errors.length > 0) return codeOf(at.errors[0]);
  }
  return "";
}
