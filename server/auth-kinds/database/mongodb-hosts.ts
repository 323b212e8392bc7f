import { resolveSrv, resolveTxt } from "node:dns/promises";
import { type DatabaseTarget, ProbeError } from "./driver";
import { refused, unreachable } from "./probe-outcome";

export type MongoHost = { host: string; port: number };
export type MongoSeeds = { hosts: MongoHost[]; authSource: string | undefined; isBalanced: boolean };
export type SrvLookup = { srv(name: string): Promise<{ name: string; port: number }[]>; txt(name: string): Promise<string[][]> };

const dns: SrvLookup = { srv: resolveSrv, txt: resolveTxt };
const mostHosts = 12;

/**
 * The servers behind a target: those that it lists, or those that DNS lists for it (`mongodb+srv`). None of them is
 * trusted by that: each is vetted before it is connected to.
 */
export async function findMongoHosts(target: DatabaseTarget, lookup: SrvLookup = dns): Promise<MongoSeeds> {
  if (target.extra?.["scheme"] === "mongodb+srv") return findByDns(target.host, lookup);
  const hosts = target.host.split(",").map((part) => readHost(part.trim(), target.port));
  if (hosts.length > mostHosts) throw new ProbeError(refused("host", `Name at most ${mostHosts} hosts.`, "too many hosts"));
  return { hosts, authSource: undefined, isBalanced: false };
}

function readHost(text: string, port: number): MongoHost {
  const [, host, own] = /^(\[[^\]]+\]|[^:]+)(?::(\d{1,5}))?$/.exec(text) ?? [];
  if (host === undefined) return { host: text, port };
  return { host: host.replace(/^\[(.*)\]$/, "$1"), port: own === undefined ? port : Number(own) };
}

/** MongoDB's "Initial DNS Seedlist Discovery": a name's servers are in its own domain, and two options may stand in TXT. */
async function findByDns(name: string, lookup: SrvLookup): Promise<MongoSeeds> {
  const records = await lookup.srv(`_mongodb._tcp.${name}`).catch((error: unknown) => {
    const detail = error instanceof Error && "code" in error ? String(error.code) : "";
    if (detail === "ENOTFOUND" || detail === "ENODATA") throw new ProbeError(refused("host", `DNS lists no MongoDB servers under ${name}. Check the name, or choose mongodb:// if it is a server's own.`, detail));
    throw new ProbeError(unreachable("SERVICE_UNAVAILABLE", "host", `DNS did not say which servers are behind ${name}. Try again in a minute.`, detail));
  });
  const domain = `.${name.split(".").slice(1).join(".")}`.toLowerCase();
  const hosts = records.slice(0, mostHosts).map(({ name: host, port }) => ({ host: host.replace(/\.$/, "").toLowerCase(), port }));
  if (hosts.length === 0 || name.split(".").length < 3 || hosts.some(({ host }) => !host.endsWith(domain))) {
    throw new ProbeError(refused("host", `DNS names servers outside of ${name}'s own domain, which is not to be trusted.`, "SRV records outside of the domain"));
  }
  const texts = await lookup.txt(name).catch(() => []);
  const options = new URLSearchParams(texts.map((parts) => parts.join("")).join("&"));
  return { hosts, authSource: options.get("authSource") ?? undefined, isBalanced: options.get("loadBalanced") === "true" };
}
