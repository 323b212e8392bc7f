import { z } from "@hono/zod-openapi";
import { connectionSchema } from "@/server/connections/schema";

const { shape } = connectionSchema;

/** A connection as the document names it. */
export const connectionDocument = connectionSchema
  .extend({
    id: shape.id.openapi({ description: "Stays the same however often the account is reconnected." }),
    mcpId: shape.mcpId.openapi({ description: "The connector's id, such as `stripe`." }),
    connectorName: shape.connectorName.openapi({ description: "The connector's name for people." }),
    logo: shape.logo.openapi({ description: "Paths on this server, for light and for dark ground." }),
    name: shape.name.openapi({ description: "What the workspace calls it." }),
    authKind: shape.authKind.openapi({ description: "How it proves itself to the vendor." }),
    status: shape.status.openapi({ description: "Whether the credential is good: `active` is, everything else needs somebody." }),
    health: shape.health.openapi({ description: "How the latest calls and checks went." }),
    healthReason: shape.healthReason.openapi({ description: "Why it is not healthy, in a sentence." }),
    healthSince: shape.healthSince.openapi({ description: "When `health` became what it is." }),
    isPaused: shape.isPaused.openapi({ description: "Somebody turned it off: calls through it are refused." }),
    needsAttention: shape.needsAttention.openapi({ description: "Whether a person has to do something." }),
    attention: shape.attention.openapi({ description: "What a person has to do; null when it works by itself." }),
    visibility: shape.visibility.openapi({ description: "`private` ones are seen by whoever made them alone." }),
    account: shape.account.openapi({ description: "The account at the vendor, as far as it told." }),
    scopes: shape.scopes.openapi({ description: "The permissions that the vendor granted." }),
    inputs: shape.inputs.openapi({ description: "Values that the connector's addresses need, such as the shop. Nothing secret." }),
    settings: shape.settings.openapi({ description: "The connector's own settings, such as a default sender." }),
    tokenExpiresAt: shape.tokenExpiresAt.openapi({ description: "When the present token ends. It is renewed before, where the vendor allows that." }),
    accessEndsAt: shape.accessEndsAt.openapi({ description: "When the access ends for good unless someone reconnects; null when it renews itself or does not expire." }),
    lastUsedAt: shape.lastUsedAt.openapi({ description: "The latest call through it." }),
    lastHealthCheckAt: shape.lastHealthCheckAt.openapi({ description: "The latest check with a real call." }),
    lastError: shape.lastError.openapi({ description: "What went wrong last, in plain words." }),
    lastErrorDetail: shape.lastErrorDetail.openapi({ description: "The vendor's own words; admins alone see them." }),
    rotation: shape.rotation.openapi({ description: "The reminder to replace the credential." }),
    createdByName: shape.createdByName.openapi({ description: "Who connected it." }),
    isOwn: shape.isOwn.openapi({ description: "Whether the caller made it." }),
    isSandbox: shape.isSandbox.openapi({ description: "The vendor is emulated here: nothing real happens." }),
    createdAt: shape.createdAt.openapi({ description: "When it was connected first." }),
  })
  .openapi("Connection", {
    example: {
      id: "con_06ezf3h2gxm4w5t8k1r9v7c0dn",
      mcpId: "stripe",
      connectorName: "Stripe",
      logo: { light: "/connectors/stripe.svg", dark: "/connectors/stripe.svg" },
      name: "Acme shop",
      authKind: "api_key",
      status: "active",
      health: "healthy",
      healthReason: null,
      healthSince: "2026-11-02T08:15:00.000Z",
      isPaused: false,
      needsAttention: false,
      attention: null,
      visibility: "workspace",
      account: { id: "acct_1032D82eZvKYlo2C", label: "Acme" },
      scopes: [],
      inputs: {},
      settings: {},
      tokenExpiresAt: null,
      accessEndsAt: null,
      lastUsedAt: "2026-11-21T09:30:12.480Z",
      lastHealthCheckAt: "2026-11-21T09:00:03.112Z",
      lastError: null,
      lastErrorDetail: null,
      rotation: { intervalDays: 90, lastRotatedAt: null, dueAt: "2027-01-31T08:15:00.000Z", isDue: false },
      createdByName: "Ada Lovelace",
      isOwn: true,
      isSandbox: false,
      createdAt: "2026-11-02T08:15:00.000Z",
    },
  });

/** What a route answers that ends with one connection. */
export const connectionAnswer = z.object({ success: z.literal(true), connection: connectionDocument });
