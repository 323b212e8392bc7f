import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { SandboxProvider } from "@/server/demo/sandbox-provider";
import { type Endpoints, startEmulators } from "@/server/demo/start-emulators";

export type EmulatedService = SandboxProvider["service"];

export type EmulatorStandIns = {
  /** What the app needs in its environment to talk to them. */
  env: Record<string, string>;
  stop(): Promise<void>;
};

type Options = {
  services: EmulatedService[];
  /** Where other stand-ins of the spec listen, by connector. */
  endpoints: Endpoints;
  publicUrl: string;
  /** Keeps the file that names their addresses. */
  folder: string;
};

/** The demo's emulated vendors for one app under test. */
export async function startEmulatorStandIns({ services, endpoints, publicUrl, folder }: Options): Promise<EmulatorStandIns> {
  const emulators = services.length === 0 ? null : await startEmulators({ publicUrl, services });
  const file = path.join(folder, "endpoints.json");
  await writeFile(file, JSON.stringify({ ...emulators?.endpoints, ...endpoints }));
  return { env: { ...emulators?.env, CONNECTOR_ENDPOINTS: file }, stop: async () => emulators?.stop() };
}
