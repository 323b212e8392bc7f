import CachePolicy from "http-cache-semantics";
import { LRUCache } from "lru-cache";
import type { Runtime } from "@/server/runtime/runtime";
import type { AnswerHead, AnswerSink } from "./answer-sink";
import type { CallPlan } from "./carry-call";

type Entry = { policy: CachePolicy; head: AnswerHead; body: Buffer };

const maxBytes = 64 * 1024 * 1024;
const maxBodyBytes = 1024 * 1024;
/** What of a request may change the answer although the vendor does not say so in Vary. */
const distinguishing = ["accept", "accept-language", "accept-encoding"];

/**
 * Answers to GETs, by RFC 9111 as a private cache: one entry per connection, credential version and address. It is
 * asked only where a connection or a call opts in.
 */
export function responseCache(runtime: Runtime) {
  return runtime.singleton("gateway.cache", () => {
    const entries = new LRUCache<string, Entry>({ maxSize: maxBytes, sizeCalculation: ({ body }) => body.length + 1_024 });
    return {
      /** The fresh answer, or what to send along to find out whether the kept one still holds. */
      find(plan: CallPlan): { kind: "fresh"; entry: Entry } | { kind: "stale"; entry: Entry; headers: Record<string, string> } | null {
        const entry = entries.get(keyOf(plan));
        if (!entry) return null;
        const asked = requestOf(plan);
        if (entry.policy.satisfiesWithoutRevalidation(asked)) return { kind: "fresh", entry };
        const headers = flat(entry.policy.revalidationHeaders(asked));
        return headers["if-none-match"] === undefined && headers["if-modified-since"] === undefined ? null : { kind: "stale", entry, headers };
      },
      /** The vendor answered 304: the kept answer counts again. */
      renew(plan: CallPlan, entry: Entry, headers: AnswerHead["headers"]): Entry {
        const { policy } = entry.policy.revalidatedPolicy(requestOf(plan), { status: 304, headers: flat(headers) });
        const renewed = { ...entry, policy };
        entries.set(keyOf(plan), renewed);
        return renewed;
      },
      /** Passes an answer on and keeps it when it may be kept and is not too large. `onStored` hears of it. */
      storing(plan: CallPlan, sink: AnswerSink, onStored: () => void): AnswerSink {
        let kept: { policy: CachePolicy; head: AnswerHead; chunks: Buffer[]; size: number } | null = null;
        return {
          start: (head, said) => {
            const policy = new CachePolicy(requestOf(plan), { status: head.status, headers: flat(head.headers) }, { shared: false });
            const isWorthIt = head.status === 200 && policy.storable() && (policy.timeToLive() > 0 || head.headers["etag"] !== undefined || head.headers["last-modified"] !== undefined);
            if (isWorthIt) kept = { policy, head, chunks: [], size: 0 };
            sink.start(head, said);
          },
          data: (chunk, flow) => {
            if (kept && (kept.size += chunk.length) > maxBodyBytes) kept = null;
            kept?.chunks.push(chunk);
            sink.data(chunk, flow);
          },
          end: () => {
            if (kept) {
              entries.set(keyOf(plan), { policy: kept.policy, head: kept.head, body: Buffer.concat(kept.chunks) });
              onStored();
            }
            sink.end();
          },
          isGone: () => sink.isGone(),
        };
      },
      /** Gives a kept answer to the caller, with its age. */
      replay({ policy, head, body }: Entry, sink: AnswerSink, said: Record<string, string>): void {
        sink.start({ ...head, headers: { ...head.headers, age: String(Math.round(policy.age())) } }, said);
        if (body.length > 0) sink.data(body, { pause: () => undefined, resume: () => undefined, abort: () => undefined });
        sink.end();
      },
    };
  });
}

/** Whether a call asks for something that may be kept at all. */
export function isCacheable({ method, headers, body }: CallPlan): boolean {
  return method === "GET" && body === null && headers["range"] === undefined && !/no-store/i.test(headers["cache-control"] ?? "");
}

/** By plan: an auth kind may add its key to the address of what is sent. */
const keys = new WeakMap<CallPlan["url"], string>();

function keyOf({ callable: { row }, url, headers }: CallPlan): string {
  const known = keys.get(url);
  if (known !== undefined) return known;
  const key = [row.id, row.credentialVersion, url.href, ...distinguishing.map((name) => headers[name] ?? "")].join("\n");
  keys.set(url, key);
  return key;
}

const requestOf = ({ url, method, headers }: CallPlan) => ({ url: url.href, method, headers });

function flat(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const all: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) all[name.toLowerCase()] = typeof value === "string" ? value : value.join(", ");
  return all;
}
