import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const macApps = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];

/** A Chromium of this machine, or the one that Playwright downloaded; undefined when there is none. */
export function findBrowser(): string | undefined {
  const inPath = (process.env["PATH"] ?? "").split(":").flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [...inPath, ...macApps, chromium.executablePath()].find((file) => existsSync(file));
}
