import { formatDuration } from "@/components/connections/format-duration";
import type { CallWithDetail } from "@/server/activity/get-call";
import { outcomeWord } from "./call-words";

export type StoryStep = {
  kind: "asked" | "waited" | "retried" | "refreshed" | "cached" | "breaker" | "answered" | "failed" | "other";
  text: string;
  /** How long after the call began; null when that was not kept. */
  atMs: number | null;
};

type Call = Pick<CallWithDetail, "actor" | "connector" | "method" | "source" | "status" | "errorCode" | "durationMs" | "waitedMs" | "attempts" | "cache" | "breaker" | "detail">;

/** By the kinds of the gateway's decisions. */
const kinds: Readonly<Record<string, StoryStep["kind"]>> = { waited: "waited", retry: "retried", refresh: "refreshed", gave_up: "failed", over_budget: "failed" };

const ways: Record<Call["source"], string> = {
  proxy: "Asked for through the proxy",
  operation: "Run as an operation",
  rest: "Asked for over REST",
  mcp: "Asked for by an agent",
  check: "Patchbay checked the connection",
  sync: "Asked for by a sync",
  webhook: "Asked for by a webhook",
  replay: "Sent again from the history",
};

/** What happened to a call, in order: as it was written down then, else as far as its record tells. */
export function tellStory(call: Call): StoryStep[] {
  const { connector, status, durationMs, detail } = call;
  const asked: StoryStep = { kind: "asked", text: `${ways[call.source]}${call.actor.kind === "system" ? "" : ` by ${call.actor.name ?? "someone who left"}`}`, atMs: null };
  const steps = detail && detail.decisions.length > 0 ? detail.decisions.map(({ at, kind, text }): StoryStep => ({ kind: kinds[kind] ?? "other", text: text.charAt(0).toUpperCase() + text.slice(1), atMs: at })) : reconstruct(call);
  const ended: StoryStep = {
    kind: status === null || status >= 400 ? "failed" : "answered",
    text: status === null ? `No answer: ${outcomeWord(call).toLowerCase()}` : call.cache === "hit" ? `Answered ${status} from the cache` : `${connector.name} answered ${status} ${outcomeWord(call)}`,
    atMs: durationMs,
  };
  return [asked, ...steps, ended];
}

function reconstruct({ connector, waitedMs, attempts, cache, breaker }: Call): StoryStep[] {
  const steps: (StoryStep | null)[] = [
    waitedMs > 0 ? { kind: "waited", text: `Waited ${formatDuration(waitedMs)} for ${connector.name}'s limit`, atMs: null } : null,
    breaker === "open" ? { kind: "breaker", text: `Not sent: ${connector.name} failed too often just before`, atMs: null } : null,
    breaker === "half_open" ? { kind: "breaker", text: `Sent to find out whether ${connector.name} works again`, atMs: null } : null,
    attempts > 1 ? { kind: "retried", text: `Sent ${attempts} times in all`, atMs: null } : null,
    cache === "revalidated" ? { kind: "cached", text: `${connector.name} confirmed the cached answer`, atMs: null } : null,
  ];
  return steps.filter((step) => step !== null);
}
