import { chooseStages } from "./run/choose-stages";
import { ensureTool } from "./run/ensure-tool";
import { runChecks } from "./run/run-checks";
import { runJourneys } from "./run/run-journeys";
import { runOnPostgres } from "./run/run-on-postgres";
import { runVitest } from "./run/run-vitest";
import { addUp, failure, type Outcome, type Stage } from "./run/stage";
import { browser, mariadbServer, openssl, postgresServer, redisServer } from "./run/tools";

const databases = [postgresServer, redisServer, mariadbServer, openssl];

const stages: Stage[] = [
  { name: "checks", title: "Checks: lint, types, dead code", tools: [], run: () => runChecks(["lint", "types", "dead-code"]) },
  { name: "unit", title: "Tests on the embedded database", tools: databases, run: () => runVitest() },
  { name: "pg", title: "Tests on a real PostgreSQL", tools: databases, run: runOnPostgres },
  { name: "build", title: "Build", tools: [], run: () => runChecks(["build"]) },
  { name: "contract", title: "The built server over HTTP", tools: databases, run: () => runVitest({ project: "server" }) },
  { name: "e2e", title: "Journeys in a browser", tools: [browser], run: runJourneys },
];

/** `npm test`: every stage in order, whatever the one before said, then a summary whose last line is the count. */
async function main(): Promise<number> {
  const chosen = chooseStages(process.argv.slice(2));
  const results: { title: string; outcome: Outcome; seconds: number }[] = [];
  let isInterrupted = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => (isInterrupted = true));
  for (const stage of stages.filter(({ name }) => chosen.includes(name))) {
    if (isInterrupted) break;
    console.log(`\n▶ ${stage.title}`);
    const startedAt = Date.now();
    const outcome = await runStage(stage);
    const seconds = Math.round((Date.now() - startedAt) / 1_000);
    results.push({ title: stage.title, outcome, seconds });
    console.log(`\n${outcome.failed === 0 ? "✓" : "✗"} ${stage.title}: ${count(outcome)} in ${seconds} s`);
  }
  const total = addUp([...results.map(({ outcome }) => outcome), ...(isInterrupted ? [failure("interrupted: not every stage ran")] : [])]);
  console.log("\nSummary");
  for (const { title, outcome, seconds } of results) console.log(`  ${outcome.failed === 0 ? "✓" : "✗"} ${title}: ${count(outcome)} (${seconds} s)`);
  for (const problem of total.problems) console.log(`  ✗ ${problem}`);
  console.log(count(total));
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}

async function runStage({ tools, run }: Stage): Promise<Outcome> {
  try {
    for (const tool of tools) await ensureTool(tool);
    return await run();
  } catch (error) {
    return failure(error instanceof Error ? error.message : String(error));
  }
}

const count = ({ passed, failed }: Outcome) => `${passed} passed, ${failed} failed`;

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
