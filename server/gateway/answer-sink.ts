import type { ServerResponse } from "node:http";
import { AppError } from "@/server/lib/errors";
import { responseHeaders } from "./proxy-headers";
import type { VendorHeaders } from "@/server/lib/http/read-wait";

export type AnswerHead = { status: number; message: string | undefined; headers: Record<string, string | string[] | undefined> };
/** Stops and resumes the vendor's side. */
export type Flow = { pause(): void; resume(): void; abort(reason: Error): void };

/** Where an answer goes while it arrives. Its head is given once, when no other attempt will follow. */
export type AnswerSink = {
  start(head: AnswerHead, said: Record<string, string>): void;
  data(chunk: Buffer, flow: Flow): void;
  end(): void;
  /** Nobody waits for the answer any more. */
  isGone(): boolean;
};

const inOneWrite = 16 * 1024;

/** Passes the answer on to an HTTP caller, byte for byte, under back pressure. When the caller leaves, the vendor's side is cut. */
export class ResponseSink implements AnswerSink {
  readonly #response: ServerResponse;
  #flow: Pick<Flow, "abort"> | null = null;
  #hasBegun = false;
  #length = Number.NaN;

  constructor(response: ServerResponse) {
    this.#response = response;
    response.once("close", () => {
      if (!response.writableFinished) this.#flow?.abort(new Error("the caller left"));
    });
  }

  /** What `CallPlan.onFlow` wants. */
  readonly onFlow = (flow: Pick<Flow, "abort">): void => {
    this.#flow = flow;
  };

  start({ status, message, headers }: AnswerHead, said: Record<string, string>): void {
    const kept = responseHeaders(headers);
    for (const name in said) kept[name] = said[name] ?? "";
    this.#response.writeHead(status, isReasonPhrase(message) ? message : "", kept);
    this.#length = Number(headers["content-length"] ?? Number.NaN);
    // Node keeps the head back for the first of the body, which an event stream sends much later.
    queueMicrotask(() => {
      if (!this.#hasBegun) this.#response.flushHeaders();
    });
  }

  data(chunk: Buffer, flow: Flow): void {
    // Head and a whole short body as one string are one write to the socket; Latin-1 keeps every byte as it is.
    if (!this.#hasBegun && chunk.length === this.#length && chunk.length <= inOneWrite) {
      this.#hasBegun = true;
      this.#response.end(chunk.toString("latin1"), "latin1");
      return;
    }
    this.#hasBegun = true;
    if (this.#response.write(chunk)) return;
    flow.pause();
    this.#response.once("drain", () => flow.resume());
  }

  end(): void {
    this.#hasBegun = true;
    if (!this.#response.writableEnded) this.#response.end();
  }

  isGone(): boolean {
    return this.#response.destroyed;
  }
}

/** RFC 9112 §4. Node throws for any other, and keeps it: no answer could be written after that. */
function isReasonPhrase(text: string | undefined): text is string {
  return text !== undefined && /^[\t\x20-\x7e\x80-\xff]*$/.test(text);
}

export type Collected = { status: number; headers: VendorHeaders; body: Buffer };

/** Keeps the whole answer, as it came over the wire, up to `maxBytes`. */
export function collectingSink(maxBytes: number, host: string): { sink: AnswerSink; collected(): Collected } {
  const chunks: Buffer[] = [];
  let size = 0;
  let head: AnswerHead | null = null;
  return {
    sink: {
      start: (given) => void (head = given),
      data: (chunk, flow) => {
        size += chunk.length;
        if (size > maxBytes) flow.abort(tooLarge(host, maxBytes));
        else chunks.push(chunk);
      },
      end: () => undefined,
      isGone: () => false,
    },
    collected: () => ({ status: head?.status ?? 0, headers: head?.headers ?? {}, body: Buffer.concat(chunks) }),
  };
}

export function tooLarge(host: string, maxBytes: number): AppError {
  return new AppError("VENDOR_ERROR", `${host} answered with more than ${maxBytes} bytes, the most that is read here. Ask for less at a time.`, { details: { host } });
}
