import { connect as connectTcp, type Socket } from "node:net";
import { connect as connectTls, type TLSSocket } from "node:tls";
import type { Egress } from "@/server/lib/http/egress";
import { AppError, isAppError } from "@/server/lib/errors";
import { describeNonPublic, parseAddress } from "@/server/lib/http/address-kind";
import type { DatabaseTarget } from "./driver";

/** Where to connect, and how much to ask of TLS there. */
export type Route = {
  address: string;
  family: 4 | 6;
  /** Checked against the certificate: the name as given, or the address where no name was. */
  identity: { servername?: string; host: string };
  tls: "verify" | "encrypt" | "if_offered" | "none";
};

/** Vets the host and settles what `auto` means for the address behind it. Throws `INVALID_REQUEST` at the field `host` for a private one. */
export async function findRoute(egress: Egress, target: DatabaseTarget): Promise<Route> {
  const { address, family, servername } = await egress.resolveHost(target.host, target.port).catch((error: unknown) => {
    throw isAppError(error) && error.code === "INVALID_REQUEST" ? new AppError("INVALID_REQUEST", error.message, { details: { ...error.details, fields: { host: error.message } } }) : error;
  });
  const identity = servername === undefined ? { host: address } : { host: address, servername };
  return { address, family, identity, tls: settleTls(target.tls, address) };
}

function settleTls(mode: DatabaseTarget["tls"], address: string): Route["tls"] {
  if (mode === "disable") return "none";
  if (mode === "require") return "encrypt";
  if (mode === "verify-full") return "verify";
  const parsed = parseAddress(address);
  return parsed !== null && describeNonPublic(parsed) !== null ? "if_offered" : "verify";
}

/** A TCP connection to the vetted address; rejects when the signal aborts first. */
export function openSocket(route: Route, port: number, signal: AbortSignal): Promise<Socket> {
  const socket = connectTcp({ host: route.address, family: route.family, port });
  return settle(socket, "connect", signal);
}

/** TLS on top of an open socket. `verify` false encrypts only. */
export function secureSocket(socket: Socket, route: Route, verify: boolean, signal: AbortSignal): Promise<TLSSocket> {
  // Said aloud so that NODE_TLS_REJECT_UNAUTHORIZED=0 does not undo it.
  return settle(connectTls({ socket, ...route.identity, rejectUnauthorized: verify }), "secureConnect", signal);
}

function settle<S extends Socket>(socket: S, ready: "connect" | "secureConnect", signal: AbortSignal): Promise<S> {
  return new Promise((resolve, reject) => {
    const abort = () => socket.destroy(asError(signal.reason));
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    socket.once("close", () => signal.removeEventListener("abort", abort));
    // For good: later errors reach whoever reads, and an abort brings two of them. Unheard, one would end the process.
    socket.on("error", reject);
    socket.once(ready, () => resolve(socket));
  });
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error("aborted");
}
