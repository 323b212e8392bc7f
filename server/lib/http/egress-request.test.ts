import type { RequestListener } from "node:http";
import { Readable } from "node:stream";
import * as zlib from "node:zlib";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { createEgress } from "./egress";
import type { Egress, EgressRequest } from "./egress";
import { startTcpServer, startTestServer } from "./start-test-server";
import type { TestServer } from "./start-test-server";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((opened) => opened.close()));
});

function track<T extends { close(): Promise<void> }>(opened: T): T {
  open.push(opened);
  return opened;
}

const egressTo = (server: TestServer): Egress => track(createEgress({ allow: [`127.0.0.1:${server.port}`], allowedOrigins: [] }));

async function ask(listener: RequestListener, input: Omit<EgressRequest, "url" | "method"> & { path?: string; method?: string } = {}) {
  const server = track(await startTestServer(listener));
  const { path = "/", method = "GET", ...rest } = input;
  return egressTo(server).request({ url: `${server.origin}${path}`, method, ...rest });
}

const patient = { timeout: 4000 };
const headersOf = { "content-type": "application/json" };

describe("an exchange", () => {
  it("sends method, path, headers and body, and reads status, headers and JSON", async () => {
    const answer = await ask(
      async (request, response) => {
        const body = await Readable.from(request).toArray();
        response.writeHead(201, { ...headersOf, "set-cookie": ["a=1", "b=2"] });
        response.end(JSON.stringify({ method: request.method, url: request.url, key: request.headers["x-key"], body: Buffer.concat(body).toString() }));
      },
      { path: "/v1/things?limit=2#part", method: "POST", headers: { "X-Key": "k" }, body: "hello" },
    );
    expect(answer.status).toBe(201);
    expect(answer.headers).toMatchObject({ ...headersOf, "set-cookie": ["a=1", "b=2"] });
    expect(await answer.json()).toEqual({ method: "POST", url: "/v1/things?limit=2", key: "k", body: "hello" });
  });

  it("streams a request body", async () => {
    const answer = await ask((request, response) => void request.pipe(response), { method: "PUT", body: Readable.from(["one ", "two"]) });
    expect(await answer.text()).toBe("one two");
  });

  it.each([301, 302, 303, 307, 308])("hands a %d back instead of following it", async (status) => {
    const seen: (string | undefined)[] = [];
    const answer = await ask((request, response) => {
      seen.push(request.url);
      response.writeHead(status, { location: "/elsewhere" }).end("moved");
    });
    expect([answer.status, answer.headers["location"], await answer.text()]).toEqual([status, "/elsewhere", "moved"]);
    expect(seen).toEqual(["/"]);
  });

  it("takes no proxy from the environment", async () => {
    const proxy = track(await startTestServer((_request, response) => void response.end("proxied")));
    const before = { ...process.env };
    Object.assign(process.env, { HTTP_PROXY: proxy.origin, http_proxy: proxy.origin, ALL_PROXY: proxy.origin, NODE_USE_ENV_PROXY: "1" });
    try {
      expect(await (await ask((_request, response) => void response.end("direct"))).text()).toBe("direct");
    } finally {
      process.env = before;
    }
    expect(proxy.connections()).toBe(0);
  });

  it.each([
    ["a Host header", { headers: { Host: "other.example" } }],
    ["CONNECT", { method: "CONNECT" }],
    ["TRACE", { method: "trace" }],
    ["a line break in a header", { headers: { "x-a": "1\r\nx-b: 2" } }],
    ["a wrong content-length", { method: "POST", body: "abc", headers: { "content-length": "7" } }],
  ])("refuses %s", async (_what, input) => {
    await expect(ask((_request, response) => void response.end(), input)).rejects.toMatchObject({ code: "INVALID_REQUEST" });
  });
});

