import { once } from "node:events";
import { createClient } from "redis";
import { type DatabaseDriver, type DatabaseTarget, ProbeError, type ProbeOutcome } from "./driver";
import { findRoute, openSocket, type Route } from "./open-socket";
import { networkOutcome, refused, unreachable } from "./probe-outcome";

/** Redis through node-redis, to the vetted address. */
export const redisDriver: DatabaseDriver = {
  async probe(egress, target, signal) {
    try {
      const route = await findRoute(egress, target);
      return await logIn({ ...route, tls: await settleTls(route, target, signal) }, target, signal);
    } catch (error) {
      return redisOutcome(signal.aborted ? signal.reason : error, target);
    }
  },
};

/**
 * Redis cannot be asked for TLS: a port speaks it or does not, and a plain one waits for ever for the end of a TLS
 * greeting. So a PING in the clear comes first, which tells no secret, and no password goes before it is settled.
 */
async function settleTls(route: Route, target: DatabaseTarget, signal: AbortSignal): Promise<Route["tls"]> {
  if (route.tls === "none") return "none";
  const isPlain = await answersInTheClear(route, target, signal);
  if (!isPlain) return route.tls === "if_offered" ? "encrypt" : route.tls;
  if (route.tls === "if_offered") return "none";
  throw new ProbeError(refused("tls", `${target.host} does not encrypt on port ${target.port}. Use its TLS port, or choose no encryption if the network between is yours.`, "a PING in the clear was answered"));
}

async function answersInTheClear(route: Route, target: DatabaseTarget, signal: AbortSignal): Promise<boolean> {
  const socket = await openSocket(route, target.port, signal);
  try {
    socket.write("PING\r\n");
    const answered = once(socket, "data", { signal: AbortSignal.any([signal, AbortSignal.timeout(2_000)]) });
    const closed = once(socket, "close").then(() => null);
    const received: unknown[] | null = await Promise.race([answered, closed]);
    const first = received?.[0];
    return Buffer.isBuffer(first) && /^[+-]/.test(first.toString("latin1"));
  } catch {
    signal.throwIfAborted();
    return false;
  } finally {
    socket.destroy();
  }
}

async function logIn(route: Route, target: DatabaseTarget, signal: AbortSignal): Promise<ProbeOutcome> {
  const { address: host, family } = route;
  const common = { host, family, port: target.port, connectTimeout: 60_000, reconnectStrategy: false as const };
  const client = createClient({
    RESP: 2,
    disableClientInfo: true,
    maintNotifications: "disabled",
    socket: route.tls === "none" ? common : { ...common, ...route.identity, tls: true, rejectUnauthorized: route.tls === "verify" },
    ...(target.password === null ? {} : { password: target.password.reveal(), ...(target.username === null ? {} : { username: target.username }) }),
    database: Number(target.database ?? 0),
  });
  const failed = new Promise<never>((_resolve, reject) => {
    client.on("error", reject);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  failed.catch(() => undefined);
  try {
    await Promise.race([client.connect(), failed]);
    // A connection is no login yet: without AUTH only the first command says NOAUTH.
    const pong = await Promise.race([client.ping(), failed]);
    if (pong !== "PONG") return refused("port", `${target.host} does not answer like Redis on port ${target.port}. Check the port.`, "PING was not answered with PONG");
    return { kind: "ok" };
  } finally {
    client.destroy();
  }
}

const replies: [RegExp, (target: DatabaseTarget, detail: string) => ProbeOutcome][] = [
  [/^WRONGPASS|invalid password/i, ({ host }, detail) => refused("password", `${host} refused the user name or the password.`, detail)],
  [/^NOAUTH|^ERR operation not permitted/i, ({ host }, detail) => refused("password", `${host} needs a password. Enter it.`, detail)],
  [/without any password configured|no password is set/i, ({ host }, detail) => refused("password", `${host} has no password set for this user. Leave the password empty, or set one there.`, detail)],
  [/wrong number of arguments for .?auth/i, ({ host }, detail) => refused("username", `${host} is a Redis without user names (before version 6). Leave the user name empty.`, detail)],
  [/^NOPERM/, ({ username }, detail) => refused("username", `${username ?? "This user"} may not run PING. Allow +ping in its ACL, or use another user.`, detail)],
  [/DB index|invalid DB/i, ({ database, host }, detail) => refused("database", `There is no database number ${database ?? "0"} on ${host}. The first is 0.`, detail)],
  [/^DENIED/, ({ host }, detail) => refused("host", `${host} runs in protected mode and accepts local connections only. Set a password there and bind it to a network address.`, detail)],
  [/^(LOADING|MASTERDOWN|BUSY|TRYAGAIN|CLUSTERDOWN)|max number of clients/i, ({ host }, detail) => unreachable("SERVICE_UNAVAILABLE", "host", `${host} is not ready for commands right now. Try again in a minute.`, detail)],
];

function redisOutcome(error: unknown, target: DatabaseTarget): ProbeOutcome {
  const text = error instanceof Error ? error.message : "";
  const known = replies.find(([pattern]) => pattern.test(text));
  if (known) return known[1](target, text);
  const isFromNetwork = !(error instanceof Error) || "code" in error || error instanceof ProbeError || error.name === "SocketClosedUnexpectedlyError";
  if (isFromNetwork) return networkOutcome(error, target.host);
  return refused("port", `${target.host} does not answer like Redis on port ${target.port}. Check the port, and whether it wants encryption.`, text);
}
