import { createRoute, z } from "@hono/zod-openapi";
import { createStripeCustomer, listStripeCustomers } from "@/server/operations/stripe-customers";
import { createStripePayment, listStripePayments, paymentStatuses } from "@/server/operations/stripe-payments";
import { callHeaders, callRefusals, viaOf } from "./call-headers";
import { createRoutes } from "./rest-app";
import { answers, forCallers, jsonBody } from "./route-parts";

const shared = { ...forCallers, tags: ["Stripe"] };
const created = z.number().openapi({ description: "In seconds since 1970." });
const customer = z.object({ id: z.string(), email: z.string().nullable(), name: z.string().nullable() });
const payment = z.object({
  id: z.string(),
  amount: z.number().int().openapi({ description: "In the currency's smallest unit: 2000 is €20.00." }),
  currency: z.string(),
  status: z.enum(paymentStatuses),
  customer: z.string().nullable(),
  created,
});
const nextCursor = z.string().nullable().openapi({ description: "To send as `cursor` for the next page; null on the last one." });
const paging = { limit: z.coerce.number().int().min(1).max(100).default(10).openapi({ description: "How many at once." }), cursor: z.string().min(1).max(255).optional().openapi({ description: "The `nextCursor` of the page before." }) };
const done = z.literal(true);

/** Stripe in the contract's own words. */
export const stripeRoutes = createRoutes();

stripeRoutes.openapi(
  createRoute({
    ...shared,
    method: "get",
    path: "/api/stripe/customers",
    operationId: "listStripeCustomers",
    summary: "List customers, newest first",
    description: "Of the Stripe account behind the connection. Narrow it by the exact e-mail address.",
    request: { headers: callHeaders, query: z.object({ ...paging, email: z.string().max(512).optional().openapi({ description: "Exactly as Stripe has it." }) }) },
    responses: answers(z.object({ success: done, customers: z.array(customer.extend({ created })), nextCursor }), callRefusals),
  }),
  async (c) => c.json({ success: true as const, ...(await listStripeCustomers(c.var.ctx, c.req.valid("query"), viaOf(c.req.valid("header"), c.req.raw))) }, 200),
);

stripeRoutes.openapi(
  createRoute({
    ...shared,
    method: "post",
    path: "/api/stripe/customers",
    operationId: "createStripeCustomer",
    summary: "Create a customer",
    description: "Send an Idempotency-Key, and it is made once however often you ask.",
    request: {
      headers: callHeaders,
      body: jsonBody(z.strictObject({ email: z.email().optional().openapi({ example: "ada@example.com" }), name: z.string().max(256).optional().openapi({ example: "Ada Lovelace" }), metadata: z.record(z.string().max(40), z.string().max(500)).optional() })),
    },
    responses: answers(z.object({ success: done, customer }), callRefusals),
  }),
  async (c) => {
    const { id, email, name } = await createStripeCustomer(c.var.ctx, c.req.valid("json"), viaOf(c.req.valid("header"), c.req.raw));
    return c.json({ success: true as const, customer: { id, email, name } }, 200);
  },
);

stripeRoutes.openapi(
  createRoute({
    ...shared,
    method: "get",
    path: "/api/stripe/payments",
    operationId: "listStripePayments",
    summary: "List payments, newest first",
    description: "With `status`, at most 500 payments are looked through in one call: fewer than `limit` may come although `hasMore` is true. Go on with `cursor`.",
    request: { headers: callHeaders, query: z.object({ ...paging, customer: z.string().regex(/^[\w-]{1,255}$/, "Give a customer's id, such as cus_NffrFeUfNV2Hib.").optional().openapi({ description: "Only this customer's, by id." }), status: z.enum(paymentStatuses).optional().openapi({ description: "Only those that succeeded, still wait, or failed." }) }) },
    responses: answers(z.object({ success: done, payments: z.array(payment), hasMore: z.boolean(), nextCursor }), callRefusals),
  }),
  async (c) => c.json({ success: true as const, ...(await listStripePayments(c.var.ctx, c.req.valid("query"), viaOf(c.req.valid("header"), c.req.raw))) }, 200),
);

stripeRoutes.openapi(
  createRoute({
    ...shared,
    method: "post",
    path: "/api/stripe/payments",
    operationId: "createStripePayment",
    summary: "Create a payment",
    description: "Makes a payment intent, which the customer still has to confirm.",
    request: {
      headers: callHeaders,
      body: jsonBody(
        z.strictObject({
          amount: z.number().int().positive().max(99_999_999).openapi({ description: "In the currency's smallest unit: 2000 is €20.00.", example: 2000 }),
          currency: z.string().regex(/^[a-zA-Z]{3}$/, "Give three letters, such as eur.").openapi({ example: "eur" }),
          customer: z.string().regex(/^[\w-]{1,255}$/, "Give a customer's id, such as cus_NffrFeUfNV2Hib.").optional().openapi({ description: "Only this customer's, by id." }),
          description: z.string().max(1000).optional(),
        }),
      ),
    },
    responses: answers(z.object({ success: done, payment }), callRefusals),
  }),
  async (c) => c.json({ success: true as const, payment: await createStripePayment(c.var.ctx, c.req.valid("json"), viaOf(c.req.valid("header"), c.req.raw)) }, 200),
);
