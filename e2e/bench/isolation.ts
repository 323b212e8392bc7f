import { connect, type Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { median, openBench, type Patchbay } from "./bench-servers";
import { putLoad } from "./put-load";

/** What one vendor's callers notice when another vendor hangs: their p99 with and without 128 calls hanging there, in turn. */
const hanging = 128;
const rounds = 6;
const load = { connections: 8, seconds: 4 };

async function main(): Promise<void> {
  const bench = await openBench();
  try {
    const [hung, well] = [await bench.startScript("e2e/bench/upstream.mjs"), await bench.startScript("e2e/bench/upstream.mjs")];
    const patchbay = await bench.startPatchbay({ sendgrid: hung, stripe: well });
    const hungUrl = `${await patchbay.connect("sendgrid", { api_key: `SG.${"a".repeat(22)}.${"b".repeat(43)}` })}/hang`;
    const url = `${await patchbay.connect("stripe", { api_key: `sk_test_${"b".repeat(24)}` })}/v1/charges`;
    const measure = async () => (await putLoad(url, { ...load, headers: patchbay.headers })).p99Ms;
    await measure();
    const alone: number[] = [];
    const beside: number[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      alone.push(await measure());
      const calls = Array.from({ length: hanging }, () => callAndWait(patchbay, hungUrl));
      await delay(500);
      beside.push(await measure());
      for (const call of calls) call.destroy();
      await delay(500);
      console.log(`round ${round}  p99 ${alone.at(-1)?.toFixed(2)} ms alone, ${beside.at(-1)?.toFixed(2)} ms beside ${hanging} hanging calls`);
    }
    console.log(`isolation  p99 ${median(alone).toFixed(2)} ms alone, ${median(beside).toFixed(2)} ms beside: ${((median(beside) / median(alone) - 1) * 100).toFixed(0)} % more (median of ${rounds} rounds, ${bench.database})`);
  } finally {
    await bench.stop();
  }
}

function callAndWait({ port, headers }: Patchbay, url: string): Socket {
  const socket = connect(port, "127.0.0.1").on("error", () => undefined);
  socket.write(`GET ${new URL(url).pathname} HTTP/1.1\r\nHost: x\r\nAuthorization: ${headers["authorization"]}\r\n\r\n`);
  return socket.resume();
}

await main();
