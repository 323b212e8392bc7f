import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { sameText } from "./same-text";
import type { WebhookRequest } from "./webhook-request";

type Given = { timestamp?: string; id?: string; key?: string };

/** The bytes that a scheme signs: its template, filled from the call. A name it does not know stays as it is written. */
export function signedContent(template: string, request: WebhookRequest, given: Given): Buffer {
  const pieces = template.split(/(\{\w+\})/).map((piece) => {
    if (piece === "{body}") return Buffer.from(request.body);
    return Buffer.from(fillPiece(piece, request, given) ?? piece);
  });
  return Buffer.concat(pieces);
}

function fillPiece(piece: string, request: WebhookRequest, given: Given): string | undefined {
  switch (piece) {
    case "{method}":
      return request.method.toUpperCase();
    case "{url}":
      return request.url;
    case "{decoded_url}":
      return decodeUrl(request.url);
    case "{sorted_form}":
      return isForm(request) ? sortedForm(request.body) : "";
    case "{crc32}":
      return String(crc32(request.body));
    case "{timestamp}":
      return given.timestamp;
    case "{id}":
      return given.id;
    case "{key}":
      return given.key;
    default:
      return undefined;
  }
}

const decoded: Record<string, string> = { "3A": ":", "2F": "/", "3F": "?", "40": "@", "21": "!", "24": "$", "27": "'", "28": "(", "29": ")", "2A": "*", "2C": ",", "3B": ";" };

/** HubSpot signs the address with these characters, and no others, decoded. */
function decodeUrl(url: string): string {
  return url.replace(/%([0-9A-F]{2})/gi, (whole, code: string) => decoded[code.toUpperCase()] ?? whole);
}

/** Every field's name and value, in order of the names; the same pair counts once. */
function sortedForm(body: Uint8Array): string {
  const pairs = [...new URLSearchParams(Buffer.from(body).toString("utf8"))];
  pairs.sort(([name, value], [otherName, otherValue]) => compare(name, otherName) || compare(value, otherValue));
  return [...new Map(pairs.map(([name, value]) => [JSON.stringify([name, value]), name + value])).values()].join("");
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function isForm({ headers }: WebhookRequest): boolean {
  return /^application\/x-www-form-urlencoded\b/i.test(headers.get("content-type") ?? "");
}

/**
 * Whether what was signed covers the body too. Where a form's fields are signed, any other body has to be proven by
 * its SHA-256 in the signed address: else one could be put into a call that was signed without.
 */
export function coversBody(template: string, hashParam: string | undefined, request: WebhookRequest): boolean {
  if (!template.includes("{sorted_form}") || isForm(request) || request.body.length === 0) return true;
  const hash = hashParam === undefined ? null : new URL(request.url).searchParams.get(hashParam);
  return hash !== null && sameText(hash.toLowerCase(), createHash("sha256").update(request.body).digest("hex"));
}
