import { callbackUrl } from "@/server/catalog/callback-url";
import type { Connector } from "@/server/catalog/connector";
import { oauthUrls } from "@/server/catalog/endpoints";
import { findConnector } from "@/server/catalog/registry";
import { requireConnector } from "@/server/custom-connectors/connector-for";
import { isAppError } from "@/server/lib/errors";
import type { Runtime } from "@/server/runtime/runtime";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { askOwnAddress } from "./ask-own-address";
import { echoProof, newEchoPath } from "./callback-echo";
import { compareVendorClock } from "./compare-vendor-clock";
import { describePublicUrl } from "./describe-public-url";
import type { Finding } from "./finding";
import { listOAuthApps } from "./list-oauth-apps";
import { requireOAuthOption } from "./oauth-option";
import type { DiagnoseCallbackInput } from "./schema";
import { takeTurn } from "./take-turn";

export type CallbackDiagnosis = {
  findings: Finding[];
  /** For the browser's own half of the checks. */
  browser: {
    publicUrl: string;
    /** Answers what arrives there, with this proof, for two minutes. */
    echoPath: string;
    proof: string;
    /** A page that vendors send people back to; without an answer of theirs it does nothing. */
    callbackPath: string;
  };
};

/**
 * The server's half of what can be wrong between a vendor's page and this server: PUBLIC_URL, who answers there, what
 * stands in front, the clock. Only PUBLIC_URL itself is asked, and the clock of a vendor that the catalog knows.
 */
export async function diagnoseCallback(ctx: WorkspaceContext, input: DiagnoseCallbackInput): Promise<CallbackDiagnosis> {
  requirePermission(ctx, "admin");
  const { runtime } = ctx;
  const { publicUrl } = runtime.env;
  const connector = input.connector === undefined ? undefined : await requireConnector(runtime, ctx.workspace.id, input.connector);
  if (connector) requireOAuthOption(connector);
  takeTurn(runtime, { what: "oauth.diagnose", who: ctx.workspace.id, most: 20, withinSeconds: 60 });
  const inUse = connector ?? (await findSetUp(ctx));
  const [own, clock] = await Promise.all([askOwnAddress(runtime), inUse ? compareClock(runtime, inUse) : []]);
  const echoPath = newEchoPath(runtime);
  return {
    findings: [...describePublicUrl(runtime.env), ...own, ...clock, ...(connector ? [describeRedirectUri(publicUrl, connector)] : [])],
    browser: { publicUrl, echoPath, proof: echoProof(runtime, echoPath), callbackPath: new URL(callbackUrl(publicUrl, inUse?.slug ?? "none")).pathname },
  };
}

/** A vendor that this server talks to anyway. */
async function findSetUp(ctx: WorkspaceContext): Promise<Connector | undefined> {
  const { apps } = await listOAuthApps(ctx);
  return findConnector(apps.find(({ source }) => source !== "none")?.connector ?? "");
}

function compareClock(runtime: Runtime, connector: Connector): Promise<Finding[]> | Finding[] {
  try {
    const { tokenUrl } = oauthUrls(connector, requireOAuthOption(connector), runtime.env.connectorEndpoints[connector.slug], {});
    return compareVendorClock(runtime, { vendor: connector.name, url: tokenUrl });
  } catch (error) {
    // An address that is made of a connection's inputs is not known without one.
    if (isAppError(error)) return [];
    throw error;
  }
}

function describeRedirectUri(publicUrl: string, { name, slug }: Connector): Finding {
  return { id: "redirect-uri", level: "ok", text: `${name} has to know this callback URL, exactly as it stands.`, next: `Compare it with the app at ${name}: scheme, host, path, and no slash at the end.`, copy: { what: "callback URL", value: callbackUrl(publicUrl, slug) } };
}
