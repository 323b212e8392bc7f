import { Readable } from "node:stream";
import { forgetPeak, residentMegabytes } from "../fixtures/process-memory";
import { openBench, type Patchbay } from "./bench-servers";

/** Whether 10 MB bodies cost memory: peak growth of Patchbay while 8 at a time go each way, 160 in all. */
const megabytes = 10;
const atATime = 8;
const rounds = 10;

async function main(): Promise<void> {
  const bench = await openBench();
  try {
    const patchbay = await bench.startPatchbay({ stripe: await bench.startScript("e2e/bench/upstream.mjs") });
    const base = await patchbay.connect("stripe", { api_key: `sk_test_${"b".repeat(24)}` });
    const ways = { up: () => upload(base, patchbay), down: () => download(base, patchbay) };
    for (const move of Object.values(ways)) await move();
    for (const [way, move] of Object.entries(ways)) {
      await forgetPeak(patchbay.pid);
      const before = await residentMegabytes(patchbay.pid);
      const startedAt = performance.now();
      for (let round = 0; round < rounds; round += 1) await Promise.all(Array.from({ length: atATime }, move));
      const seconds = (performance.now() - startedAt) / 1_000;
      const grown = (await residentMegabytes(patchbay.pid, "VmHWM")) - before;
      console.log(`${way.padEnd(5)} ${rounds * atATime} bodies of ${megabytes} MB, ${atATime} at a time: peak +${grown.toFixed(0)} MB on ${before.toFixed(0)} MB, ${Math.round((rounds * atATime * megabytes) / seconds)} MB/s (${bench.database})`);
    }
  } finally {
    await bench.stop();
  }
}

async function upload(base: string, { headers }: Patchbay): Promise<void> {
  const chunk = Buffer.alloc(64 * 1024, "x");
  const body = Readable.toWeb(Readable.from(Array.from({ length: megabytes * 16 }, () => chunk)));
  const answer = await fetch(`${base}/upload`, { method: "POST", headers, body, duplex: "half" } as RequestInit);
  await answer.text();
  if (answer.status !== 200) throw new Error(`an upload was answered with ${answer.status}`);
}

async function download(base: string, { headers }: Patchbay): Promise<void> {
  const answer = await fetch(`${base}/large`, { headers });
  let bytes = 0;
  for await (const chunk of answer.body ?? []) bytes += (chunk as Uint8Array).length;
  if (bytes !== megabytes * 1024 * 1024) throw new Error(`a download had ${bytes} bytes`);
}

await main();
