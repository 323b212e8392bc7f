import type { WebhookScheme } from "@/server/catalog/connector";
import { readPath } from "@/server/catalog/read-path";
import { parseJson } from "./read-timestamp";
import { sameText } from "./same-text";
import type { WebhookRefusal, WebhookRequest } from "./webhook-request";

/** Whether the call holds the shared value, in its header or wherever the body has one. It proves the sender, not the body. */
export function verifyToken(scheme: WebhookScheme, request: WebhookRequest, keys: string[]): WebhookRefusal | undefined {
  const given = scheme.header === "" ? tokensInBody(scheme.tokenPath ?? "", request.body) : tokenInHeader(scheme, request.headers);
  if (given.length === 0) return "signature_missing";
  const isKnown = (token: unknown) => typeof token === "string" && keys.filter((key) => sameText(key, token)).length > 0;
  return given.filter((token) => !isKnown(token)).length === 0 ? undefined : "mismatch";
}

function tokenInHeader({ header, prefix = "" }: WebhookScheme, headers: Headers): unknown[] {
  const text = headers.get(header);
  if (text === null || text === "") return [];
  return [text.startsWith(prefix) ? text.slice(prefix.length) : undefined];
}

/** `value.*.clientState` is in every item of a list: a batch may hold what others subscribed to. */
function tokensInBody(path: string, body: Uint8Array): unknown[] {
  const json = parseJson(body);
  const [list, inItem] = path.split(".*.");
  if (inItem === undefined || list === undefined) return [readPath(json, path)].filter((token) => token !== undefined);
  const items = readPath(json, list);
  return Array.isArray(items) ? items.map((item: unknown) => readPath(item, inItem)) : [];
}
