import { createRoute, z } from "@hono/zod-openapi";
import { getEmailStatus } from "@/server/operations/get-email-status";
import { sendEmail } from "@/server/operations/send-email";
import { sendSms } from "@/server/operations/send-sms";
import { callHeaders, callRefusals, viaOf } from "./call-headers";
import { createRoutes } from "./rest-app";
import { answers, forCallers, jsonBody } from "./route-parts";

const done = z.literal(true);
const messageId = z.string().openapi({ example: "AbCdEfGhIjKlMnOpQrStUv" });

/** Email through SendGrid and text messages through Twilio, in the contract's own words. */
export const messageRoutes = createRoutes();

messageRoutes.openapi(
  createRoute({
    ...forCallers,
    tags: ["SendGrid"],
    method: "post",
    path: "/api/sendgrid/send",
    operationId: "sendEmail",
    summary: "Send an email",
    description: "With `text`, `html` or both, or with `templateId` and its `dynamicData`.",
    request: {
      headers: callHeaders,
      body: jsonBody(
        z.strictObject({
          to: z.union([z.email(), z.array(z.email()).min(1).max(1000)]).openapi({ example: "ada@example.com" }),
          subject: z.string().min(1).max(998).optional(),
          text: z.string().min(1).optional(),
          html: z.string().min(1).optional(),
          templateId: z.string().regex(/^[\w-]{1,64}$/, "Give a dynamic template's id, which starts with d-.").optional(),
          dynamicData: z.record(z.string(), z.unknown()).optional().openapi({ description: "What the template's variables are filled with.", additionalProperties: true }),
          from: z.email().optional().openapi({ description: "The connection's `fromEmail` otherwise." }),
        }),
      ),
    },
    responses: answers(z.object({ success: done, messageId, status: z.literal("sent") }), callRefusals),
  }),
  async (c) => {
    const sent = await sendEmail(c.var.ctx, c.req.valid("json"), viaOf(c.req.valid("header"), c.req.raw));
    return c.json({ success: true as const, ...sent, status: "sent" as const }, 200);
  },
);

messageRoutes.openapi(
  createRoute({
    ...forCallers,
    tags: ["SendGrid"],
    method: "get",
    path: "/api/sendgrid/status/{messageId}",
    operationId: "getEmailStatus",
    summary: "See what became of an email",
    description: "Needs SendGrid's add-on for email activity history.",
    request: { headers: callHeaders, params: z.object({ messageId: z.string().openapi({ param: { name: "messageId", in: "path" }, description: "As the sending answered it.", example: "AbCdEfGhIjKlMnOpQrStUv" }) }) },
    responses: answers(z.object({ success: done, messageId, status: z.string().openapi({ example: "delivered" }), events: z.array(z.object({ event: z.string(), timestamp: z.string() })) }), callRefusals),
  }),
  async (c) => c.json({ success: true as const, ...(await getEmailStatus(c.var.ctx, c.req.valid("param"), viaOf(c.req.valid("header"), c.req.raw))) }, 200),
);

messageRoutes.openapi(
  createRoute({
    ...forCallers,
    tags: ["Twilio"],
    method: "post",
    path: "/api/twilio/sms",
    operationId: "sendSms",
    summary: "Send a text message",
    description: "From `from`, or else the phone number in the connection's settings.",
    request: {
      headers: callHeaders,
      body: jsonBody(
        z.strictObject({
          to: z.string().min(3).max(100).openapi({ example: "+15558675310" }),
          body: z.string().min(1).max(1600).openapi({ example: "Your order has shipped." }),
          from: z.string().min(3).max(100).optional().openapi({ description: "A number, a sender or a messaging service; the connection's `phoneNumber` otherwise.", example: "+15017122661" }),
        }),
      ),
    },
    responses: answers(z.object({ success: done, messageId: z.string().openapi({ example: "SM0123456789abcdef0123456789abcdef" }), status: z.string().openapi({ example: "queued" }) }), callRefusals),
  }),
  async (c) => c.json({ success: true as const, ...(await sendSms(c.var.ctx, c.req.valid("json"), viaOf(c.req.valid("header"), c.req.raw))) }, 200),
);
