import { createInterface } from "node:readline";
import { lockFolder } from "./folder-lock";

// A process of its own for the lock's tests: reads `lock` and `unlock`, answers with one line each.
const folder = process.argv[2] ?? "";
let unlock: (() => Promise<void>) | undefined;

const say = (line: string) => process.stdout.write(`${line}\n`);

async function obey(command: string): Promise<void> {
  try {
    if (command === "lock") unlock = await lockFolder(folder);
    else await unlock?.();
    say(`${command}ed`);
  } catch (error) {
    say(error instanceof Error ? `refused: ${error.message}` : "refused");
  }
}

createInterface({ input: process.stdin }).on("line", (command) => void obey(command));
say(`ready ${process.pid}`);
