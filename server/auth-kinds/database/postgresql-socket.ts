import type { Socket } from "node:net";
import { type DatabaseTarget, ProbeError } from "./driver";
import { openSocket, type Route, secureSocket } from "./open-socket";
import { refused } from "./probe-outcome";

/** PostgreSQL's SSLRequest: length 8, code 80877103. */
const sslRequest = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);

/**
 * A socket that is ready for PostgreSQL's startup message, encrypted as the route asks. The negotiation is done here
 * and not by the client library, so that the vetted address is connected, the original name is checked, and a server
 * that declines TLS gets a sentence instead of a handshake error.
 */
export async function openPostgresSocket(route: Route, target: DatabaseTarget, signal: AbortSignal): Promise<Socket> {
  const socket = await openSocket(route, target.port, signal);
  if (route.tls === "none") return socket;
  try {
    const answer = await askForTls(socket, signal);
    if (answer === "S") return await secureSocket(socket, route, route.tls === "verify", signal);
    if (answer !== "N") throw new ProbeError(refused("port", `${target.host} does not answer like PostgreSQL on port ${target.port}. Check the port.`, "no answer to SSLRequest"));
    if (route.tls === "if_offered") return socket;
    throw new ProbeError(refused("tls", `${target.host} does not offer encryption, so the password would travel readable. Turn TLS on at the server, or choose no encryption if the network between is yours.`, "SSLRequest declined"));
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

/** The one byte that the server answers with. More than one is somebody's attempt to slip plain text past TLS (CVE-2021-23222). */
function askForTls(socket: Socket, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const done = (finish: () => void) => {
      socket.off("data", onData).off("close", onClose).off("error", onError);
      socket.pause();
      finish();
    };
    const onData = (chunk: Buffer) => done(() => resolve(chunk.length === 1 ? chunk.toString("latin1") : "?"));
    const onError = (error: Error) => done(() => reject(error));
    const onClose = () => done(() => (signal.aborted ? reject(signal.reason) : resolve("?")));
    socket.on("data", onData).on("close", onClose).on("error", onError);
    socket.write(sslRequest);
  });
}
