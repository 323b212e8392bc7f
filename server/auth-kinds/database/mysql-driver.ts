import { createConnection } from "mysql2";
import { ContainedSocket, UnexpectedBytes } from "./contained-socket";
import type { DatabaseDriver, DatabaseTarget, ProbeOutcome } from "./driver";
import { findRoute, openSocket, type Route } from "./open-socket";
import { networkOutcome, refused, unreachable } from "./probe-outcome";

/** MySQL and MariaDB through mysql2, on a socket that is opened, encrypted and contained here. */
export const mysqlDriver: DatabaseDriver = {
  async probe(egress, target, signal) {
    try {
      return await logIn(await findRoute(egress, target), target, signal);
    } catch (error) {
      return mysqlOutcome(signal.aborted ? signal.reason : error, target);
    }
  },
};

async function logIn(route: Route, target: DatabaseTarget, signal: AbortSignal): Promise<ProbeOutcome> {
  try {
    return await attempt(route, target, signal);
  } catch (error) {
    if (route.tls !== "if_offered" || codeOf(error) !== "HANDSHAKE_NO_SSL_SUPPORT") throw error;
    return attempt({ ...route, tls: "none" }, target, signal);
  }
}

async function attempt(route: Route, target: DatabaseTarget, signal: AbortSignal): Promise<ProbeOutcome> {
  const socket = new ContainedSocket(await openSocket(route, target.port, signal));
  const connection = createConnection({
    stream: socket,
    host: target.host,
    user: target.username ?? "",
    password: target.password?.reveal() ?? "",
    ...(target.database === null ? {} : { database: target.database }),
    // Says that it will be encrypted; how, and whom to trust, is settled in `startTLS` below.
    ...(route.tls === "none" ? {} : { ssl: {} }),
    // Otherwise a server could ask for any file of this machine.
    flags: ["-LOCAL_FILES"],
    disableEval: true,
    connectTimeout: 60_000, // the signal comes first
  });
  const failed = new Promise<never>((_resolve, reject) => {
    connection.on("error", reject);
    socket.once("error", reject);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    // The library would connect TLS to the socket underneath, past what contains it.
    Object.assign(connection, { startTLS: (goOn: () => void) => void socket.encrypt(route, signal).then(goOn, reject) });
  });
  failed.catch(() => undefined);
  const run = (sql: string) => new Promise<void>((resolve, reject) => connection.query(sql, (error) => (error ? reject(error) : resolve())));
  try {
    await Promise.race([run("start transaction read only").then(() => run("select 1")), failed]);
    connection.end();
    return { kind: "ok" };
  } catch (error) {
    connection.destroy();
    throw error;
  } finally {
    socket.leave();
  }
}

/** By the names of MySQL's error numbers. */
function mysqlOutcome(error: unknown, target: DatabaseTarget): ProbeOutcome {
  const { host, username, database } = target;
  const code = codeOf(error);
  const text = error instanceof Error ? error.message : "";
  const detail = text.includes(code) ? text : `${code} ${text}`;
  // MySQL's words; MariaDB only denies access.
  if (/insecure transport/.test(text)) return refused("tls", `${host} accepts encrypted connections only. Choose another encryption than none.`, detail);
  switch (code) {
    case "ER_ACCESS_DENIED_ERROR":
    case "ER_ACCESS_DENIED_NO_PASSWORD_ERROR":
      return refused("password", `${host} refused the user name or the password. Some users may come from certain hosts only, or with encryption only.`, detail);
    case "ER_HOST_NOT_PRIVILEGED":
    case "ER_HOST_IS_BLOCKED":
      return refused("username", `${host} does not let anyone log in from here. Allow this server's address for ${username ?? "the user"}.`, detail);
    case "ER_ACCOUNT_HAS_BEEN_LOCKED":
    case "ER_MUST_CHANGE_PASSWORD_LOGIN":
    case "ER_MUST_CHANGE_PASSWORD":
      return refused("username", `${host} has locked ${username ?? "this user"}, or wants a new password for it. See to that there.`, detail);
    case "ER_BAD_DB_ERROR":
      return refused("database", `There is no database ${database ?? ""} on ${host}. Check its name.`, detail);
    case "ER_DBACCESS_DENIED_ERROR":
      return refused("database", `${username ?? "This user"} may not use the database ${database ?? ""}, or there is none of this name. Grant it, or use another user.`, detail);
    case "HANDSHAKE_NO_SSL_SUPPORT":
      return refused("tls", `${host} does not offer encryption, so the password would travel readable. Turn TLS on at the server, or choose no encryption if the network between is yours.`, detail);
    case "ER_NOT_SUPPORTED_AUTH_MODE":
    case "MYSQL_CLEAR_PASSWORD_NOT_ENABLED":
      return refused("username", `${host} asks ${username ?? "this user"} for a kind of login that is not known here. Use a user with a password.`, detail);
    case "ER_CON_COUNT_ERROR":
    case "ER_TOO_MANY_USER_CONNECTIONS":
    case "ER_SERVER_SHUTDOWN":
      return unreachable("SERVICE_UNAVAILABLE", "host", `${host} takes no more connections right now. Try again in a minute.`, detail);
  }
  if (/unknown plugin/.test(text)) return refused("username", `${host} asks ${username ?? "this user"} for a kind of login that is not known here. Use a user with a password.`, text.split(" See ", 1)[0] ?? "");
  if (code.startsWith("ER_")) return unreachable("SERVICE_UNAVAILABLE", "host", `${host} ended the login with an error of its own. Try again in a minute.`, detail);
  if (error instanceof UnexpectedBytes || isGarbage(error, code)) return refused("port", `${host} does not answer like MySQL on port ${target.port}. Check the port.`, text);
  return networkOutcome(error, host);
}

/** What the library says of packets that it cannot make sense of: an error of its parser, with no code or one of its own. */
const isGarbage = (error: unknown, code: string) => error instanceof RangeError || error instanceof TypeError || code.startsWith("PROTOCOL_") || code.startsWith("ERR_OUT_OF") || code === "AUTH_SWITCH_PLUGIN_ERROR" || (error instanceof Error && error.name === "Error" && code === "");

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}
