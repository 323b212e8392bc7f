import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import ipaddr from "ipaddr.js";
import { clientAddressHeader } from "@/server/identity/client-address-header";
import { isInRanges, parseAddressRange } from "@/server/lib/http/address-range";
import type { Runtime } from "@/server/runtime/runtime";

export { clientAddressHeader };

/**
 * The caller's address: the socket's, or, when the socket belongs to a trusted proxy, the first address from the
 * right of X-Forwarded-For that does not.
 */
export function clientAddress(runtime: Runtime, request: IncomingMessage): string | null {
  const peer = peerOf(request.socket);
  const trusted = trustedRanges(runtime);
  if (peer === null || trusted.length === 0 || !isInRanges(peer, trusted)) return peer;
  const forwarded = [request.headers["x-forwarded-for"] ?? []].flat().join(",").split(",");
  for (const entry of forwarded.reverse()) {
    const address = normalise(entry.trim());
    if (address === null) return peer;
    if (!isInRanges(address, trusted)) return address;
  }
  return peer;
}

/** Whether TRUSTED_PROXIES names who is at the other end of the connection. */
export function isTrustedPeer(runtime: Runtime, request: IncomingMessage): boolean {
  const peer = peerOf(request.socket);
  return peer !== null && isInRanges(peer, trustedRanges(runtime));
}

/** Who is at the other end of the connection, whatever the request says. */
export function peerAddress(request: IncomingMessage): string | null {
  return peerOf(request.socket);
}

function trustedRanges(runtime: Runtime) {
  return runtime.singleton("workspaces.trustedProxies", () => runtime.env.trustedProxies.map(parseAddressRange).filter((range) => range !== null));
}

/** By socket: a connection that is kept alive carries many requests. */
const peers = new WeakMap<Socket, string | null>();

function peerOf(socket: Socket): string | null {
  const known = peers.get(socket);
  if (known !== undefined) return known;
  const peer = normalise(socket.remoteAddress ?? "");
  peers.set(socket, peer);
  return peer;
}

/** The address that the server wrote on a request before it handed it to the code behind Next. */
export function addressFromHeaders(headers: Headers): string | null {
  return headers.get(clientAddressHeader) || null;
}

function normalise(text: string): string | null {
  return ipaddr.isValid(text) ? ipaddr.process(text).toString() : null;
}
