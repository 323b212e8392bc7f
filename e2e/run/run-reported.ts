import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { runCommand } from "./run-command";
import { failure, type Outcome } from "./stage";

type Reported = {
  /** The program and its arguments, given where to write its report. */
  command(reportFile: string): { args: [file: string, ...rest: string[]]; env: Record<string, string> };
  read(report: unknown, exitCode: number | null): Outcome;
  limitMinutes: number;
};

/** Runs a test program and reads its machine-readable report. Without a whole report the run has failed. */
export async function runReported({ command, read, limitMinutes }: Reported): Promise<Outcome> {
  const folder = await mkdtemp(path.join(tmpdir(), "patchbay-report-"));
  const reportFile = path.join(folder, "report.json");
  try {
    const { args, env } = command(reportFile);
    const { code, isLate } = await runCommand(args, { limitMinutes, env });
    if (isLate) return failure(`took longer than ${limitMinutes} minutes and was stopped`);
    return read(JSON.parse(await readFile(reportFile, "utf8")), code);
  } catch (error) {
    return failure(`left no report that can be read: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
