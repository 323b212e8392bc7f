import type { Socket } from "node:net";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { DatabaseDriver, DatabaseTarget, ProbeOutcome } from "./driver";
import { findRoute, openSocket, type Route, secureSocket } from "./open-socket";
import { networkOutcome, refused, unreachable } from "./probe-outcome";

/** The port where TLS comes first (RFC 8314 §3.3). On any other the server is asked for it (STARTTLS). */
const implicitTlsPort = 465;

/** A mail server through nodemailer, on a socket that is opened here. It logs in and sends nothing. */
export const smtpDriver: DatabaseDriver = {
  async probe(egress, target, signal) {
    try {
      const route = await findRoute(egress, target);
      return await logIn(route, await connect(route, target, signal), target, signal);
    } catch (error) {
      return smtpOutcome(signal.aborted ? signal.reason : error, target);
    }
  },
};

const isImplicit = (route: Route, { port }: DatabaseTarget) => port === implicitTlsPort && route.tls !== "none";

async function connect(route: Route, target: DatabaseTarget, signal: AbortSignal): Promise<Socket> {
  const socket = await openSocket(route, target.port, signal);
  return isImplicit(route, target) ? secureSocket(socket, route, route.tls === "verify", signal) : socket;
}

async function logIn(route: Route, socket: Socket, target: DatabaseTarget, signal: AbortSignal): Promise<ProbeOutcome> {
  const secured = isImplicit(route, target);
  const client = new SMTPConnection({
    connection: socket,
    host: target.host,
    name: "[127.0.0.1]", // this machine's own name is nobody's business
    secured,
    secure: secured,
    requireTLS: !secured && (route.tls === "verify" || route.tls === "encrypt"),
    ignoreTLS: route.tls === "none",
    tls: { ...route.identity, rejectUnauthorized: route.tls === "verify" },
    maxResponseSize: 64 * 1024,
    connectionTimeout: 60_000, // the signal comes first
  });
  const failed = new Promise<never>((_resolve, reject) => {
    client.on("error", reject);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  failed.catch(() => undefined);
  const { username, password } = target;
  const connected = new Promise<void>((resolve, reject) => client.connect((error) => (error ? reject(error) : resolve())));
  try {
    await Promise.race([connected, failed]);
    if (username !== null) {
      if (!client.allowsAuth) return noLogin(target);
      const login = { user: username, pass: password?.reveal() ?? "" };
      await Promise.race([new Promise<void>((resolve, reject) => client.login(login, (error) => (error ? reject(error) : resolve()))), failed]);
    }
    client.quit();
    return { kind: "ok" };
  } finally {
    client.close();
    socket.destroy();
  }
}

function noLogin({ host, port }: DatabaseTarget): ProbeOutcome {
  return refused("port", `${host} takes no login on port ${port}. Use port 587 or 465, or leave user and password empty if it needs none.`, "AUTH is not offered");
}

type SmtpError = Error & { code?: unknown; originalCode?: unknown; responseCode?: unknown; response?: unknown };

function smtpOutcome(error: unknown, target: DatabaseTarget): ProbeOutcome {
  const { host, port } = target;
  if (!isSmtpError(error)) return networkOutcome(error, host);
  const status = Number(error.responseCode ?? 0);
  const detail = typeof error.response === "string" ? error.response.slice(0, 300) : error.message.slice(0, 300);
  if (error.code === "EAUTH") {
    if (/application-specific|app password|5\.7\.9|InvalidSecondFactor/i.test(detail)) return refused("password", `${host} wants an app password in place of the person's own. Make one in the account's security settings.`, detail);
    if (status >= 400 && status < 500) return unreachable("SERVICE_UNAVAILABLE", "host", `${host} could not check the login right now. Try again in a minute.`, detail);
    return refused("password", `${host} refused the user name or the password. Many mail services want an app password here.`, detail);
  }
  if (status === 530 || (error.code === "ETLS" && status > 0)) return refused("tls", `${host} does not offer encryption on port ${port}, so the password would travel readable. Use port 465, or choose no encryption if the network between is yours.`, detail);
  if (status >= 400) return unreachable("SERVICE_UNAVAILABLE", "host", `${host} takes no mail from here right now, or does not let this server in.`, detail);
  // What the socket or TLS said first is kept under another name.
  if (typeof error.originalCode === "string") return networkOutcome(Object.assign(new Error(error.message), { code: error.originalCode }), host);
  if (error.code === "EPROTOCOL") return refused("port", `${host} does not answer like a mail server on port ${port}. Check the port, and whether it wants encryption.`, detail);
  if (error.code === "ETIMEDOUT") return unreachable("TIMEOUT", "host", `${host} did not answer in time. Check the host, the port and the firewalls between.`, detail);
  return networkOutcome(error.code === "ECONNECTION" ? Object.assign(new Error(error.message), { code: "ECONNRESET" }) : error, host);
}

const isSmtpError = (error: unknown): error is SmtpError => error instanceof Error && "command" in error;
