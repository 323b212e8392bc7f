import { isAppError } from "@/server/lib/errors";
import { egressError } from "@/server/lib/http/egress-error";
import { ProbeError, type ProbeOutcome } from "./driver";

type Failed = Exclude<ProbeOutcome, { kind: "ok" }>;

/** A refusal where one field is to blame: the sentence stands at that field too. */
export function refused(field: string, message: string, detail: string): Failed {
  return { kind: "refused", message, fields: { [field]: message }, detail };
}

export function unreachable(code: "SERVICE_UNAVAILABLE" | "TIMEOUT", field: string, message: string, detail: string): Failed {
  return { kind: "unreachable", code, message, fields: { [field]: message }, detail };
}

/** What sockets, DNS and TLS throw, in words, with the field that leads there. Refusals of the address itself are thrown on. */
export function networkOutcome(error: unknown, host: string): Failed {
  if (error instanceof ProbeError) return error.result;
  if (isNotTls(error)) return refused("tls", `${host} did not complete an encrypted connection on this port. Check the port, or choose another encryption.`, codeOf(error));
  const translated = egressError(error, host);
  const detail = translated.detail ?? translated.message;
  if (translated.code === "TIMEOUT") return unreachable("TIMEOUT", "host", translated.message, detail);
  if (isUntrusted(error)) return refused("tls", `The certificate of ${host} cannot be trusted: it is expired, self-signed or made for another host. Fix it there, or choose encryption without certificate check.`, detail);
  if (translated.code === "SERVICE_UNAVAILABLE") return unreachable("SERVICE_UNAVAILABLE", detail === "ECONNREFUSED" ? "port" : "host", translated.message, detail);
  if (isAppError(error)) throw error;
  return unreachable("SERVICE_UNAVAILABLE", "host", translated.message, detail);
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

const isUntrusted = (error: unknown) => /^(CERT_|ERR_TLS_CERT|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA)/.test(codeOf(error));

/** OpenSSL's words for "that was no TLS", and Node's for a peer that hung up during the handshake. */
const isNotTls = (error: unknown) => /^(ERR_SSL_|EPROTO)/.test(codeOf(error)) || (error instanceof Error && /before secure TLS connection/.test(error.message));
