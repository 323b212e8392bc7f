import type { Runtime } from "@/server/runtime/runtime";

/** True in the demo, for the connectors that an emulator stands in for: nothing reaches the vendor. */
export function isSandboxed({ env }: Runtime, slug: string): boolean {
  return env.isSandbox && Object.hasOwn(env.connectorEndpoints, slug);
}