describe("decompression", () => {
  const plain = JSON.stringify({ text: "packed ".repeat(500) });
  const codings: [string, Buffer][] = [
    ["gzip", gzipSync(plain)], ["x-gzip", gzipSync(plain)], ["GZIP", gzipSync(plain)], ["deflate", deflateSync(plain)],
    ["br", brotliCompressSync(plain)], ["identity", Buffer.from(plain)],
  ];

  it.each(codings)("reads %s", async (coding, packed) => {
    const answer = await ask((_request, response) => void response.writeHead(200, { "content-encoding": coding, "content-length": packed.length }).end(packed));
    expect(await answer.json()).toEqual(JSON.parse(plain));
    expect(answer.headers["content-encoding"]).toBe(coding === "identity" ? "identity" : undefined);
  });

  it("reads zstd where Node has it, and says so where it has not", async () => {
    const isSupported = "createZstdDecompress" in zlib;
    const packed = Buffer.from("28b52ffd20052900007a73746421", "hex"); // one frame of one raw block
    const text = ask((_request, response) => void response.writeHead(200, { "content-encoding": "zstd" }).end(packed)).then((answer) => answer.text());
    await (isSupported ? expect(text).resolves.toBe("zstd!") : expect(text).rejects.toMatchObject({ code: "VENDOR_ERROR" }));
  });

  it("offers gzip and brotli, unless the caller says otherwise", async () => {
    const echo: RequestListener = (request, response) => void response.end(request.headers["accept-encoding"]);
    expect(await (await ask(echo)).text()).toBe("gzip, br");
    expect(await (await ask(echo, { headers: { "Accept-Encoding": "identity" } })).text()).toBe("identity");
  });

  it.each([
    ["HEAD", 200, "20"], ["GET", 204, undefined], ["GET", 304, undefined], ["GET", 200, "0"],
  ])("leaves an answer without a body alone (%s %d)", async (method, status, length) => {
    const answer = await ask((_request, response) => void response.writeHead(status, { "content-encoding": "gzip", ...(length && { "content-length": length }) }).end(), { method });
    expect(await answer.text()).toBe("");
  });

  it.each(["gzip, gzip", "compress", "gzip, br"])("refuses %s", async (coding) => {
    const asked = ask((_request, response) => void response.writeHead(200, { "content-encoding": coding }).end("x"));
    await expect(asked).rejects.toMatchObject({ code: "VENDOR_ERROR", details: { host: "127.0.0.1" } });
  });

  it.each(codings.filter(([coding]) => coding !== "identity"))("reports a broken or cut %s", async (coding, packed) => {
    for (const body of [packed.subarray(0, packed.length - 5), Buffer.from("this was never compressed, whatever the header says")]) {
      const answer = await ask((_request, response) => void response.writeHead(200, { "content-encoding": coding }).end(body));
      await expect(answer.text()).rejects.toMatchObject({ code: "VENDOR_ERROR" });
    }
  });

  it("keeps the failure of a body for a late reader, and survives one that does not listen for it", async () => {
    const cut: RequestListener = (_request, response) => void response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("x").subarray(0, 12));
    const [late, deaf] = [await ask(cut), await ask(cut)];
    deaf.body.resume();
    await expect.poll(() => deaf.body.errored, patient).toMatchObject({ code: "VENDOR_ERROR" });
    await expect(late.text()).rejects.toMatchObject({ code: "VENDOR_ERROR" });
  });

  it.each([
    ["gzip", gzipSync(Buffer.alloc(50_000_000))], ["br", brotliCompressSync(Buffer.alloc(50_000_000))], ["deflate", deflateSync(Buffer.alloc(50_000_000))],
  ])("stops a %s bomb at the cap", async (coding, bomb) => {
    let isCutOff = false;
    const answer = await ask(
      (_request, response) => {
        response.once("close", () => (isCutOff = !response.writableFinished));
        response.writeHead(200, { "content-encoding": coding });
        response.write(bomb); // and never ends, so that only a cut closes it
      },
      { maxResponseBytes: 100_000 },
    );
    expect(bomb.length).toBeLessThan(60_000);
    let size = 0;
    const read = async () => {
      for await (const chunk of answer.body) size += chunk.length;
    };
    await expect(read()).rejects.toMatchObject({ code: "VENDOR_ERROR", message: expect.stringContaining("more than 100000 bytes") });
    expect(size).toBeLessThanOrEqual(100_000);
    await expect.poll(() => isCutOff, patient).toBe(true);
  });

  it("counts an uncompressed answer the same, to the byte", async () => {
    const exact: RequestListener = (_request, response) => void response.end("x".repeat(1000));
    expect(await (await ask(exact, { maxResponseBytes: 1000 })).text()).toHaveLength(1000);
    await expect((await ask(exact, { maxResponseBytes: 999 })).text()).rejects.toMatchObject({ code: "VENDOR_ERROR" });
  });
});

