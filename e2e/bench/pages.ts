import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { setTimeout as delay } from "node:timers/promises";
import lighthouse, { desktopConfig } from "lighthouse";
import { chromium } from "playwright";
import { findFreePort } from "@/server/demo/find-free-port";
import { startApp } from "../fixtures/start-app";
import { findBrowser } from "../run/find-browser";

/**
 * What a page costs: Lighthouse scores (simulated desktop) and the gzip size of the JavaScript that a first visit
 * loads, for `/` and `/connections` of a built app; then boot time and idle memory. Needs `npm run build` first.
 */
const paths = ["/", "/connections"];
const idleAfterMs = 15_000;

async function main(): Promise<void> {
  const startedAt = performance.now();
  const app = await startApp({ env: { LOG_LEVEL: "error" }, emulated: [] });
  try {
    await fetch(`${app.url}/sign-in`);
    console.log(`first page ${((performance.now() - startedAt) / 1_000).toFixed(1)} s after the start, on an empty data folder`);
    const cookie = await signIn(app.url, app.env);
    for (const path of paths) console.log(`${path.padEnd(14)} ${await measure(app.url, path, cookie)}`);
    await delay(idleAfterMs);
    console.log(`idle memory    ${await residentMegabytes(app.pid)} MB (${app.env["DATABASE_URL"] === undefined ? "embedded database" : "PostgreSQL"})`);
  } finally {
    await app.stop();
  }
}

async function signIn(url: string, env: Record<string, string>): Promise<string> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({ email: env["BOOTSTRAP_OWNER_EMAIL"], password: env["BOOTSTRAP_OWNER_PASSWORD"] }),
  });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(";", 1)[0]);
  if (cookies.length === 0) throw new Error(`signing in failed: ${answer.status}`);
  return cookies.join("; ");
}

async function measure(url: string, path: string, cookie: string): Promise<string> {
  const port = await findFreePort();
  const executablePath = findBrowser();
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [`--remote-debugging-port=${port}`, "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
  });
  try {
    const result = await lighthouse(`${url}${path}`, { port, logLevel: "error", extraHeaders: { cookie }, onlyCategories: ["performance", "accessibility", "best-practices"] }, desktopConfig);
    if (!result) throw new Error(`Lighthouse gave no result for ${path}`);
    const scores = Object.values(result.lhr.categories).map(({ title, score }) => `${title.toLowerCase()} ${Math.round((score ?? 0) * 100)}`);
    const failed = Object.values(result.lhr.audits).filter(({ score, scoreDisplayMode }) => scoreDisplayMode === "binary" && score === 0);
    const details = failed.length === 0 ? "" : `; failed: ${failed.map(({ id }) => id).join(", ")}`;
    return `${scores.join(", ")}; JavaScript ${(await javascriptBytes(url, path, cookie) / 1_000).toFixed(1)} KB gzip${details}`;
  } finally {
    await browser.close();
  }
}

/** Every script that the page's HTML names, as a browser without a cache fetches it. */
async function javascriptBytes(url: string, path: string, cookie: string): Promise<number> {
  const html = await (await fetch(`${url}${path}`, { headers: { cookie } })).text();
  const scripts = new Set([...html.matchAll(/<script[^>]+src="([^"]+\.js)"(?![^>]*noModule)/gi)].flatMap(([, source]) => (source === undefined ? [] : [source])));
  const sizes = await Promise.all([...scripts].map(async (source) => gzipSync(Buffer.from(await (await fetch(new URL(source, url))).arrayBuffer())).length));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function residentMegabytes(pid: number): Promise<number> {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, "utf8"))?.[1];
  return Math.round(Number(kilobytes) / 1_000);
}

await main();
