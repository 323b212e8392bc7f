import { encodeForm } from "./encode-form";
import type { Call } from "./example-call";

/** More than anybody reads on a page, and less than slows it down. */
const maxBytes = 256 * 1024;

export type CallAnswer = {
  status: number;
  durationMs: number;
  headers: [name: string, value: string][];
  body: { kind: "json"; text: string } | { kind: "text"; text: string } | { kind: "binary" } | { kind: "empty" };
  /** How much was read. */
  bytes: number;
  /** The rest was not read. */
  isCut: boolean;
  /** Set when Patchbay answered in the vendor's place. */
  refusal: { code: string; message: string } | null;
};

export type SentCall = { connectionId: string; workspace: string; call: Call; signal: AbortSignal };

/**
 * Sends a call through the proxy as the signed-in person. The one request of the app that is not tRPC: it is the very
 * request that code would send. Throws when the path leads out of the connection, or nothing answered.
 */
export async function sendCall({ connectionId, workspace, call, signal }: SentCall): Promise<CallAnswer> {
  const { method, path, host, body } = call;
  const prefix = `/api/proxy/${connectionId}/`;
  const url = new URL(prefix + path.replace(/^\//, ""), window.location.origin);
  if (!url.pathname.startsWith(prefix)) throw new Error("The path may not go up with “..”. Write it from the host root, such as /v1/customers.");
  const headers = new Headers({ "x-workspace": workspace });
  if (host !== undefined) headers.set("x-patchbay-host", host);
  if (body) headers.set("content-type", body.type === "json" ? "application/json" : "application/x-www-form-urlencoded");
  const startedAt = performance.now();
  const response = await fetch(url, {
    method,
    headers,
    cache: "no-store",
    // Where the vendor points to is for the reader to see, not for the browser to go to.
    redirect: "manual",
    signal,
    body: body === null ? null : body.type === "json" ? body.text : encodeForm(body.text),
  });
  return readCallAnswer(response, startedAt);
}

/** Reads what came back, as far as somebody would read it on a page. `startedAt` is of `performance.now()`. */
export async function readCallAnswer(response: Response, startedAt: number): Promise<CallAnswer> {
  const { chunks, bytes, isCut } = await readCapped(response);
  const durationMs = performance.now() - startedAt;
  const answered = { status: response.status, durationMs, headers: [...response.headers], bytes, isCut };
  if (response.type === "opaqueredirect") return { ...answered, body: { kind: "empty" }, refusal: { code: "REDIRECT", message: "The vendor answered with a redirect. Browsers do not show where it leads; curl does." } };
  const content = readBody(chunks, isCut);
  return { ...answered, body: content, refusal: response.headers.has("x-patchbay-error") ? readRefusal(content) : null };
}

async function readCapped(response: Response): Promise<{ chunks: Uint8Array[]; bytes: number; isCut: boolean }> {
  const reader = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  if (!reader) return { chunks, bytes: 0, isCut: false };
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { chunks, bytes, isCut: false };
    chunks.push(value);
    bytes += value.byteLength;
    if (bytes <= maxBytes) continue;
    await reader.cancel();
    return { chunks, bytes, isCut: true };
  }
}

function readBody(chunks: Uint8Array[], isCut: boolean): CallAnswer["body"] {
  if (chunks.length === 0) return { kind: "empty" };
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    // A cut may go through the middle of a letter: `stream` forgives that at the end.
    const text = chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join("");
    if (isCut) return { kind: "text", text };
    return { kind: "json", text: JSON.stringify(JSON.parse(text), null, 2) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) return { kind: "binary" };
    return { kind: "text", text: chunks.map((chunk) => new TextDecoder().decode(chunk)).join("") };
  }
}

function readRefusal(body: CallAnswer["body"]): CallAnswer["refusal"] {
  if (body.kind !== "json") return null;
  const parsed: unknown = JSON.parse(body.text);
  if (typeof parsed !== "object" || parsed === null || !("error" in parsed)) return null;
  const { error } = parsed;
  if (typeof error !== "object" || error === null || !("code" in error) || !("message" in error)) return null;
  return { code: String(error.code), message: String(error.message) };
}
