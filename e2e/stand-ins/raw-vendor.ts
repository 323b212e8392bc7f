import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createTcpServer, type AddressInfo, type Server as TcpServer, type Socket } from "node:net";

/** A request as it came: header names as they were spelled, in order, repeats included. */
export type RawRequest = { method: string; url: string; rawHeaders: string[]; headers: IncomingMessage["headers"]; trailers: IncomingMessage["trailers"]; body: string };

type Decide = (request: RawRequest, response: ServerResponse, socket: Socket) => void;

/**
 * A vendor that does what HTTP servers do not: its answer may be written to the bare socket. It lets every Stripe
 * key in, and counts what reaches it.
 */
export type RawVendor = {
  origin: string;
  host: string;
  requests: RawRequest[];
  /** Requests that are no HTTP, those that were cut short aside: each is a way into somebody else's connection. */
  malformed: string[];
  /** Bytes of bodies, also of requests that never end. */
  bodyBytes(): number;
  openSockets(): number;
  /** Decides every answer from here on, once the request is whole. */
  answer(decide: Decide): void;
  /** Decides before the body is read; true when it has answered. */
  answerHead(decide: (request: IncomingMessage, response: ServerResponse) => boolean): void;
  /** Back to plain answers, with nothing counted. */
  reset(): void;
  stop(): Promise<void>;
};

const keptBody = 1024 * 1024;

const plainAnswer: Decide = (_request, response) => response.writeHead(200, { "content-type": "application/json" }).end('{"ok":true}');

export async function startRawVendor(): Promise<RawVendor> {
  const sockets = new Set<Socket>();
  const requests: RawRequest[] = [];
  const malformed: string[] = [];
  let bodyBytes = 0;
  let decide = plainAnswer;
  let decideHead: (request: IncomingMessage, response: ServerResponse) => boolean = () => false;
  const server = createServer({ keepAliveTimeout: 60_000, maxHeaderSize: 256 * 1024, requestTimeout: 0 }, (request, response) => {
    const chunks: Buffer[] = [];
    let kept = 0;
    request.on("error", () => undefined);
    if (decideHead(request, response)) return;
    request.on("data", (chunk: Buffer) => {
      bodyBytes += chunk.length;
      if (kept < keptBody) chunks.push(chunk);
      kept += chunk.length;
    });
    request.on("end", () => {
      const { method = "", url = "", rawHeaders, headers, trailers } = request;
      const received = { method, url, rawHeaders, headers, trailers, body: Buffer.concat(chunks).toString() };
      if (url === "/v1/account") {
        response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ id: "acct_1", object: "account", business_profile: { name: "Acme" } }));
        return;
      }
      requests.push(received);
      decide(received, response, request.socket);
    });
  });
  server.maxHeadersCount = 0;
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (!["ECONNRESET", "EPIPE", "HPE_INVALID_EOF_STATE"].includes(String(error.code))) malformed.push(String(error.code));
    socket.destroy();
  });
  server.on("upgrade", (request, socket) => {
    malformed.push(`upgrade to ${request.headers.upgrade}`);
    socket.destroy();
  });
  const port = await listen(server, sockets);
  return {
    origin: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    requests,
    malformed,
    bodyBytes: () => bodyBytes,
    openSockets: () => sockets.size,
    answer: (next) => (decide = next),
    answerHead: (next) => (decideHead = next),
    reset: () => {
      requests.length = 0;
      malformed.length = 0;
      bodyBytes = 0;
      decide = plainAnswer;
      decideHead = () => false;
    },
    stop: () => close(server, sockets),
  };
}

/** A door that nobody may come to: it counts who does. */
export type Elsewhere = { port: number; knocks(): number; stop(): Promise<void> };

export async function startElsewhere(): Promise<Elsewhere> {
  const sockets = new Set<Socket>();
  let knocks = 0;
  const server = createTcpServer((socket) => {
    knocks += 1;
    socket.end("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nelsewhere");
  });
  return { port: await listen(server, sockets), knocks: () => knocks, stop: () => close(server, sockets) };
}

async function listen(server: Server | TcpServer, sockets: Set<Socket>): Promise<number> {
  server.on("connection", (socket: Socket) => {
    sockets.add(socket.on("error", () => undefined).once("close", () => sockets.delete(socket)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

async function close(server: Server | TcpServer, sockets: Set<Socket>): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  for (const socket of sockets) socket.destroy();
  await closed;
}
