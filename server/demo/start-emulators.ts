import { fork } from "node:child_process";
import path from "node:path";
import { z } from "zod";
import { oauthClient } from "./oauth-client";
import type { SandboxProvider } from "./sandbox-provider";
import { sandboxProviders } from "./sandbox-providers";

export type Endpoints = Record<string, { apiBaseUrl: string; authorizeUrl?: string; tokenUrl?: string; revokeUrl?: string }>;

export type Emulators = {
  /** The content of CONNECTOR_ENDPOINTS. */
  endpoints: Endpoints;
  /** `<SLUG>_CLIENT_ID` and `<SLUG>_CLIENT_SECRET` of the OAuth apps registered there. */
  env: Record<string, string>;
  stop(): Promise<void>;
};

const startWithinMs = 30_000;
const addressesMessage = z.record(z.string(), z.url());

/**
 * Starts emulated vendors, all in one child process that listens on loopback only and ends with this one.
 * `publicUrl` is where Patchbay will be: their OAuth apps know its callbacks.
 */
export async function startEmulators(options: { publicUrl: string; services?: SandboxProvider["service"][] }): Promise<Emulators> {
  const { publicUrl } = options;
  const providers = sandboxProviders.filter(({ service }) => options.services?.includes(service) ?? true);
  const folder = path.resolve("server/demo");
  const child = fork(path.join(folder, "emulators-process.ts"), [publicUrl, providers.map(({ service }) => service).join(",")], {
    execArgv: ["--import", path.join(folder, "loopback-only.mjs"), "--import", "tsx"],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let errors = "";
  child.stderr?.on("data", (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-4_000)));
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async () => {
    if (child.connected) child.disconnect();
    await ended;
  };
  try {
    const addresses = await new Promise<Record<string, string>>((resolve, reject) => {
      setTimeout(() => reject(new Error("the emulators did not start in time")), startWithinMs).unref();
      child.once("message", (message) => resolve(addressesMessage.parse(message)));
      child.once("exit", (code) => reject(new Error(`the emulators stopped with code ${code}: ${errors}`)));
      child.once("error", reject);
    });
    return { ...describe(providers, addresses, publicUrl), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function describe(providers: SandboxProvider[], addresses: Record<string, string>, publicUrl: string): Pick<Emulators, "endpoints" | "env"> {
  const endpoints: Endpoints = {};
  const env: Record<string, string> = {};
  for (const { service, slugs, oauth } of providers) {
    const address = addresses[service];
    if (address === undefined) throw new Error(`The emulator of ${service} has no address.`);
    for (const slug of slugs) {
      endpoints[slug] = { apiBaseUrl: address };
      if (!oauth) continue;
      endpoints[slug] = {
        apiBaseUrl: address,
        authorizeUrl: address + oauth.authorizePath,
        tokenUrl: address + oauth.tokenPath,
        ...(oauth.revokePath === undefined ? {} : { revokeUrl: address + oauth.revokePath }),
      };
      const prefix = slug.toUpperCase().replaceAll("-", "_");
      const client = oauthClient(publicUrl, slug);
      env[`${prefix}_CLIENT_ID`] = client.client_id;
      env[`${prefix}_CLIENT_SECRET`] = client.client_secret;
    }
  }
  return { endpoints, env };
}
