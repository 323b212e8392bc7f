import { readVitestReport } from "./read-vitest-report";
import { runReported } from "./run-reported";
import type { Outcome } from "./stage";

/** Runs the tests of one of vitest.config.ts' projects, all or those files that are named. */
export function runVitest(options: { project?: "unit" | "server"; files?: string[]; env?: Record<string, string> } = {}): Promise<Outcome> {
  return runReported({
    limitMinutes: 10,
    read: readVitestReport,
    command: (reportFile) => ({
      args: [process.execPath, "node_modules/vitest/vitest.mjs", "run", `--project=${options.project ?? "unit"}`, "--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`, ...(options.files ?? [])],
      env: options.env ?? {},
    }),
  });
}