describe("time", () => {
  it("gives up on a head that does not come", async () => {
    await expect(ask(() => {}, { headersTimeoutMs: 100, path: "/?token=s3cret" })).rejects.toMatchObject({ code: "TIMEOUT", message: "127.0.0.1 did not answer in time. Try again in a moment." });
  });

  it("counts connecting into the total", async () => {
    const egress = track(createEgress({ allow: ["slow.internal"], allowedOrigins: [], lookup: () => new Promise(() => {}), connectTimeoutMs: 400 }));
    const asked = egress.request({ url: "http://slow.internal/", method: "GET", timeoutMs: 100 });
    await expect(asked).rejects.toMatchObject({ code: "TIMEOUT", message: expect.stringContaining("within 0.1 seconds") });
  });

  const drip: RequestListener = (_request, response) => {
    response.write("[");
    const timer = setInterval(() => response.write(" "), 20);
    response.once("close", () => clearInterval(timer));
  };

  it("cuts off a body that keeps dripping", async () => {
    const answer = await ask(drip, { timeoutMs: 500 });
    await expect(answer.json()).rejects.toMatchObject({ code: "TIMEOUT", message: expect.stringContaining("within 0.5 seconds") });
  });

  it("frees the connection of a body that nobody reads, and tells a late reader", async () => {
    let isClosed = false;
    const answer = await ask(
      (request, response) => {
        response.once("close", () => (isClosed = true));
        response.setHeader("content-encoding", request.url === "/" ? "gzip" : "identity");
        response.write(gzipSync("begun").subarray(0, 12));
      },
      { timeoutMs: 500 },
    );
    await expect.poll(() => isClosed, patient).toBe(true);
    await expect(answer.text()).rejects.toMatchObject({ code: "TIMEOUT" });
  });

  it("lets go of the connection when the body is destroyed unread", async () => {
    let isClosed = false;
    const answer = await ask((_request, response) => {
      response.once("close", () => (isClosed = true));
      response.write("begun");
    });
    answer.body.destroy();
    await expect.poll(() => isClosed, patient).toBe(true);
  });

  it("aborts with the caller's reason, before, at the head and in the body", async () => {
    const reason = new Error("The tab was closed.");
    await expect(ask(() => {}, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);

    const early = new AbortController();
    await expect(ask(() => early.abort(reason), { signal: early.signal })).rejects.toBe(reason);

    const late = new AbortController();
    const answer = await ask(drip, { signal: late.signal });
    setImmediate(() => late.abort(reason));
    await expect(answer.text()).rejects.toBe(reason);
  });
});

describe("failures", () => {
  const refusedBy = async (onSocket: Parameters<typeof startTcpServer>[0]) => {
    const server = track(await startTcpServer(onSocket));
    return egressTo(server).request({ url: `${server.origin}/v1?token=s3cret`, method: "GET", headers: { authorization: "Bearer s3cret" } });
  };

  it("names a refused connection", async () => {
    const server = await startTcpServer(() => {});
    await server.close();
    const asked = egressTo(server).request({ url: `${server.origin}/v1?token=s3cret`, method: "GET" });
    await expect(asked).rejects.toMatchObject({
      code: "SERVICE_UNAVAILABLE",
      message: "127.0.0.1 refused the connection. Check the host and port, and that the service is running.",
      details: { host: "127.0.0.1" },
      detail: "ECONNREFUSED",
    });
  });

  it("names a name that DNS does not know", async () => {
    const lookups = [async () => Promise.reject(Object.assign(new Error("getaddrinfo ENOTFOUND"), { code: "ENOTFOUND" })), async () => []];
    for (const lookup of lookups) {
      const egress = track(createEgress({ allow: [], allowedOrigins: [], lookup }));
      const expected = { code: "SERVICE_UNAVAILABLE", message: "api.exmaple.com has no address in DNS. Check how it is spelled." };
      await expect(egress.request({ url: "https://api.exmaple.com/", method: "GET" })).rejects.toMatchObject(expected);
      await expect(egress.resolveHost("api.exmaple.com", 443)).rejects.toMatchObject(expected);
    }
  });

  it("names a connection cut before the head and inside the body", async () => {
    await expect(refusedBy((socket) => socket.once("data", () => socket.resetAndDestroy()))).rejects.toMatchObject({ code: "SERVICE_UNAVAILABLE", message: expect.stringContaining("closed the connection") });
    const answer = await refusedBy((socket) => socket.once("data", () => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf")));
    await expect(answer.text()).rejects.toMatchObject({ code: "SERVICE_UNAVAILABLE", message: expect.stringContaining("closed the connection") });
  });

  it("names an answer that is no HTTP, or no JSON, and quotes neither it nor the request", async () => {
    const noHttp = refusedBy((socket) => socket.once("data", () => socket.end("access_token=s3cret\r\n\r\n")));
    const error: unknown = await noHttp.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "VENDOR_ERROR", message: "127.0.0.1 sent an answer that cannot be read.", cause: undefined });
    const answer = await ask((_request, response) => void response.end("access_token=s3cret"));
    await expect(answer.json()).rejects.toMatchObject({ code: "VENDOR_ERROR", message: "127.0.0.1 answered with something other than JSON.", cause: undefined });
  });

  it("names a port that does not speak TLS", async () => {
    const server = track(await startTcpServer((socket) => socket.once("data", () => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"))));
    const asked = egressTo(server).request({ url: server.origin.replace("http:", "https:"), method: "GET" });
    await expect(asked).rejects.toMatchObject({ code: "SERVICE_UNAVAILABLE", message: expect.stringContaining("does not speak TLS") });
  });

  it("goes on after a failure", async () => {
    let count = 0;
    const server = track(await startTestServer((request, response) => void ((count += 1) === 1 ? request.socket.destroy() : response.end("fine"))));
    const egress = egressTo(server);
    await expect(egress.request({ url: server.origin, method: "GET" })).rejects.toMatchObject({ code: "SERVICE_UNAVAILABLE" });
    expect(await (await egress.request({ url: server.origin, method: "GET" })).text()).toBe("fine");
  });
});
