import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { AppError } from "@/server/lib/errors";
import { decodeBody } from "@/server/lib/http/decode-body";
import { egressError } from "@/server/lib/http/egress-error";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { collectingSink, tooLarge } from "./answer-sink";
import type { CallPlan } from "./carry-call";
import { type CallFacet, performCall } from "./perform-call";

type Collected = { callId: string; status: number; headers: Record<string, string | string[]>; body: Buffer; waitedMs: number; attempts: number };

/** Performs a call and reads its answer whole, decoded. Throws `VENDOR_ERROR` for one that is larger than it may be. */
export async function collectAnswer(ctx: WorkspaceContext, plan: CallPlan, facet: CallFacet, { signal, maxResponseBytes }: { signal: AbortSignal | undefined; maxResponseBytes: number }): Promise<Collected> {
  const { hostname } = plan.url;
  const { sink, collected } = collectingSink(maxResponseBytes, hostname);
  plan.onFlow = (flow) => signal?.addEventListener("abort", () => flow.abort(abortReason(signal)), { once: true });
  const trace = await performCall(ctx, plan, facet, Object.assign(sink, { isGone: () => signal?.aborted ?? false }));
  const answer = collected();
  const headers = Object.fromEntries(Object.entries(answer.headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  return { callId: plan.id, status: answer.status, headers, body: await unpack(answer, hostname, maxResponseBytes), waitedMs: trace.waitedMs, attempts: trace.attempts };
}

/** The body as it was before the vendor compressed it. */
export async function unpack({ headers, body }: { headers: Readonly<Record<string, string | string[] | undefined>>; body: Buffer }, host: string, maxBytes: number): Promise<Buffer> {
  const coding = String(headers["content-encoding"] ?? "");
  if (coding === "" || body.length === 0) return body;
  const decoded = decodeBody(Readable.from([body]), coding, host);
  try {
    return await buffer(capped(decoded, maxBytes, host));
  } catch (error) {
    throw egressError(error, host);
  }
}

async function* capped(decoded: Readable, maxBytes: number, host: string): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of decoded as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge(host, maxBytes);
    yield chunk;
  }
}

function abortReason(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new AppError("TIMEOUT", "The call was given up before the vendor answered.");
}
