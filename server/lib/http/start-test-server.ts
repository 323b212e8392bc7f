import { createServer } from "node:http";
import type { RequestListener } from "node:http";
import { createServer as createTcpServer } from "node:net";
import type { Server, Socket } from "node:net";

export type TestServer = { port: number; origin: string; connections(): number; close(): Promise<void> };

/** A real HTTP server on loopback for tests; `connections` counts the sockets it ever accepted. */
export function startTestServer(listener: RequestListener, host = "127.0.0.1"): Promise<TestServer> {
  return listen(createServer(listener), host);
}

/** The same one layer down, for what HTTP servers do not do. */
export function startTcpServer(onSocket: (socket: Socket) => void, host = "127.0.0.1"): Promise<TestServer> {
  return listen(createTcpServer(onSocket), host);
}

async function listen(server: Server, host: string): Promise<TestServer> {
  const sockets = new Set<Socket>();
  let accepted = 0;
  server.on("connection", (socket: Socket) => {
    accepted += 1;
    sockets.add(socket.on("error", () => {}).once("close", () => sockets.delete(socket)));
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The test server has no port.");
  return {
    port: address.port,
    origin: `http://${host}:${address.port}`,
    connections: () => accepted,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
