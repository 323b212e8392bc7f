import type { WebhookScheme } from "@/server/catalog/connector";
import { decodeStrictly } from "./decode-strictly";
import type { WebhookRefusal } from "./webhook-request";

/** What the headers say. While a vendor changes its key, several signatures may come: one that fits is enough. */
export type GivenSignature = { signatures: Buffer[]; timestamp?: string; id?: string };

/** Reads signature, timestamp and id from the headers; where one is missing or badly written, the reason why. */
export function readSignature(scheme: WebhookScheme, headers: Headers): GivenSignature | WebhookRefusal {
  const text = headers.get(scheme.header)?.trim();
  if (text === undefined || text === "") return "signature_missing";
  const { encoding = "hex" } = scheme;
  const given = scheme.parts ? readParts(text, scheme.parts) : { written: readList(text, scheme.prefix ?? "") };
  const signatures = given.written.map((written) => decodeStrictly(written, encoding)).filter((bytes) => bytes !== undefined);
  if (signatures.length === 0) return "signature_malformed";
  const timestamp = given.timestamp ?? (scheme.timestampHeader === undefined ? undefined : headers.get(scheme.timestampHeader));
  if ((scheme.parts || scheme.timestampHeader !== undefined) && (timestamp ?? "") === "") return "timestamp_missing";
  const id = scheme.idHeader === undefined ? undefined : headers.get(scheme.idHeader);
  if (scheme.idHeader !== undefined && (id ?? "") === "") return "id_missing";
  return { signatures, ...(timestamp == null ? {} : { timestamp }), ...(id == null ? {} : { id }) };
}

/** `sha256=ab12…`, or several with a space between them as Standard Webhooks write, whose prefix ends in a comma: `v1,ab12… v1,cd34…`. */
function readList(text: string, prefix: string): string[] {
  return (prefix.endsWith(",") ? text.split(/ +/) : [text]).filter((item) => item.startsWith(prefix)).map((item) => item.slice(prefix.length));
}

/** `t=1700000000,v1=ab12…,v1=cd34…`. Two timestamps would leave open which one was signed: then there is none. */
function readParts(text: string, names: { timestamp: string; signature: string }): { written: string[]; timestamp?: string } {
  const pairs = text.split(",").map((part) => /^\s*([^=\s]+)=(.*?)\s*$/.exec(part));
  const named = (name: string) => pairs.flatMap((pair) => (pair?.[1] === name && pair[2] !== undefined ? [pair[2]] : []));
  const [timestamp, ...others] = named(names.timestamp);
  return { written: named(names.signature), ...(timestamp === undefined || others.length > 0 ? {} : { timestamp }) };
}
