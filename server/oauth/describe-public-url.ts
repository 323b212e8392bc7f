import type { Env } from "@/server/lib/env";
import type { Finding } from "./finding";

/** What can be said of PUBLIC_URL by looking at it: whether it is set, and whether vendors send people back to it. */
export function describePublicUrl(env: Env): Finding[] {
  return [describeSetting(env), describeScheme(env)];
}

function describeSetting(env: Env): Finding {
  const name = ["PUBLIC_URL", "API_BASE_URL"].find((each) => env.read(each) !== undefined);
  if (name !== undefined) return { id: "public-url", level: "ok", text: `${name} is ${env.publicUrl}. Callbacks and links are built from it.` };
  return {
    id: "public-url",
    level: env.isProduction ? "problem" : "warning",
    text: `PUBLIC_URL is not set, so callbacks are built from ${env.publicUrl}, which works on this machine alone.`,
    next: "Set PUBLIC_URL to the address that people open, and restart the server.",
    copy: { what: "the variable", value: "PUBLIC_URL=https://patchbay.example.com" },
  };
}

function describeScheme({ publicUrl }: Env): Finding {
  const { protocol, hostname, host } = new URL(publicUrl);
  if (protocol === "https:") return { id: "https", level: "ok", text: "PUBLIC_URL starts with https, which every vendor accepts." };
  if (isLoopback(hostname)) {
    return { id: "https", level: "warning", text: "PUBLIC_URL starts with http on this machine. Most vendors accept that for trying things out; some want https even here.", next: "Before others use it, put a proxy with a certificate in front and set PUBLIC_URL to its https address." };
  }
  return {
    id: "https",
    level: "problem",
    text: "PUBLIC_URL starts with http. Vendors send people back to https addresses only, except on their own machine.",
    next: "Put a proxy with a certificate in front, set PUBLIC_URL to its https address, and restart the server.",
    copy: { what: "the variable", value: `PUBLIC_URL=https://${host}` },
  };
}

function isLoopback(hostname: string): boolean {
  return hostname === "[::1]" || /^127(\.\d+){3}$/.test(hostname) || /^(.+\.)?localhost$/.test(hostname);
}
