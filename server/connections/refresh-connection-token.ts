import { setTimeout as delay } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { connection } from "@/db/schema/connections";
import type { CredentialFields } from "@/server/auth-kinds/credential";
import type { AuthOption, Connector } from "@/server/catalog/connector";
import { AppError, notFound } from "@/server/lib/errors";
import type { Runtime } from "@/server/runtime/runtime";
import type { ConnectionRow } from "./connection-cache";
import { explainRefreshFailure } from "./explain-refresh-failure";
import { openCredential } from "./open-credential";
import { leaseMs, type RefreshLease, takeRefreshLease } from "./refresh-lease";
import { isRenewable, type RenewResult, type RenewTarget, renewToken } from "./renew-token";
import { storeRefreshedToken, storeRefreshEnd } from "./store-refreshed-token";

const refreshBeforeMs = 60_000;
/** What is exchanged for its successor has to be good still, and a connection may lie idle for days. */
const exchangeBeforeMs = 10 * 24 * 60 * 60_000;
/** Longer than a token endpoint may take, so that a waiting call sees how the refresh under way ends. */
const waitAtMostMs = 45_000;
const quietAfterMs = { down: 5_000, rejected: 30_000 };

type Options = {
  /** Also when the token seems good: a person asked, or the vendor refused it before its time. */
  isForced?: boolean;
  /** Shorter in tests. */
  leaseMs?: number;
};

type State = {
  running: Map<string, Promise<ConnectionRow>>;
  /** What failed a moment ago is not asked again by every call that comes. */
  quiet: Map<string, { until: number; version: number; error: AppError }>;
};

/** A connection's credential with a token that is good for the next minute. It is refreshed first when it is not. */
export function freshCredential(runtime: Runtime, row: ConnectionRow, connector: Connector, option: AuthOption): CredentialFields | Promise<CredentialFields> {
  if (!isRunningOut(row, option) || !isRenewable(option)) return openCredential(runtime, row);
  return refreshConnectionToken(runtime, { row, connector, option }).then((fresh) => openCredential(runtime, fresh));
}

/**
 * Renews a connection's access token: one refresh at a time across all processes, the new tokens stored before they
 * are used. Resolves with the row as it is then. Throws `REAUTHORIZATION_REQUIRED` when only a person can mend it,
 * `VENDOR_ERROR` when an admin can, `SERVICE_UNAVAILABLE` when waiting helps.
 */
export function refreshConnectionToken(runtime: Runtime, target: RenewTarget, options: Options = {}): Promise<ConnectionRow> {
  const { running, quiet } = stateOf(runtime);
  const { id, credentialVersion } = target.row;
  const under = running.get(id);
  if (under) return options.isForced ? under.then((row) => (row.credentialVersion === credentialVersion ? refreshConnectionToken(runtime, target, options) : row)) : under;
  const rest = quiet.get(id);
  if (rest && !options.isForced && rest.until > Date.now() && rest.version === credentialVersion) {
    return isUsable(target.row) ? Promise.resolve(target.row) : Promise.reject(rest.error);
  }
  const refreshing = refresh(runtime, target, options).finally(() => running.delete(id));
  running.set(id, refreshing);
  return refreshing;
}

async function refresh(runtime: Runtime, target: RenewTarget, options: Options): Promise<ConnectionRow> {
  const deadline = Date.now() + waitAtMostMs;
  for (let waitMs = 50; ; waitMs = Math.min(waitMs * 1.5, 500)) {
    const row = await readRow(runtime, target.row.id);
    if (isDone(target.row, row)) return row;
    const lease = await takeRefreshLease(runtime, row.id, options.leaseMs ?? leaseMs);
    if (lease) {
      try {
        return await refreshUnder(runtime, lease, target, options);
      } finally {
        await lease.release();
      }
    }
    if (Date.now() > deadline) return settle(runtime, { ...target, row }, { kind: "vendor_down", detail: "another process was still refreshing" }, options);
    await delay(waitMs * (0.75 + Math.random() / 2));
  }
}

/** Reads the row again: between the first look and the lease another owner may have finished. */
async function refreshUnder(runtime: Runtime, lease: RefreshLease, given: RenewTarget, options: Options): Promise<ConnectionRow> {
  const row = await readRow(runtime, given.row.id);
  if (isDone(given.row, row)) return row;
  const target = { ...given, row };
  const credential = await openCredential(runtime, row);
  const result = await renewToken(runtime, target, credential);
  if (result.kind === "ok") {
    const stored = await storeRefreshedToken(runtime, lease, row, credential, result.tokens, target.connector.name);
    return stored ?? takeOver(runtime, target);
  }
  if (result.kind === "no_refresh_token" && options.isForced && !hasRunOut(row)) throw nothingToRenew(target);
  const isStillGood = result.kind === "no_refresh_token" && !hasRunOut(row);
  const broken = isStillGood ? null : explainRefreshFailure(target, result, runtime.env.publicUrl);
  if (!broken) return settle(runtime, target, result, options);
  const { status, message, detail } = broken;
  const isNew = row.status !== status;
  const stored = await storeRefreshEnd(runtime, lease, row, {
    credential: null,
    change: { status, lastError: message, lastErrorDetail: detail, errorCount: row.errorCount + 1, health: "failing", healthReason: message, ...(row.health === "failing" ? {} : { healthSince: new Date() }) },
    event: isNew ? { kind: "refresh_failed", message } : null,
  });
  if (!stored) return takeOver(runtime, target);
  runtime.log.warn({ connectionId: row.id, connector: row.connector, status, detail }, "A token could not be renewed.");
  return status === "error" ? settle(runtime, target, result, { ...options, adminMessage: message }) : Promise.reject(needsReconnect(stored, message));
}

