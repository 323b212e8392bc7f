import { readFile } from "node:fs/promises";
import { hasErrorCode } from "@/server/lib/errors";

/** This process, told apart from a later one with its pid: `<pid> <start time> <boot>`, with `-` for what the system does not tell. */
export async function ownIdentity(): Promise<string> {
  return `${process.pid} ${(await startTicks(process.pid)) ?? "-"} ${await bootId()}`;
}

/** Whether the process that `ownIdentity` once described still runs. */
export async function isRunning(identity: string): Promise<boolean> {
  const [pidText, ticks, boot] = identity.trim().split(" ");
  const pid = Number(pidText);
  if (!Number.isInteger(pid) || pid <= 0 || boot !== (await bootId())) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!hasErrorCode(error, "EPERM")) return false;
  }
  return ((await startTicks(pid)) ?? "-") === ticks;
}

/** The start time in clock ticks since the boot, on Linux. A zombie has none: it holds nothing open any more. */
async function startTicks(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined);
  if (stat === undefined) return undefined;
  // The second field is the program's name in parentheses, which may itself hold spaces and parentheses.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return fields[0] === "Z" || fields[0] === "X" ? "dead" : fields[19];
}

async function bootId(): Promise<string> {
  return (await readFile("/proc/sys/kernel/random/boot_id", "utf8").catch(() => "-")).trim();
}
