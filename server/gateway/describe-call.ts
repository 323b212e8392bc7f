import * as zlib from "node:zlib";
import { withoutSecrets } from "@/server/auth-kinds/credential";
import { printable } from "@/server/lib/printable";
import type { WorkspaceContext } from "@/server/workspaces/context";
import type { CallPlan, CallTrace } from "./carry-call";
import { isSafe } from "./carry-call";
import type { CallDetail } from "./record-call";
import { scrubHead, scrubText } from "./scrub";

/** As much of a body as is kept. */
export const keptBytes = 16 * 1024;

export type KeptBody = { bytes: Buffer | null; isCut: boolean };

/** Whether the call keeps what it said: by the workspace's choice every one, those that stand out, or none. */
export function keepsDetail(mode: WorkspaceContext["workspace"]["callDetail"], plan: CallPlan, { status, decisions }: Pick<CallTrace, "status" | "decisions">): boolean {
  if (mode !== "notable") return mode === "all";
  return !isSafe(plan.method) || status === null || status >= 400 || decisions.length > 0;
}

/** What a call said, without secrets: hidden by name, and the connection's own credential by value. */
export function describeCall(plan: CallPlan, trace: CallTrace, request: KeptBody, response: KeptBody): CallDetail {
  const { option, credential } = plan.callable;
  const clean = (text: string) => printableLines(scrubText(withoutSecrets(text, option, credential)));
  const cleanHead = (head: Parameters<typeof scrubHead>[0]) => Object.fromEntries(Object.entries(scrubHead(head)).map(([name, value]) => [name, printable(withoutSecrets(value, option, credential))]));
  return {
    query: plan.url.search === "" ? null : clean(plan.url.search),
    requestHead: cleanHead(plan.headers),
    requestBody: request.bytes === null ? null : clean(textOf(request.bytes, plan.headers["content-encoding"])),
    isRequestCut: request.isCut,
    responseHead: cleanHead(trace.headers),
    responseBody: response.bytes === null ? null : clean(textOf(response.bytes, trace.headers["content-encoding"])),
    isResponseCut: response.isCut,
    decisions: trace.decisions,
  };
}

/** PostgreSQL takes no NUL; line breaks and tabs belong to a body. */
const printableLines = (text: string) => text.replace(/[^\P{Cc}\n\r\t]/gu, " ");

/** The beginning of a body as text, unpacked as far as it goes. */
function textOf(bytes: Buffer, coding: string | string[] | undefined): string {
  const unpacked = unpack(bytes, String(coding ?? "").trim().toLowerCase());
  if (unpacked === null) return `[${bytes.length} bytes, ${String(coding)}]`;
  const text = unpacked.toString("utf8");
  return text.includes("\u0000") ? `[${bytes.length} bytes that are no text]` : text;
}

function unpack(bytes: Buffer, coding: string): Buffer | null {
  try {
    // A body that was cut ends in the middle: what is there comes out all the same.
    if (coding === "" || coding === "identity") return bytes;
    if (coding === "gzip" || coding === "x-gzip") return zlib.gunzipSync(bytes, { finishFlush: zlib.constants.Z_SYNC_FLUSH, maxOutputLength: 8 * keptBytes }).subarray(0, keptBytes);
    if (coding === "deflate") return zlib.inflateSync(bytes, { finishFlush: zlib.constants.Z_SYNC_FLUSH, maxOutputLength: 8 * keptBytes }).subarray(0, keptBytes);
    if (coding === "br") return zlib.brotliDecompressSync(bytes, { finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH, maxOutputLength: 8 * keptBytes }).subarray(0, keptBytes);
    return null;
  } catch {
    return null;
  }
}
