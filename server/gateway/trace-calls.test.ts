import { createServer, type IncomingHttpHeaders } from "node:http";
import { once } from "node:events";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { createTestRuntime } from "@/server/runtime/testing";
import { callRecorder, type CallFacts } from "./record-call";
import { callTracer, startCallTracing } from "./trace-calls";

const received: { headers: IncomingHttpHeaders; body: string }[] = [];
const collector = createServer((request, response) => {
  void buffer(request).then((body) => {
    received.push({ headers: request.headers, body: body.toString() });
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  });
});
beforeAll(async () => {
  await once(collector.listen(0, "127.0.0.1"), "listening");
});
afterAll(() => void collector.close());

const attribute = z.object({ key: z.string(), value: z.object({ stringValue: z.string().optional(), intValue: z.union([z.string(), z.number()]).optional() }) });
const exported = z.object({
  resourceSpans: z.array(z.object({ resource: z.object({ attributes: z.array(attribute) }), scopeSpans: z.array(z.object({ spans: z.array(z.object({ traceId: z.string(), parentSpanId: z.string().optional(), name: z.string(), kind: z.number(), startTimeUnixNano: z.string(), endTimeUnixNano: z.string(), attributes: z.array(attribute), status: z.object({ code: z.number().optional() }) })) })) })),
});

const call = (over: Partial<CallFacts>): CallFacts => ({
  id: "cal_1", workspaceId: "wsp_1", connectionId: "con_1", connector: "stripe", actorKind: "api_key", actorId: "key_1", method: "GET", host: "api.stripe.com", path: "/v1/customers/cus_personal", status: 200, errorCode: null, durationMs: 40,
  requestId: "req_1", source: "proxy", operation: null, waitedMs: 0, attempts: 1, cache: null, breaker: "closed", requestBytes: 0, responseBytes: 10, detail: null, ...over,
});

it("sends a span for each call, below the caller's own", async () => {
  const address = collector.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const { runtime, close } = await createTestRuntime({ env: { OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}/`, OTEL_EXPORTER_OTLP_HEADERS: "x-team=a%20b", OTEL_SERVICE_NAME: "bay" } });
  await startCallTracing(runtime);
  const recorder = callRecorder(runtime);
  recorder.record(call({}), "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
  recorder.record(call({ id: "cal_2", operation: "create_refund", status: 402, attempts: 3, waitedMs: 7 }), "00-garbage");
  await callTracer(runtime).current?.close();
  await close();

  expect(received.map(({ headers }) => headers["x-team"])).toEqual(received.map(() => "a b"));
  const [resource] = received.flatMap(({ body }) => exported.parse(JSON.parse(body)).resourceSpans);
  expect(resource?.resource.attributes).toContainEqual({ key: "service.name", value: { stringValue: "bay" } });
  const [first, second] = resource?.scopeSpans.flatMap(({ spans }) => spans) ?? [];
  expect(first).toMatchObject({ traceId: "0af7651916cd43dd8448eb211c80319c", parentSpanId: "b7ad6b7169203331", name: "GET stripe", kind: 3 });
  expect(BigInt(first?.endTimeUnixNano ?? 0) - BigInt(first?.startTimeUnixNano ?? 0)).toBe(40_000_000n);
  expect(second).toMatchObject({ name: "create_refund", status: { code: 2 } });
  expect(second?.parentSpanId ?? "").toBe("");
  expect(second?.attributes).toContainEqual({ key: "http.request.resend_count", value: { intValue: 2 } });
  expect(received.map(({ body }) => body).join("")).not.toContain("cus_personal");
});

it("is off without an endpoint, and when it is disabled", async () => {
  const settings: Record<string, string>[] = [{}, { OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:1", OTEL_SDK_DISABLED: "true" }];
  for (const env of settings) {
    const { runtime, close } = await createTestRuntime({ env });
    await startCallTracing(runtime);
    expect(callTracer(runtime).current).toBeNull();
    await close();
  }
});