/** Someone else changed the credential meanwhile: theirs counts, and what this refresh brought is dropped. */
async function takeOver(runtime: Runtime, target: RenewTarget): Promise<ConnectionRow> {
  const row = await readRow(runtime, target.row.id);
  if (isDone(target.row, row)) return row;
  throw new AppError("SERVICE_UNAVAILABLE", `${row.name} was changed while its token was being renewed. Try again.`, { details: { connectionId: row.id } });
}

/** The vendor gives nothing now: goes on with a token that still has some seconds, or says when to come back. */
function settle(runtime: Runtime, { row, connector }: RenewTarget, result: Exclude<RenewResult, { kind: "ok" }>, options: Options & { adminMessage?: string }): ConnectionRow | Promise<never> {
  const forMs = result.kind === "rate_limited" ? result.retryAfterSeconds * 1000 : options.adminMessage === undefined ? quietAfterMs.down : quietAfterMs.rejected;
  const error = explainQuiet({ row, connector }, result, { retryAfterSeconds: Math.ceil(forMs / 1000), adminMessage: options.adminMessage });
  const { quiet } = stateOf(runtime);
  const now = Date.now();
  for (const [id, { until }] of quiet) if (until <= now) quiet.delete(id);
  quiet.set(row.id, { until: now + forMs, version: row.credentialVersion, error });
  return isUsable(row) && !options.isForced ? row : Promise.reject(error);
}

function explainQuiet({ row, connector }: Pick<RenewTarget, "row" | "connector">, result: Exclude<RenewResult, { kind: "ok" }>, facts: { retryAfterSeconds: number; adminMessage: string | undefined }): AppError {
  const details = { connectionId: row.id, provider: connector.slug };
  const detail = "detail" in result ? result.detail : result.kind;
  if (facts.adminMessage !== undefined) return new AppError("VENDOR_ERROR", facts.adminMessage, { details, detail });
  const { retryAfterSeconds } = facts;
  return new AppError("SERVICE_UNAVAILABLE", `${connector.name} cannot renew the access token right now. Try again in ${retryAfterSeconds} seconds.`, { details: { ...details, retryAfterSeconds }, detail });
}

function nothingToRenew({ row, connector }: RenewTarget): AppError {
  const until = row.tokenExpiresAt === null ? "does not expire" : `lasts until ${row.tokenExpiresAt.toISOString().slice(0, 16).replace("T", " ")} UTC`;
  return new AppError("CONFLICT", `There is nothing to renew: ${connector.name} gave access that ${until}. Reconnect to get a new one.`, { details: { connectionId: row.id, provider: connector.slug } });
}

async function readRow(runtime: Runtime, id: string): Promise<ConnectionRow> {
  const [row] = await runtime.database.db.select().from(connection).where(eq(connection.id, id)).limit(1);
  if (!row) throw notFound("connection");
  return row;
}

/** Another owner has renewed it since `seen` was read. One that only a person can mend ends here. */
function isDone(seen: ConnectionRow, row: ConnectionRow): boolean {
  if (row.status === "expired" || row.status === "revoked" || row.status === "invalid") throw needsReconnect(row, row.lastError);
  return row.credentialVersion !== seen.credentialVersion && !hasRunOut(row);
}

function needsReconnect(row: ConnectionRow, message: string | null): AppError {
  return new AppError("REAUTHORIZATION_REQUIRED", message ?? "This connection is no longer accepted. Reconnect it.", { details: { connectionId: row.id, provider: row.connector } });
}

const isRunningOut = (row: ConnectionRow, option: AuthOption) => row.tokenExpiresAt !== null && row.tokenExpiresAt.getTime() - Date.now() < leadOf(option);

function leadOf(option: AuthOption): number {
  if (option.kind !== "oauth2") return refreshBeforeMs;
  const { renewBeforeSeconds } = option.refresh;
  return renewBeforeSeconds === undefined ? (option.exchange ? exchangeBeforeMs : refreshBeforeMs) : renewBeforeSeconds * 1_000;
}

const hasRunOut = (row: ConnectionRow) => row.tokenExpiresAt !== null && row.tokenExpiresAt.getTime() <= Date.now();
const isUsable = (row: ConnectionRow) => row.tokenExpiresAt !== null && row.tokenExpiresAt.getTime() > Date.now();

function stateOf(runtime: Runtime): State {
  return runtime.singleton("connections.refreshing", () => ({ running: new Map(), quiet: new Map() }));
}
