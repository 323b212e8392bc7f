import { spawn } from "node:child_process";

export type CommandEnd = { code: number | null; isLate: boolean };

/**
 * Runs a program of this project with its output shown as it comes. Over `limitMinutes` it is stopped together with
 * everything it started; Ctrl-C does the same.
 */
export function runCommand(args: [file: string, ...rest: string[]], options: { limitMinutes: number; env?: Record<string, string> }): Promise<CommandEnd> {
  const [file, ...rest] = args;
  // A group of its own, so that browsers, servers and workers end with it.
  const child = spawn(file, rest, { stdio: ["ignore", "inherit", "inherit"], detached: true, env: { ...process.env, ...options.env } });
  const stopAll = (signal: NodeJS.Signals) => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, signal);
    } catch {
      // It ended by itself.
    }
  };
  let isLate = false;
  const limit = setTimeout(() => {
    isLate = true;
    stopAll("SIGTERM");
    setTimeout(() => stopAll("SIGKILL"), 5_000).unref();
  }, options.limitMinutes * 60_000);
  const interrupt = (signal: NodeJS.Signals) => stopAll(signal);
  process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
  return new Promise<CommandEnd>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve({ code, isLate }));
  }).finally(() => {
    clearTimeout(limit);
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
  });
}

/** The npm that started this, so that a script runs under the same Node. */
export function npm(...args: string[]): [file: string, ...rest: string[]] {
  const cli = process.env["npm_execpath"];
  return cli === undefined ? ["npm", ...args] : [process.execPath, cli, ...args];
}
