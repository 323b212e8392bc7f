import type { IncomingHttpHeaders } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { createEgress } from "./egress";
import type { Egress, EgressDispatch } from "./egress";
import { egressError } from "./egress-error";
import { startTestServer } from "./start-test-server";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((opened) => opened.close()));
});

function track<T extends { close(): Promise<void> }>(opened: T): T {
  open.push(opened);
  return opened;
}

type Answer = { status: number; headers: Record<string, string | string[] | undefined>; text: string };

function dispatch(egress: Egress, request: Omit<EgressDispatch, "path" | "method"> & Partial<EgressDispatch>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const answer: Answer = { status: 0, headers: {}, text: "" };
    egress.dispatch(
      { path: "/", method: "GET", ...request },
      {
        onRequestStart: () => {},
        onResponseStart: (_controller, status, headers) => void Object.assign(answer, { status, headers }),
        onResponseData: (_controller, chunk) => void (answer.text += chunk.toString()),
        onResponseEnd: () => resolve(answer),
        onResponseError: (_controller, error) => reject(egressError(error, "host")),
      },
    );
  });
}

describe("dispatch", () => {
  it("sends through a kept connection and hands the bytes over as they came", async () => {
    const seen: IncomingHttpHeaders[] = [];
    const server = track(
      await startTestServer((request, response) => {
        seen.push(request.headers);
        response.writeHead(302, { location: "https://elsewhere.example/", "content-encoding": "gzip" }).end("raw");
      }),
    );
    const egress = track(createEgress({ allow: [], allowedOrigins: [server.origin] }));
    for (const headers of [{ "x-key": "1" }, ["x-key", "1", "x-other", "host"]]) {
      const answer = await dispatch(egress, { origin: server.origin, headers });
      expect(answer).toMatchObject({ status: 302, headers: { location: "https://elsewhere.example/", "content-encoding": "gzip" }, text: "raw" });
      await new Promise(setImmediate); // undici takes a connection back a moment after its answer ends
    }
    expect(seen.map((headers) => headers["x-key"])).toEqual(["1", "1"]);
    expect(server.connections()).toBe(1);
  });

  it("vets an origin it has not seen, in any spelling", async () => {
    const server = track(await startTestServer((_request, response) => void response.end("fine")));
    const egress = track(createEgress({ allow: [`127.0.0.1:${server.port}`], allowedOrigins: [] }));
    expect((await dispatch(egress, { origin: `HTTP://0x7f.1:${server.port}/` })).text).toBe("fine");
    for (const origin of ["https://10.0.0.5", "http://api.example.com", "https://tom:pw@api.example.com", "https://localhost", "nonsense"]) {
      await expect(dispatch(egress, { origin })).rejects.toMatchObject({ code: "INVALID_REQUEST" });
    }
  });

  it("vets what a name resolves to", async () => {
    const egress = track(createEgress({ allow: [], allowedOrigins: [], lookup: async () => [{ address: "127.0.0.1", family: 4 }] }));
    await expect(dispatch(egress, { origin: "https://api.example.com" })).rejects.toMatchObject({ code: "INVALID_REQUEST", details: { host: "api.example.com" } });
  });

  it.each<[string, Partial<EgressDispatch>]>([
    ["a Host header in a record", { headers: { HOST: "other.example" } }],
    ["a Host header in a list", { headers: ["x-a", "1", "hOsT", "other.example"] }],
    ["CONNECT", { method: "connect" }],
    ["a path of CONNECT", { path: "10.0.0.5:22" }],
    ["TRACE", { method: "TRACE" }],
    ["an absolute path", { path: "http://10.0.0.5/" }],
  ])("refuses %s before it sends", async (_what, request) => {
    const server = track(await startTestServer((_request, response) => void response.end("sent")));
    const egress = track(createEgress({ allow: [], allowedOrigins: [server.origin] }));
    await expect(dispatch(egress, { origin: server.origin, ...request })).rejects.toMatchObject({ code: "INVALID_REQUEST" });
    expect(server.connections()).toBe(0);
  });
});

describe("pools", () => {
  it("stay bounded: the one unused longest goes, and what runs on it still ends", async () => {
    const finish: (() => void)[] = [];
    const slow = track(await startTestServer((_request, response) => void finish.push(() => response.end("slow"))));
    const others = await Promise.all([1, 2, 3].map(async () => track(await startTestServer((_request, response) => void response.end("fast")))));
    const egress = track(createEgress({ allow: ["127.0.0.1"], allowedOrigins: [], maxOrigins: 2 }));
    const running = dispatch(egress, { origin: slow.origin });
    await expect.poll(() => finish.length, { timeout: 4000 }).toBe(1);
    const [first, second, third] = others.map(({ origin }) => origin);
    for (const origin of [first, second, first, third, first]) expect((await dispatch(egress, { origin: origin ?? "" })).text).toBe("fast");
    finish[0]?.();
    expect((await running).text).toBe("slow");
    expect((await dispatch(egress, { origin: second ?? "" })).text).toBe("fast");
    expect(others.map((server) => server.connections())).toEqual([1, 2, 1]);
  });

  it("hold at most so many connections to one origin", async () => {
    const server = track(await startTestServer((_request, response) => void setTimeout(() => response.end("fine"), 20)));
    const egress = track(createEgress({ allow: [], allowedOrigins: [server.origin], maxConnectionsPerOrigin: 2 }));
    const answers = await Promise.all(Array.from({ length: 8 }, () => dispatch(egress, { origin: server.origin })));
    expect(answers.map(({ text }) => text)).toEqual(Array.from({ length: 8 }, () => "fine"));
    expect(server.connections()).toBe(2);
  });
});

describe("close", () => {
  it("lets a running request end and refuses new ones", async () => {
    const server = track(await startTestServer((_request, response) => void setTimeout(() => response.end("fine"), 50)));
    const egress = createEgress({ allow: [], allowedOrigins: [server.origin] });
    const running = dispatch(egress, { origin: server.origin });
    const closed = egress.close();
    await expect(dispatch(egress, { origin: server.origin })).rejects.toMatchObject({ code: "SERVICE_UNAVAILABLE" });
    expect((await running).text).toBe("fine");
    await closed;
  });

  it("cuts off what does not end in time", async () => {
    const server = track(await startTestServer((_request, response) => void response.write("never ends")));
    const egress = createEgress({ allow: [], allowedOrigins: [server.origin] });
    const running = dispatch(egress, { origin: server.origin });
    const outcome = expect(running).rejects.toMatchObject({ code: "SERVICE_UNAVAILABLE" });
    await egress.close(50);
    await outcome;
  });
});
