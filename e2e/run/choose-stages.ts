import type { StageName } from "./stage";

const all: StageName[] = ["checks", "unit", "pg", "build", "contract", "e2e"];

const usage = `Usage: npm test [-- --only ${all.join(",")}]`;

/** The stages that the arguments ask for, in the order they run. Throws with the usage when they make no sense. */
export function chooseStages(args: string[]): StageName[] {
  if (args.length === 0) return all;
  const given = args[0]?.startsWith("--only=") && args.length === 1 ? args[0].slice("--only=".length) : args[0] === "--only" && args.length === 2 ? args[1] : undefined;
  const wanted = given?.split(",").map((name) => name.trim()) ?? [];
  const unknown = wanted.filter((name) => !all.some((stage) => stage === name));
  if (wanted.length === 0 || unknown.length > 0) throw new Error(`${unknown.length > 0 ? `There is no stage ${unknown.join(", ")}. ` : ""}${usage}`);
  const needsBuild = wanted.includes("contract") || wanted.includes("e2e");
  return all.filter((stage) => wanted.includes(stage) || (stage === "build" && needsBuild));
}
