import type { OpenedDatabase } from "@/db/client";
import type { Env } from "@/server/lib/env";
import type { Egress } from "@/server/lib/http/egress";
import type { Log } from "@/server/lib/log";
import type { Vault } from "@/server/vault/vault";

/** What one process holds once: made by the server at boot, read by everything that Next bundles. */
export type Runtime = {
  env: Env;
  log: Log;
  database: OpenedDatabase;
  vault: Vault;
  egress: Egress;
  /** Aborted when the process drains; streams and long work end with it. */
  shutdown: AbortSignal;
  /** Areas keep their per-process state (caches, pools) here by name; `make` runs once. */
  singleton<T>(key: string, make: () => T): T;
};

const slot: unique symbol = Symbol.for("patchbay.runtime");
type Holder = typeof globalThis & { [slot]?: Runtime };
const holder: Holder = globalThis;

/** Puts the process' one runtime in place. A second construction is a programming error and throws. */
export function installRuntime(parts: Omit<Runtime, "singleton">): Runtime {
  if (holder[slot]) throw new Error("This process has a runtime already; read it with getRuntime().");
  const runtime: Runtime = { ...parts, singleton: createSingletons() };
  holder[slot] = runtime;
  return runtime;
}

/** Takes the runtime away again, when the process stops or a test ends. */
export function uninstallRuntime(): void {
  delete holder[slot];
}

/** The process' runtime. The server, route handlers and server components are three copies of this module and one of it. */
export function getRuntime(): Runtime {
  const runtime = holder[slot];
  if (!runtime) throw new Error("There is no runtime: the app was not started by server/main.ts.");
  return runtime;
}

function createSingletons(): Runtime["singleton"] {
  const made = new Map<string, unknown>();
  return <T>(key: string, make: () => T): T => {
    if (!made.has(key)) made.set(key, make());
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the map holds under `key` only what this key's `make` returned
    return made.get(key) as T;
  };
}
