import { createServer } from "node:net";

/** A loopback port that nobody listens on: `wanted`, or the next free one after it, or (without one) any. */
export async function findFreePort(wanted = 0): Promise<number> {
  for (let port = wanted; port <= wanted + 100; port += 1) {
    const free = await tryPort(port);
    if (free !== undefined) return free;
  }
  throw new Error(`The ports ${wanted} to ${wanted + 100} are all in use. Set PORT to a free one.`);
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(undefined));
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : undefined));
    });
  });
}
