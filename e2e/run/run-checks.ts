import { npm, runCommand } from "./run-command";
import { addUp, failure, type Outcome } from "./stage";

const limitMinutes = 4;

/** Runs npm scripts that either find nothing or fail; each counts as one. */
export async function runChecks(scripts: string[]): Promise<Outcome> {
  const outcomes: Outcome[] = [];
  for (const script of scripts) {
    console.log(`\n· npm run ${script}`);
    const { code, isLate } = await runCommand(npm("run", "--silent", script), { limitMinutes });
    if (isLate) outcomes.push(failure(`npm run ${script} took longer than ${limitMinutes} minutes`));
    else outcomes.push(code === 0 ? { passed: 1, failed: 0, problems: [] } : failure(`npm run ${script}`));
  }
  return addUp(outcomes);
}
