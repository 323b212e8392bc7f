import { z } from "zod";
import type { Outcome } from "./stage";

const reportSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

/**
 * Counts what vitest's JSON reporter wrote. A test that was skipped did not pass; a file that could not be loaded
 * counts as one failure; a clean report of a run that ended badly (an unhandled error) is one too.
 */
export function readVitestReport(report: unknown, exitCode: number | null): Outcome {
  const files = reportSchema.parse(report).testResults;
  const tests = files.flatMap(({ name, assertionResults }) => assertionResults.map((test) => ({ ...test, name })));
  const unloaded = files.filter(({ status, assertionResults }) => status === "failed" && assertionResults.every((test) => test.status === "passed"));
  const bad = tests.filter(({ status }) => status !== "passed");
  const problems = [
    ...bad.map(({ name, fullName, status }) => `${name}: ${fullName}${status === "failed" ? "" : ` (${status})`}`),
    ...unloaded.map(({ name, message }) => `${name}: ${message?.split("\n")[0] || "could not be run"}`),
  ];
  if (problems.length === 0 && exitCode !== 0) problems.push(`vitest ended with code ${exitCode} although no test failed: see its output above`);
  if (problems.length === 0 && tests.length === 0) problems.push("vitest found no tests");
  return { passed: tests.length - bad.length, failed: problems.length, problems };
}
