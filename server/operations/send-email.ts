import { z } from "zod";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { readVendorJson } from "./read-vendor-json";
import { providerOf, typedCall, type Via } from "./typed-call";

export type SendEmailInput = {
  to: string | string[];
  subject?: string | undefined;
  text?: string | undefined;
  html?: string | undefined;
  templateId?: string | undefined;
  dynamicData?: Record<string, unknown> | undefined;
  /** The connection's `fromEmail` unless given. */
  from?: string | undefined;
};

/** Hands an email to SendGrid. `messageId` is what its status is asked for by. */
export async function sendEmail(ctx: WorkspaceContext, { to, templateId, dynamicData, ...input }: SendEmailInput, via: Via): Promise<{ messageId: string }> {
  requirePermission(ctx, "calls:run");
  const { data } = await typedCall(ctx, "sendgrid", "send_email", { ...input, to: [to].flat().map((email) => ({ email })), template_id: templateId, dynamic_data: dynamicData }, via);
  return { messageId: readVendorJson(z.object({ message_id: z.string() }), data, providerOf("sendgrid")).message_id };
}
