import type { Readable } from "node:stream";
import type { Dispatcher } from "undici";
import { type AppError, isAppError } from "@/server/lib/errors";
import type { Egress } from "@/server/lib/http/egress";
import { egressError } from "@/server/lib/http/egress-error";
import type { AnswerHead, AnswerSink } from "./answer-sink";

export type Outgoing = { url: URL; method: string; headers: Record<string, string>; body: Buffer | Readable | null };

/** How one attempt went, known when the head of the answer is there or none will come. */
export type Attempt<Held> =
  /** The head went to the sink and the body follows; `done` says when it ended, and with which error. */
  | { kind: "delivered"; status: number; headers: AnswerHead["headers"]; done: Promise<AppError | null> }
  /** The answer was kept back, because it will be asked for again. */
  | { kind: "held"; status: number; headers: AnswerHead["headers"]; held: Held }
  | { kind: "lost"; isSent: boolean; error: AppError };

export type SendOptions<Held> = {
  egress: Egress;
  sink: AnswerSink;
  firstByteMs: number;
  idleMs: number;
  /** Looks at a head before the caller does: anything but null keeps the answer back. */
  hold(head: AnswerHead): Held | null;
  /** What the caller reads beside the vendor's headers. */
  said(): Record<string, string>;
  /** Is given the way to cut the vendor's side off. */
  onFlow(abort: (reason: Error) => void): void;
};

const drainAtMost = 64 * 1024;

/** Sends a request once. Both ways stream under back pressure; nothing is kept. Never rejects. */
export function sendOnce<Held>({ url, method, headers, body }: Outgoing, options: SendOptions<Held>): Promise<Attempt<Held>> {
  const { egress, sink } = options;
  return new Promise((resolve) => {
    let isSent = false;
    let isHeld = false;
    let drained = 0;
    let finish: ((error: AppError | null) => void) | null = null;
    const lose = (error: unknown) => {
      const translated = egressError(error, url.hostname);
      if (finish) finish(translated);
      else resolve({ kind: "lost", isSent, error: translated });
    };
    const handler: Dispatcher.DispatchHandler = {
      onRequestStart(controller) {
        isSent = true;
        options.onFlow((reason) => controller.abort(reason));
        if (sink.isGone()) controller.abort(new Error("the caller left"));
      },
      onResponseStart(controller, status, given, message) {
        if (status < 200) return;
        const head = { status, message, headers: given };
        const held = options.hold(head);
        if (held !== null) {
          isHeld = true;
          resolve({ kind: "held", status, headers: given, held });
          return;
        }
        const done = new Promise<AppError | null>((end) => (finish = end));
        sink.start(head, options.said());
        resolve({ kind: "delivered", status, headers: given, done });
      },
      onResponseData(controller, chunk) {
        if (!isHeld) {
          sink.data(chunk, controller);
          return;
        }
        // Read to its end, a short answer leaves the connection usable.
        drained += chunk.length;
        if (drained > drainAtMost) controller.abort(new Error("not needed"));
      },
      onResponseEnd() {
        if (isHeld) return;
        sink.end();
        finish?.(null);
      },
      onResponseError(_controller, error) {
        if (!isHeld) lose(error);
      },
    };
    try {
      egress.dispatch({ origin: url.origin, path: url.pathname + url.search, method, headers, body, headersTimeout: options.firstByteMs, bodyTimeout: options.idleMs }, handler);
    } catch (error) {
      lose(isAppError(error) ? error : egressError(error, url.hostname));
    }
  });
}
