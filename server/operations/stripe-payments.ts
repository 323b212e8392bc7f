import { z } from "zod";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { readVendorJson } from "./read-vendor-json";
import { providerOf, typedCall, type Via } from "./typed-call";

export const paymentStatuses = ["succeeded", "pending", "failed"] as const;
export type PaymentStatus = (typeof paymentStatuses)[number];
/** `amount` is in the currency's smallest unit, `created` in seconds since 1970. */
export type Payment = { id: string; amount: number; currency: string; status: PaymentStatus; customer: string | null; created: number };

export type ListPaymentsInput = { customer?: string | undefined; limit: number; status?: PaymentStatus | undefined; cursor?: string | undefined };
export type CreatePaymentInput = { amount: number; currency: string; customer?: string | undefined; description?: string | undefined };

const intentSchema = z.object({
  id: z.string(),
  amount: z.number(),
  currency: z.string(),
  status: z.string(),
  customer: z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]).nullish(),
  created: z.number(),
  last_payment_error: z.unknown().optional(),
});

const pageSize = 100;
/** How many pages one call looks through for payments of one status. */
const mostPages = 5;

/**
 * Payments, newest first. Stripe's list knows no status and its search lags by a minute and is not offered
 * everywhere, so a status is looked for page by page, in at most 500 payments a call; `nextCursor` goes on from there.
 */
export async function listStripePayments(ctx: WorkspaceContext, { status, limit, ...input }: ListPaymentsInput, via: Via): Promise<{ payments: Payment[]; hasMore: boolean; nextCursor: string | null }> {
  requirePermission(ctx, "calls:run");
  if (status === undefined) {
    const page = await listPage(ctx, { ...input, limit }, via);
    return { payments: page.payments, hasMore: page.nextCursor !== null, nextCursor: page.nextCursor };
  }
  const found: Payment[] = [];
  let cursor = input.cursor;
  let connectionId = via.connectionId;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = await listPage(ctx, { ...input, cursor, limit: pageSize }, { ...via, connectionId });
    connectionId = page.connectionId;
    for (const [index, payment] of page.payments.entries()) {
      if (payment.status !== status) continue;
      found.push(payment);
      if (found.length < limit) continue;
      const isLast = index === page.payments.length - 1 && page.nextCursor === null;
      return { payments: found, hasMore: !isLast, nextCursor: isLast ? null : payment.id };
    }
    if (page.nextCursor === null) return { payments: found, hasMore: false, nextCursor: null };
    cursor = page.nextCursor;
  }
  return { payments: found, hasMore: true, nextCursor: cursor ?? null };
}

/** Makes a payment that a customer still has to confirm. */
export async function createStripePayment(ctx: WorkspaceContext, input: CreatePaymentInput, via: Via): Promise<Payment> {
  requirePermission(ctx, "calls:run");
  const { data } = await typedCall(ctx, "stripe", "create_payment", input, via);
  return toPayment(readVendorJson(intentSchema, data, providerOf("stripe")));
}

async function listPage(ctx: WorkspaceContext, input: Record<string, unknown>, via: Via) {
  const { data, nextCursor, connectionId } = await typedCall(ctx, "stripe", "list_payments", input, via);
  return { payments: readVendorJson(z.array(intentSchema), data, providerOf("stripe")).map(toPayment), nextCursor, connectionId };
}

function toPayment(intent: z.output<typeof intentSchema>): Payment {
  const { id, amount, currency, customer, created } = intent;
  return { id, amount, currency, status: statusOf(intent), customer: customer ?? null, created };
}

/** Stripe's seven states in the contract's three words. One that waits for another card has failed once one was refused. */
function statusOf({ status, last_payment_error: lastError }: z.output<typeof intentSchema>): PaymentStatus {
  if (status === "succeeded") return "succeeded";
  if (status === "canceled" || status === "failed") return "failed";
  return status === "requires_payment_method" && lastError !== undefined && lastError !== null ? "failed" : "pending";
}
