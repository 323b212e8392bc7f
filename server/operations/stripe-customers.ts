import { z } from "zod";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { readVendorJson } from "./read-vendor-json";
import { providerOf, typedCall, type Via } from "./typed-call";

/** `created` is in seconds since 1970, as everywhere at Stripe. */
export type Customer = z.output<typeof customerSchema>;

const customerSchema = z.object({ id: z.string(), email: z.string().nullish().transform(orNull), name: z.string().nullish().transform(orNull), created: z.number() });

export type ListCustomersInput = { limit: number; email?: string | undefined; cursor?: string | undefined };
export type CreateCustomerInput = { email?: string | undefined; name?: string | undefined; metadata?: Record<string, string> | undefined };

/** Customers, newest first. `nextCursor` is null on the last page. */
export async function listStripeCustomers(ctx: WorkspaceContext, input: ListCustomersInput, via: Via): Promise<{ customers: Customer[]; nextCursor: string | null }> {
  requirePermission(ctx, "calls:run");
  const { data, nextCursor } = await typedCall(ctx, "stripe", "list_customers", input, via);
  return { customers: readVendorJson(z.array(customerSchema), data, providerOf("stripe")), nextCursor };
}

export async function createStripeCustomer(ctx: WorkspaceContext, input: CreateCustomerInput, via: Via): Promise<Customer> {
  requirePermission(ctx, "calls:run");
  const { data } = await typedCall(ctx, "stripe", "create_customer", input, via);
  return readVendorJson(customerSchema, data, providerOf("stripe"));
}

function orNull(value: string | null | undefined): string | null {
  return value ?? null;
}
