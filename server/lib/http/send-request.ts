import { Readable } from "node:stream";
import { text as readText } from "node:stream/consumers";
import type { Pool } from "undici";
import { AppError } from "../errors";
import { checkRequest, hasHeader } from "./check-request";
import { acceptEncoding, decodeBody } from "./decode-body";
import { egressError } from "./egress-error";
import { hostOf } from "./host-name";

export type EgressRequest = {
  url: URL | string;
  method: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array | Readable | null;
  /** Aborting rejects with the signal's own reason. */
  signal?: AbortSignal;
  /** From the call to the last byte of the answer. */
  timeoutMs?: number;
  /** From the request being sent to the head of the answer, to within a second; `timeoutMs` when left out. */
  headersTimeoutMs?: number;
  /** Counted after decompression. */
  maxResponseBytes?: number;
};

export type EgressResponse = {
  status: number;
  /** Without `content-encoding` and `content-length` where the body was decompressed. */
  headers: Record<string, string | string[]>;
  text(): Promise<string>;
  json(): Promise<unknown>;
  /** Decompressed and capped. Read it, here or through `text` or `json`, or destroy it: until then it holds a connection. */
  body: Readable;
};

type Exchange = { host: string; input: EgressRequest; maxBytes: number; stopClock: () => void };

/** Sends one request through the pool of its vetted origin and follows nothing. */
export async function sendRequest(pool: Pool, url: URL, input: EgressRequest): Promise<EgressResponse> {
  const { method, signal, body = null, timeoutMs = 30_000, maxResponseBytes: maxBytes = 10 * 1024 * 1024 } = input;
  const host = hostOf(url);
  const path = url.pathname + url.search;
  const headers = input.headers ?? {};
  checkRequest({ method, path, headers });
  signal?.throwIfAborted();
  const clock = startClock(host, timeoutMs, signal);
  try {
    const sent = pool.request({
      path,
      method,
      body,
      headers: hasHeader(headers, "accept-encoding") ? headers : { ...headers, "accept-encoding": acceptEncoding },
      signal: clock.signal,
      headersTimeout: input.headersTimeoutMs ?? timeoutMs,
      bodyTimeout: timeoutMs,
    });
    // undici looks at the signal once there is a connection; the race also covers waiting for one.
    const answer = await Promise.race([sent, clock.expired]);
    return readResponse(answer, { host, input, maxBytes, stopClock: clock.stop });
  } catch (error) {
    clock.stop();
    throw signal?.aborted ? signal.reason : egressError(error, host);
  }
}

type Answer = Awaited<ReturnType<Pool["request"]>>;

function readResponse(answer: Answer, exchange: Exchange): EgressResponse {
  const raw = answer.body.on("error", () => {}); // told to the reader of `body`; unread, it must not end the process
  const headers = toHeaders(answer.headers);
  const hasBody = exchange.input.method !== "HEAD" && ![204, 304].includes(answer.statusCode) && headers["content-length"] !== "0";
  const decoded = hasBody ? decodeBody(raw, String(headers["content-encoding"] ?? ""), exchange.host) : raw;
  if (decoded !== raw) {
    delete headers["content-encoding"];
    delete headers["content-length"];
  }
  const body = Readable.from(readCapped(decoded, exchange), { objectMode: false })
    .on("error", () => {})
    .once("close", () => {
      exchange.stopClock();
      raw.destroy();
    });
  const text = () => readText(body);
  return { status: answer.statusCode, headers, body, text, json: async () => parseJson(await text(), exchange.host) };
}

async function* readCapped(decoded: AsyncIterable<Uint8Array>, { host, input, maxBytes }: Exchange): AsyncGenerator<Uint8Array> {
  let size = 0;
  try {
    for await (const chunk of decoded) {
      size += chunk.length;
      if (size > maxBytes) {
        throw new AppError("VENDOR_ERROR", `${host} answered with more than ${maxBytes} bytes, the most that is read here. Ask for less at a time.`, { details: { host } });
      }
      yield chunk;
    }
  } catch (error) {
    throw input.signal?.aborted ? input.signal.reason : egressError(error, host);
  }
}

function toHeaders(given: Answer["headers"]): EgressResponse["headers"] {
  return Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

// The text is not quoted: a token endpoint that answers in another format answers with a token.
function parseJson(text: string, host: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("VENDOR_ERROR", `${host} answered with something other than JSON.`, { details: { host } });
  }
}

function startClock(host: string, timeoutMs: number, outer: AbortSignal | undefined) {
  const controller = new AbortController();
  const { signal } = controller;
  const pass = () => controller.abort(outer?.reason);
  const late = new AppError("TIMEOUT", `${host} did not finish its answer within ${timeoutMs / 1000} seconds. Try again in a moment.`, { details: { host } });
  const timer = setTimeout(() => controller.abort(late), timeoutMs);
  outer?.addEventListener("abort", pass, { once: true });
  const expired = new Promise<never>((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason), { once: true }));
  const stop = () => {
    clearTimeout(timer);
    outer?.removeEventListener("abort", pass);
  };
  signal.addEventListener("abort", stop, { once: true });
  return { signal, expired, stop };
}
