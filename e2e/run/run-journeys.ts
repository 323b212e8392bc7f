import { readPlaywrightReport } from "./read-playwright-report";
import { runReported } from "./run-reported";
import type { Outcome } from "./stage";

/** Runs the browser journeys against the built app. */
export function runJourneys(): Promise<Outcome> {
  return runReported({
    limitMinutes: 16,
    read: readPlaywrightReport,
    command: (reportFile) => ({
      args: [process.execPath, "node_modules/playwright/cli.js", "test", "--reporter=list,json"],
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile },
    }),
  });
}
