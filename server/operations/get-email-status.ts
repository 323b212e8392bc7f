import { z } from "zod";
import { AppError } from "@/server/lib/errors";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { readVendorJson } from "./read-vendor-json";
import { providerOf, typedCall, type Via } from "./typed-call";

/** `status` is SendGrid's word: processed, delivered, not_delivered. */
export type EmailStatus = { messageId: string; status: string; events: { event: string; timestamp: string }[] };

const foundSchema = z.array(z.object({ msg_id: z.string() }));
const messageSchema = z.object({ status: z.string(), events: z.array(z.object({ event_name: z.string(), processed: z.union([z.string(), z.number()]).transform(String) })).default([]) });

/**
 * What became of an email, by the id that sending it answered, or by the longer one of SendGrid's own lists. Throws
 * `NOT_FOUND` while SendGrid has not recorded it yet.
 */
export async function getEmailStatus(ctx: WorkspaceContext, { messageId }: { messageId: string }, via: Via): Promise<EmailStatus> {
  requirePermission(ctx, "calls:run");
  // It stands inside a query of SendGrid's own language below.
  if (!/^[\w.-]{1,200}$/.test(messageId)) throw unknownMessage();
  const { message, connectionId } = await findMessage(ctx, messageId, via);
  const { data } = await typedCall(ctx, "sendgrid", "get_message", { message }, { ...via, connectionId });
  const { status, events } = readVendorJson(messageSchema, data, providerOf("sendgrid"));
  return { messageId, status, events: events.map(({ event_name: event, processed: timestamp }) => ({ event, timestamp })) };
}

/** Sending answers the beginning of an id; each receiver's message adds its own end after a dot. */
async function findMessage(ctx: WorkspaceContext, messageId: string, via: Via): Promise<{ message: string; connectionId: string | undefined }> {
  if (messageId.includes(".")) return { message: messageId, connectionId: via.connectionId };
  const { data, connectionId } = await typedCall(ctx, "sendgrid", "list_messages", { query: `msg_id LIKE '${messageId}%'`, limit: 1 }, via);
  const [found] = readVendorJson(foundSchema, data, providerOf("sendgrid"));
  if (!found) throw unknownMessage();
  return { message: found.msg_id, connectionId };
}

function unknownMessage(): AppError {
  return new AppError("NOT_FOUND", "SendGrid knows no message with this id yet. It may take a minute until one that was just sent is there.");
}
