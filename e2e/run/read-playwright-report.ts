import { z } from "zod";
import type { Outcome } from "./stage";

type Suite = { title: string; suites?: Suite[] | undefined; specs?: { title: string; file: string; tests: { status: string }[] }[] | undefined };

const suiteSchema: z.ZodType<Suite> = z.lazy(() =>
  z.object({
    title: z.string(),
    suites: z.array(suiteSchema).optional(),
    specs: z.array(z.object({ title: z.string(), file: z.string(), tests: z.array(z.object({ status: z.string() })) })).optional(),
  }),
);

const reportSchema = z.object({ suites: z.array(suiteSchema), errors: z.array(z.object({ message: z.string().optional() })) });

/** Counts what Playwright's JSON reporter wrote. A journey that was skipped did not pass, nor did one that needed a second try. */
export function readPlaywrightReport(report: unknown, exitCode: number | null): Outcome {
  const { suites, errors } = reportSchema.parse(report);
  const journeys = suites.flatMap(specsOf).flatMap(({ title, file, tests }) => tests.map(({ status }) => ({ name: `${file}: ${title}`, status })));
  const bad = journeys.filter(({ status }) => status !== "expected");
  const problems = [
    ...bad.map(({ name, status }) => `${name}${status === "unexpected" ? "" : ` (${status})`}`),
    ...errors.map(({ message }) => message?.split("\n")[0] ?? "an error outside every journey"),
  ];
  if (problems.length === 0 && exitCode !== 0) problems.push(`playwright ended with code ${exitCode} although no journey failed: see its output above`);
  if (problems.length === 0 && journeys.length === 0) problems.push("playwright found no journeys");
  return { passed: journeys.length - bad.length, failed: problems.length, problems };
}

function specsOf(suite: Suite): NonNullable<Suite["specs"]> {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
}
