import type { Tool } from "./tools";

/** What one stage did. `problems` says in a line each what failed and has no better place to be read. */
export type Outcome = { passed: number; failed: number; problems: string[] };

export type StageName = "checks" | "unit" | "pg" | "build" | "contract" | "e2e";

export type Stage = {
  name: StageName;
  title: string;
  /** What has to be on the machine; found or installed before the stage starts. */
  tools: Tool[];
  run(): Promise<Outcome>;
};

export const failure = (problem: string): Outcome => ({ passed: 0, failed: 1, problems: [problem] });

export function addUp(outcomes: Outcome[]): Outcome {
  return {
    passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
    failed: outcomes.reduce((sum, { failed }) => sum + failed, 0),
    problems: outcomes.flatMap(({ problems }) => problems),
  };
}
