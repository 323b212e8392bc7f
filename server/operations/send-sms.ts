import { z } from "zod";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { readVendorJson } from "./read-vendor-json";
import { providerOf, typedCall, type Via } from "./typed-call";

export type SendSmsInput = {
  to: string;
  body: string;
  /** A number, sender or messaging service; the connection's `phoneNumber` unless given. */
  from?: string | undefined;
};

/** Hands a text message to Twilio. `status` is Twilio's word: queued, accepted, sending, sent, failed. */
export async function sendSms(ctx: WorkspaceContext, { to, body, from }: SendSmsInput, via: Via): Promise<{ messageId: string; status: string }> {
  requirePermission(ctx, "calls:run");
  const sender = from !== undefined && /^MG[0-9a-f]{32}$/.test(from) ? { messaging_service: from } : { from };
  const { data } = await typedCall(ctx, "twilio", "send_sms", { to, body, ...sender }, via);
  const { sid, status } = readVendorJson(z.object({ sid: z.string(), status: z.string() }), data, providerOf("twilio"));
  return { messageId: sid, status };
}
