import { existsSync } from "node:fs";
import { runCommand } from "./run-command";
import type { Tool } from "./tools";

const aptEnv = { DEBIAN_FRONTEND: "noninteractive" };
let isUpdated = false;

/** Finds a tool, or installs it where this may be done unasked: as root on Debian. Throws with the command to run. */
export async function ensureTool(tool: Tool): Promise<void> {
  if (tool.find() !== undefined) return;
  const canInstall = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (canInstall) {
    console.log(`Installing ${tool.name}: apt-get install ${tool.packages.join(" ")}`);
    await aptInstall(tool.packages);
    if (tool.find() !== undefined) return;
  }
  throw new Error(missing(tool, canInstall));
}

async function aptInstall(packages: string[]): Promise<void> {
  if (!isUpdated) await runCommand(["apt-get", "update", "-qq"], { limitMinutes: 3, env: aptEnv });
  isUpdated = true;
  await runCommand(["apt-get", "install", "-qq", "-y", "--no-install-recommends", ...packages], { limitMinutes: 5, env: aptEnv });
}

function missing({ name, packages, elsewhere }: Tool, wasTried: boolean): string {
  const apt = `${process.getuid?.() === 0 ? "" : "sudo "}apt-get install ${packages.join(" ")}`;
  const where = existsSync("/usr/bin/apt-get") ? apt : elsewhere;
  return `These tests need ${name}, ${wasTried ? "and it could not be installed" : "which is not here"}. Run: ${where}`;
}
