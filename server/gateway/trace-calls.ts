import { setTimeout as delay } from "node:timers/promises";
import type { Runtime } from "@/server/runtime/runtime";
import type { CallFacts } from "./record-call";

const closesWithinMs = 2_000;

/** Hears of every call that has ended. `traceparent` is the caller's, when there is one (W3C Trace Context). */
export type CallTracer = { record(facts: CallFacts, endedAt: number, traceparent: string | undefined): void; close(): Promise<void> };

/** The tracer of this process; none unless an endpoint is configured. */
export function callTracer(runtime: Runtime): { current: CallTracer | null } {
  return runtime.singleton("gateway.tracer", () => ({ current: null }));
}

/**
 * Begins to send a span for each call to where OpenTelemetry's own variables say (OTLP over HTTP). The collector is
 * the operator's, like the database, so what goes there does not pass the rules for vendors' addresses.
 */
export async function startCallTracing(runtime: Runtime): Promise<void> {
  const { env } = runtime;
  const base = env.read("OTEL_EXPORTER_OTLP_ENDPOINT");
  const url = env.read("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT") ?? (base === undefined ? undefined : `${base.replace(/\/$/, "")}/v1/traces`);
  if (url === undefined || env.read("OTEL_SDK_DISABLED") === "true") return;
  callTracer(runtime).current = await openTracer(url, readHeaders(env.read("OTEL_EXPORTER_OTLP_TRACES_HEADERS") ?? env.read("OTEL_EXPORTER_OTLP_HEADERS")), env.read("OTEL_SERVICE_NAME") ?? "patchbay");
}

async function openTracer(url: string, headers: Record<string, string>, service: string): Promise<CallTracer> {
  const [{ ROOT_CONTEXT, SpanKind, SpanStatusCode, trace }, { BasicTracerProvider, BatchSpanProcessor }, { OTLPTraceExporter }, { defaultResource, resourceFromAttributes }] = await Promise.all([
    import("@opentelemetry/api"),
    import("@opentelemetry/sdk-trace-base"),
    import("@opentelemetry/exporter-trace-otlp-http"),
    import("@opentelemetry/resources"),
  ]);
  const provider = new BasicTracerProvider({
    resource: defaultResource().merge(resourceFromAttributes({ "service.name": service })),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url, headers }))],
  });
  const tracer = provider.getTracer("patchbay");
  return {
    record(facts, endedAt, traceparent) {
      const parent = readParent(traceparent);
      const within = parent === null ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, { ...parent, isRemote: true });
      const span = tracer.startSpan(facts.operation ?? `${facts.method} ${facts.connector}`, { kind: SpanKind.CLIENT, startTime: endedAt - facts.durationMs, attributes: attributesOf(facts) }, within);
      if (facts.errorCode || (facts.status ?? 0) >= 400) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end(endedAt);
    },
    // A collector that is away does not hold up the end.
    close: () => Promise.race([provider.shutdown().catch(() => undefined), delay(closesWithinMs, undefined, { ref: false })]),
  };
}

/** OpenTelemetry's names for HTTP clients, and ours. The path is left out: it may hold what is personal. */
function attributesOf(facts: CallFacts): Record<string, string | number> {
  return {
    "http.request.method": facts.method,
    "server.address": facts.host,
    ...(facts.status ? { "http.response.status_code": facts.status } : {}),
    ...(facts.errorCode ? { "error.type": facts.errorCode } : {}),
    "http.request.resend_count": Math.max(0, facts.attempts - 1),
    "patchbay.call": facts.id,
    "patchbay.workspace": facts.workspaceId,
    "patchbay.connection": facts.connectionId,
    "patchbay.connector": facts.connector,
    "patchbay.source": facts.source,
    "patchbay.waited_ms": facts.waitedMs,
    "patchbay.breaker": facts.breaker,
    ...(facts.cache ? { "patchbay.cache": facts.cache } : {}),
  };
}

/** W3C Trace Context, version 00. */
function readParent(traceparent: string | undefined): { traceId: string; spanId: string; traceFlags: number } | null {
  const [, traceId = "", spanId = "", flags = ""] = /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(?:-.*)?$/.exec(traceparent ?? "") ?? [];
  return traceId === "" || /^0+$/.test(traceId) || /^0+$/.test(spanId) ? null : { traceId, spanId, traceFlags: Number.parseInt(flags, 16) };
}

/** `key=value` pairs with commas between them, the values percent-encoded, as the specification of the exporter has it. */
function readHeaders(text: string | undefined): Record<string, string> {
  const pairs = (text ?? "").split(",").map((pair) => pair.split("="));
  return Object.fromEntries(pairs.flatMap(([name = "", ...value]) => (name.trim() === "" ? [] : [[name.trim(), decodeURIComponent(value.join("=").trim())]])));
}
