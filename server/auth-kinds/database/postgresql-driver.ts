import postgres from "postgres";
import type { DatabaseDriver, DatabaseTarget, ProbeOutcome } from "./driver";
import { findRoute } from "./open-socket";
import { GuardedSocket, UnexpectedMessage } from "./postgresql-guard";
import { openPostgresSocket } from "./postgresql-socket";
import { networkOutcome, refused, unreachable } from "./probe-outcome";

/** PostgreSQL through postgres.js, on a socket that is opened, encrypted and watched here. */
export const postgresqlDriver: DatabaseDriver = {
  async probe(egress, target, signal) {
    try {
      const route = await findRoute(egress, target);
      const socket = new GuardedSocket(await openPostgresSocket(route, target, signal));
      return await logIn(socket, target, signal);
    } catch (error) {
      return postgresOutcome(signal.aborted ? signal.reason : error, target);
    }
  },
};

async function logIn(socket: GuardedSocket, target: DatabaseTarget, signal: AbortSignal): Promise<ProbeOutcome> {
  const options = {
    socket: () => socket, // postgres.js takes it, its types do not say so
    ssl: false,
    host: target.host,
    port: target.port,
    username: target.username ?? "",
    // A function, because an empty password would make the library send this process' own PGPASSWORD.
    password: () => target.password?.reveal() ?? "",
    database: target.database ?? target.username ?? "",
    max: 1,
    fetch_types: false,
    prepare: false,
    connect_timeout: 60, // the signal comes first
    connection: { application_name: "Patchbay" },
    onnotice: () => undefined,
  };
  const sql = postgres(options);
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    socket.once("error", reject);
  });
  aborted.catch(() => undefined);
  try {
    // Not a startup parameter and not SET: poolers refuse the first and leak the second to other clients.
    await Promise.race([sql.unsafe("begin transaction read only; select 1; commit").simple(), aborted]);
    return { kind: "ok" };
  } finally {
    await sql.end({ timeout: 0 });
    socket.leave();
  }
}

/** By SQLSTATE (PostgreSQL's appendix A). */
function postgresOutcome(error: unknown, target: DatabaseTarget): ProbeOutcome {
  const { host, username, database } = target;
  if (error instanceof UnexpectedMessage) return refused("port", `${host} does not answer like PostgreSQL on port ${target.port}. Check the port.`, error.message);
  if (!(error instanceof postgres.PostgresError)) return networkOutcome(error, host);
  const detail = `${error.code} ${error.message}`;
  switch (error.code) {
    case "28P01":
      return { ...refused("password", `${host} refused the user name or the password.`, detail) };
    case "28000":
      if (/no encryption|ssl off/i.test(error.message)) return refused("tls", `${host} accepts encrypted connections only. Choose another encryption than none.`, detail);
      return refused("username", `${host} does not let ${username ?? "this user"} log in from here. Check the user name, and the server's rules for hosts (pg_hba.conf).`, detail);
    case "3D000":
      return refused("database", `There is no database ${database ?? username ?? ""} on ${host}. Check its name.`, detail);
    case "42501":
      return refused("database", `${username ?? "This user"} may not connect to the database ${database ?? ""}. Grant CONNECT, or use another user.`, detail);
    case "53300":
    case "57P01":
    case "57P03":
      return unreachable("SERVICE_UNAVAILABLE", "host", `${host} takes no more connections right now, or is just starting. Try again in a minute.`, detail);
    default:
      return unreachable("SERVICE_UNAVAILABLE", "host", `${host} ended the login with an error of its own. Try again in a minute.`, detail);
  }
}
