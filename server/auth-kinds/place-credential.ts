import { AppError } from "@/server/lib/errors";
import type { Placement } from "@/server/catalog/connector";
import type { RequestHead } from "./auth-kind";
import type { CredentialFields } from "./credential";
import { setHeader } from "./set-header";

/** The plain value of a field. A credential without it was stored by an older definition of its connector. */
export function revealField(credential: CredentialFields, field: string): string {
  const secret = credential[field];
  if (secret) return secret.reveal();
  throw new AppError("REAUTHORIZATION_REQUIRED", "The stored credential is incomplete. Reconnect this connection.", { detail: `no field ${field}` });
}

/** Fills `{field}` of a template such as `SSWS {api_key}` from the credential. */
export function fillFromCredential(template: string, credential: CredentialFields): string {
  return template.replace(/\{(\w+)\}/g, (_whole, field: string) => revealField(credential, field));
}

/** Puts a credential where the definition says, over whatever stood there. */
export function placeCredential(head: RequestHead, placement: Placement, credential: CredentialFields): void {
  const value = fillFromCredential(placement.template, credential);
  if (placement.in === "header") return setHeader(head, placement.name, value);
  appendQuery(head, `${encodeURIComponent(placement.name)}=${encodeURIComponent(value)}`);
}

/**
 * Appends a ready query, over parameters of the same names. As text: `searchParams.append` would write the caller's
 * whole query anew, in another encoding. To a new address: the one that was given goes on record.
 */
export function appendQuery(head: RequestHead, query: string): void {
  const url = new URL(head.url);
  const names = query.split("&").map((part) => decodeName(part.split("=", 1)[0] ?? ""));
  if (url.search !== "") for (const name of names) if (url.searchParams.has(name)) url.searchParams.delete(name);
  url.search = `${url.search === "" ? "?" : `${url.search}&`}${query}`;
  head.url = url;
}

function decodeName(name: string): string {
  return new URLSearchParams(name).keys().next().value ?? "";
}

/** RFC 7617. */
export function placeBasic(head: RequestHead, username: string, password: string): void {
  setHeader(head, "authorization", `Basic ${Buffer.from(`${username}:${password}`, "utf8").toString("base64")}`);
}

/** A token where the definition says, or as RFC 6750's `Authorization: Bearer`. */
export function placeToken(head: RequestHead, placement: Placement | undefined, credential: CredentialFields, field: string): void {
  if (placement) return placeCredential(head, placement, credential);
  setHeader(head, "authorization", `Bearer ${revealField(credential, field)}`);
}
