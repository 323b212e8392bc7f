import autocannon, { type Result } from "autocannon";

export type Load = { requests: number; perSecond: number; p99Ms: number };

/** Asks as fast as it is answered, over so many connections. Throws when a single answer is not 2xx. */
export async function putLoad(url: string, options: { headers?: Record<string, string>; connections: number; seconds: number }): Promise<Load> {
  const { headers = {}, connections, seconds } = options;
  const times: number[] = [];
  const { requests, non2xx, errors, statusCodeStats } = await new Promise<Result>((resolve, reject) => {
    const running = autocannon({ url, headers, duration: seconds, connections }, (error: Error | null, result) => (error ? reject(error) : resolve(result)));
    // Its histogram knows whole milliseconds only.
    running.on("response", (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
  });
  if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx + errors} of ${requests.total} requests failed: ${errors} without an answer, ${JSON.stringify(statusCodeStats)}`);
  times.sort((one, other) => one - other);
  return { requests: requests.total, perSecond: requests.total / seconds, p99Ms: times[Math.floor(times.length * 0.99)] ?? 0 };
}
