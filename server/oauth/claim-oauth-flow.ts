import { and, eq, gt } from "drizzle-orm";
import { oauthFlow } from "@/db/schema/connections";
import { hashToken } from "@/server/identity/hash-token";
import type { Runtime } from "@/server/runtime/runtime";
import type { FlowRow } from "./flow-actor";
import { flowState } from "./get-oauth-flow";

/** What the browser that came back proves about itself. */
export type CallbackBrowser = {
  /** Of the sign-in session whose cookie it sent. */
  sessionId: string | null;
  /** Of the cookie that the hosted page's button set. */
  flowCookie: string | null;
};

export type Claim = { kind: "claimed"; flow: FlowRow } | { kind: "refused"; message: string };

/** Longer than the exchange and the check together may take; after it the flow counts as lost. */
const exchangeWithinMs = 3 * 60_000;

const refuse = (message: string): Claim => ({ kind: "refused", message });

/**
 * Takes the flow that a callback's `state` names, once: only for the browser that started it, only while it is
 * pending. Whatever is refused here leaves the flow as it was, so that a stranger cannot end someone's sign-in.
 */
export async function claimOAuthFlow(runtime: Runtime, state: string | null, browser: CallbackBrowser): Promise<Claim> {
  const { db } = runtime.database;
  if (!state) return refuse("This page finishes a sign-in, and none was under way here. Open Patchbay and connect from there.");
  const [flow] = await db.select().from(oauthFlow).where(eq(oauthFlow.stateHash, hashToken(state))).limit(1);
  if (!flow) return refuse("This sign-in is not known here: it is too old, or the address was changed on the way. Start again from Patchbay.");
  if (!isSameBrowser(flow, browser)) {
    return refuse("This sign-in was started in another browser, or you have signed out since. For your safety nothing was connected. Start again in the browser you are in.");
  }
  const { status } = flowState(flow, new Date());
  if (status === "connected") return refuse("This sign-in is finished: the account is connected. You can close this window.");
  if (flow.status === "failed") return refuse("This sign-in has ended already. Start again from Patchbay.");
  if (flow.status === "exchanging") return refuse("This sign-in is being finished already. You can close this window.");
  const now = new Date();
  const [claimed] = await db
    .update(oauthFlow)
    .set({ status: "exchanging", expiresAt: new Date(now.getTime() + exchangeWithinMs) })
    .where(and(eq(oauthFlow.id, flow.id), eq(oauthFlow.status, "pending"), gt(oauthFlow.expiresAt, now)))
    .returning();
  if (claimed) return { kind: "claimed", flow: claimed };
  return refuse(status === "failed" ? "This sign-in took longer than ten minutes. Start again from Patchbay." : "This sign-in is being finished already. You can close this window.");
}

function isSameBrowser(flow: FlowRow, browser: CallbackBrowser): boolean {
  if (flow.actorKind === "user") return flow.sessionId !== null && flow.sessionId === browser.sessionId;
  return flow.browserHash !== null && browser.flowCookie !== null && flow.browserHash === hashToken(browser.flowCookie);
}
