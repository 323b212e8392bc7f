import { connect, type Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { residentMegabytes } from "../fixtures/process-memory";
import { openBench } from "./bench-servers";
import { putLoad } from "./put-load";

/** What 1,000 callers cost that made one call each and keep their connection. */
const callers = 1_000;
const settleMs = 5_000;

async function main(): Promise<void> {
  const bench = await openBench();
  const sockets: Socket[] = [];
  try {
    const patchbay = await bench.startPatchbay({ stripe: await bench.startScript("e2e/bench/upstream.mjs") });
    const url = `${await patchbay.connect("stripe", { api_key: `sk_test_${"b".repeat(24)}` })}/v1/charges`;
    await putLoad(url, { headers: patchbay.headers, connections: 32, seconds: 2 });
    await delay(settleMs);
    const before = await residentMegabytes(patchbay.pid);
    const head = `GET ${new URL(url).pathname} HTTP/1.1\r\nHost: x\r\nAuthorization: ${patchbay.headers["authorization"]}\r\n\r\n`;
    for (let made = 0; made < callers; made += 1) sockets.push(await callOnce(patchbay.port, head));
    await delay(settleMs);
    const open = sockets.filter((socket) => !socket.destroyed).length;
    console.log(`idle  ${open} connections: +${((await residentMegabytes(patchbay.pid)) - before).toFixed(1)} MB on ${before.toFixed(0)} MB (${bench.database})`);
  } finally {
    for (const socket of sockets) socket.destroy();
    await bench.stop();
  }
}

function callOnce(port: number, head: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(head)).on("error", reject);
    socket.once("data", () => resolve(socket));
  });
}

await main();
