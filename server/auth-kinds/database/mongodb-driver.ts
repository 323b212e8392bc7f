import type { Socket } from "node:net";
import type { DatabaseDriver, DatabaseTarget, ProbeOutcome } from "./driver";
import { findMongoHosts, type MongoHost, type MongoSeeds, type SrvLookup } from "./mongodb-hosts";
import { scram, type ScramMechanism, scramMechanisms } from "./mongodb-scram";
import { type MongoDocument, MongoWire, UnexpectedReply } from "./mongodb-wire";
import { findRoute, openSocket, type Route, secureSocket } from "./open-socket";
import { networkOutcome, refused, unreachable } from "./probe-outcome";

/** MongoDB's own protocol, as far as a login goes. The official driver would connect to whatever hosts a server names. */
export const mongodbDriver: DatabaseDriver = makeMongodbDriver();

export function makeMongodbDriver(lookup?: SrvLookup): DatabaseDriver {
  return {
    async probe(egress, target, signal) {
      try {
        const seeds = await findMongoHosts(target, lookup);
        const isSrv = target.extra?.["scheme"] === "mongodb+srv";
        const wanted = isSrv && target.tls === "auto" ? { ...target, tls: "verify-full" as const } : target;
        // All of them before the first is connected to: a private one among public ones is refused, not skipped.
        const routes = await Promise.all(seeds.hosts.map(async (at) => ({ at, route: await findRoute(egress, { ...wanted, ...at }) })));
        return await tryInTurn(routes, seeds, target, signal);
      } catch (error) {
        return networkOutcome(signal.aborted ? signal.reason : error, target.host);
      }
    },
  };
}

type Way = { at: MongoHost; route: Route };

/** One member of a replica set may be down; any other knows the users as well. */
async function tryInTurn(ways: Way[], seeds: MongoSeeds, target: DatabaseTarget, signal: AbortSignal): Promise<ProbeOutcome> {
  let last: ProbeOutcome | undefined;
  for (const { at, route } of ways) {
    last = await attempt(route, { ...target, ...at }, seeds, signal);
    if (last.kind !== "unreachable" || signal.aborted) return last;
  }
  return last ?? refused("host", "Name a host.", "no hosts");
}

async function attempt(route: Route, target: DatabaseTarget, seeds: MongoSeeds, signal: AbortSignal): Promise<ProbeOutcome> {
  try {
    const wire = new MongoWire(await connect(route, target, signal));
    try {
      return await logIn((command) => wire.run(command, signal), target, seeds);
    } finally {
      wire.close();
    }
  } catch (error) {
    const reason: unknown = signal.aborted ? signal.reason : error;
    if (reason instanceof UnexpectedReply) return refused("port", `${target.host} does not answer like MongoDB on port ${target.port}. Check the port, and whether it wants encryption.`, reason.message);
    return networkOutcome(reason, target.host);
  }
}

const greetingMs = 2_000;

/** MongoDB cannot be asked for TLS: a port speaks it or hangs up on it. */
async function connect(route: Route, { port }: DatabaseTarget, signal: AbortSignal): Promise<Socket> {
  const plain = await openSocket(route, port, signal);
  if (route.tls === "none") return plain;
  const isOptional = route.tls === "if_offered";
  const late = isOptional ? setTimeout(() => plain.destroy(new Error("no answer to a TLS greeting")), greetingMs) : undefined;
  try {
    return await secureSocket(plain, route, route.tls === "verify", signal);
  } catch (error) {
    plain.destroy();
    if (!isOptional || signal.aborted) throw error;
    return await openSocket(route, port, signal);
  } finally {
    clearTimeout(late);
  }
}

type Run = (command: MongoDocument) => Promise<MongoDocument>;

async function logIn(run: Run, target: DatabaseTarget, seeds: MongoSeeds): Promise<ProbeOutcome> {
  const { host, username, password, database } = target;
  const source = target.extra?.["auth_source"] || seeds.authSource || "admin";
  const hello = await run({ hello: 1, client: { driver: { name: "Patchbay", version: "1" }, os: { type: "Linux" } }, ...(username === null ? {} : { saslSupportedMechs: `${source}.${username}` }), ...(seeds.isBalanced ? { loadBalanced: true } : {}), $db: "admin" });
  if (hello["ok"] !== 1) return unreachable("SERVICE_UNAVAILABLE", "host", `${host} does not take connections like this one. It is older than MongoDB 4.4, or not ready.`, detailOf(hello));
  if (username !== null) {
    if (password === null) return refused("password", "A user needs a password here. Enter it.", "no password");
    const refusal = await scram({ mechanism: chooseMechanism(hello), source, username, password }, run);
    if (refusal) return explain(refusal, target, source);
  }
  // Only reads, and of names alone. Without a user it shows whether the server asks for one.
  const reply = await run(username === null ? { listDatabases: 1, nameOnly: true, $db: "admin" } : { ping: 1, $db: database ?? "admin" });
  return reply["ok"] === 1 ? { kind: "ok" } : explain(reply, target, source);
}

function chooseMechanism(hello: MongoDocument): ScramMechanism {
  const offered: unknown = hello["saslSupportedMechs"];
  const names: unknown[] = Array.isArray(offered) ? offered : [];
  return scramMechanisms.find((mechanism) => names.includes(mechanism)) ?? "SCRAM-SHA-256";
}

/** By MongoDB's error codes. */
function explain(reply: MongoDocument, { host, username }: DatabaseTarget, source: string): ProbeOutcome {
  const detail = detailOf(reply);
  switch (reply["code"]) {
    case 18:
    case 8000:
    case 11:
      return refused("password", `${host} refused the user name or the password. Users belong to a database, which is ${source} here.`, detail);
    case 13:
      if (username === null) return refused("username", `${host} asks for a user name and a password. Enter them.`, detail);
      return refused("username", `${host} does not let ${username} do even the least. Give the user a role there.`, detail);
    case 334:
    case 2:
      return refused("username", `${host} asks ${username ?? "this user"} for a kind of login that is not known here. Use a user with a password (SCRAM).`, detail);
    default:
      return unreachable("SERVICE_UNAVAILABLE", "host", `${host} ended the login with an error of its own. Try again in a minute.`, detail);
  }
}

function detailOf(reply: MongoDocument): string {
  const { codeName, errmsg } = reply;
  return [codeName, errmsg].filter((part) => typeof part === "string").join(": ").slice(0, 300);
}

