/** How one attempt ended, as far as repeating it is concerned. */
export type AttemptEnd =
  | { kind: "answered"; status: number; /** What the vendor asked to wait. */ waitMs: number | null }
  /** No whole answer came. `isSent` is false when nothing of the request can have reached the vendor. */
  | { kind: "lost"; isSent: boolean };

export type RetryQuestion = {
  end: AttemptEnd;
  /** The attempt that just ended; the first is 1. */
  attempt: number;
  retries: number;
  /** Safe (RFC 9110 §9.2.1), or carries a key by which the vendor knows it again; and its body is still at hand. */
  isRepeatable: boolean;
  /** Its body is still at hand, whatever its method. */
  isWhole: boolean;
  /** What is left of the time for the whole call. */
  leftMs: number;
  random?: () => number;
};

export type RetryDecision =
  | { kind: "again"; waitMs: number; reason: string }
  | { kind: "enough"; reason: string };

const baseMs = 250;
const capMs = 20_000;

/**
 * Whether a call is sent again, and when: exponential back-off with full jitter, never before the vendor's own wait.
 * A write that may have arrived is never repeated unless the vendor can tell that it is the same one.
 */
export function decideRetry(question: RetryQuestion): RetryDecision {
  const { end, attempt, retries, isRepeatable, isWhole, leftMs, random = Math.random } = question;
  const cause = causeOf(end);
  if (cause === null) return { kind: "enough", reason: "the answer is final" };
  const hasArrived = end.kind === "answered" ? !isRefusedUnread(end.status) : end.isSent;
  if (!isWhole) return { kind: "enough", reason: `${cause}; its body was streamed and is not at hand any more` };
  if (hasArrived && !isRepeatable) return { kind: "enough", reason: `${cause}; a write is not sent twice` };
  if (attempt > retries) return { kind: "enough", reason: retries === 0 ? cause : `${cause}; sent ${attempt} times` };
  const own = random() * Math.min(capMs, baseMs * 2 ** (attempt - 1));
  const asked = end.kind === "answered" ? end.waitMs : null;
  const waitMs = Math.ceil(asked === null ? own : asked + random() * baseMs);
  if (waitMs >= leftMs) return { kind: "enough", reason: `${cause}; waiting ${formatSeconds(waitMs)} would take too long` };
  return { kind: "again", waitMs, reason: asked === null ? cause : `${cause}, asking to wait ${formatSeconds(asked)}` };
}

/** 429: the vendor did not look at the request. 503 with a wait says the same, but many send it from behind a timeout. */
const isRefusedUnread = (status: number) => status === 429;

function causeOf(end: AttemptEnd): string | null {
  if (end.kind === "lost") return end.isSent ? "the connection broke before the answer" : "the vendor could not be reached";
  if (end.status === 408 || end.status === 429 || (end.status >= 500 && end.status !== 501 && end.status !== 505)) return `the vendor answered ${end.status}`;
  return null;
}

/** Seconds with one digit after the point where they are few. */
export function formatSeconds(ms: number): string {
  return ms < 10_000 ? `${(ms / 1_000).toFixed(1)} s` : `${Math.round(ms / 1_000)} s`;
}
