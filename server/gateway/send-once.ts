import type { Readable } from "node:stream";
import type { Dispatcher } from "undici";
import { AppError, isAppError } from "@/server/lib/errors";
import type { Egress } from "@/server/lib/http/egress";
import { egressError } from "@/server/lib/http/egress-error";
import type { AnswerHead, AnswerSink, Flow } from "./answer-sink";

export type Outgoing = { url: URL; method: string; headers: Record<string, string>; body: Buffer | Readable | null };

/** How one attempt ended. */
export type Attempt<Held> =
  /** The head went to the sink, and the body until its end or until `error`. */
  | { kind: "delivered"; error: AppError | null }
  /** The answer was kept back, because it will be asked for again. */
  | { kind: "held"; held: Held }
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
  /** Is given the vendor's side, to cut it off. */
  onFlow(flow: Pick<Flow, "abort">): void;
};

const drainAtMost = 64 * 1024;

/** Sends a request once. Both ways stream under back pressure; nothing is kept. Never rejects. */
export function sendOnce<Held>(outgoing: Outgoing, options: SendOptions<Held>): Promise<Attempt<Held>> {
  return new Promise((resolve) => {
    const { url, method, headers, body } = outgoing;
    try {
      options.egress.dispatch(
        { origin: url.origin, path: url.pathname + url.search, method, headers, body, headersTimeout: options.firstByteMs, bodyTimeout: options.idleMs },
        new AttemptHandler(url.hostname, options, resolve),
      );
    } catch (error) {
      resolve({ kind: "lost", isSent: false, error: isAppError(error) ? error : egressError(error, url.hostname) });
    }
  });
}

/**
 * One object with its methods on the prototype: this runs for every call, and closures would be garbage of every call.
 * It lets go of everything when it is done, because undici keeps finished requests, with their handlers, in each
 * connection's queue until there are 256 of them: what hangs on them would grow old and cost the garbage collector
 * more than all of the rest.
 */
class AttemptHandler<Held> implements Dispatcher.DispatchHandler {
  #isSent = false;
  #hasStarted = false;
  #drained = 0;
  readonly #startedAt = performance.now();
  readonly #host: string;
  /** Null once the attempt is settled. */
  #options: SendOptions<Held> | null;
  #resolve: (attempt: Attempt<Held>) => void;

  constructor(host: string, options: SendOptions<Held>, resolve: (attempt: Attempt<Held>) => void) {
    this.#host = host;
    this.#options = options;
    this.#resolve = resolve;
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (!this.#options) return;
    this.#isSent = true;
    this.#options.onFlow(controller);
    if (this.#options.sink.isGone()) controller.abort(new Error("the caller left"));
  }

  onResponseStart(controller: Dispatcher.DispatchController, status: number, headers: AnswerHead["headers"], message?: string): void {
    if (!this.#options) return;
    if (status < 200) {
      // undici's clock starts anew at each hint, so a vendor that goes on hinting would never be late.
      if (performance.now() - this.#startedAt > this.#options.firstByteMs) controller.abort(late(this.#host));
      return;
    }
    const head = { status, message, headers };
    const held = this.#options.hold(head);
    if (held !== null) {
      this.#settle({ kind: "held", held });
      return;
    }
    this.#hasStarted = true;
    this.#options.sink.start(head, this.#options.said());
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#options) {
      this.#options.sink.data(chunk, controller);
      return;
    }
    // Kept back: read to its end, a short answer leaves the connection usable.
    this.#drained += chunk.length;
    if (this.#drained > drainAtMost) controller.abort(new Error("not needed"));
  }

  onResponseEnd(): void {
    if (!this.#options) return;
    this.#options.sink.end();
    this.#settle({ kind: "delivered", error: null });
  }

  onResponseError(_controller: Dispatcher.DispatchController, reason: Error): void {
    if (!this.#options) return;
    const error = egressError(reason, this.#host);
    this.#settle(this.#hasStarted ? { kind: "delivered", error } : { kind: "lost", isSent: this.#isSent, error });
  }

  #settle(attempt: Attempt<Held>): void {
    this.#resolve(attempt);
    this.#options = null;
    this.#resolve = settled;
  }
}

const settled = (): void => undefined;

const late = (host: string) => new AppError("TIMEOUT", `${host} did not answer in time. Try again in a moment.`, { details: { host } });
