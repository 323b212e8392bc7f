import { GraphQLBoolean, GraphQLEnumType, type GraphQLFieldConfigMap, GraphQLID, GraphQLInt, GraphQLList, GraphQLNonNull, GraphQLObjectType, type GraphQLOutputType, GraphQLString } from "graphql";
import type { Field, Scope } from "@/server/catalog/connector";
import type { Operation } from "@/server/catalog/operation";
import type { ConnectorView } from "@/server/catalog/schema";
import type { CallView } from "@/server/activity/call-view";
import { authKindNames, connectionHealths, connectionStatuses, type ConnectionView, visibilities } from "@/server/connections/schema";
import { AppError } from "@/server/lib/errors";
import type { GraphqlContext } from "./context";
import { jsonScalar } from "./json-scalar";

// The words are those of the REST API and the dashboard, in small letters too.

const always = (type: GraphQLOutputType) => ({ type: new GraphQLNonNull(type) });
const listOf = (type: GraphQLOutputType) => ({ type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(type))) });
const text = always(GraphQLString);
const maybeText = { type: GraphQLString };
const flag = always(GraphQLBoolean);
const instant = { type: GraphQLString, description: "ISO 8601, UTC." };

function words(name: string, values: readonly string[]) {
  return new GraphQLEnumType({ name, values: Object.fromEntries(values.map((value) => [value, { value }])) });
}

export const connectionStatus = words("ConnectionStatus", connectionStatuses);
export const connectionHealth = words("ConnectionHealth", connectionHealths);
const authKind = words("AuthKind", authKindNames);
const visibility = words("Visibility", visibilities);

const field = new GraphQLObjectType<Field, GraphqlContext>({
  name: "Field",
  description: "One value to send when connecting.",
  fields: { key: text, label: text, secret: flag, required: flag, example: text, help: maybeText },
});

const scope = new GraphQLObjectType<Scope, GraphqlContext>({
  name: "Scope",
  description: "A permission that a sign-in may ask for.",
  fields: { value: text, meaning: text, isSensitive: flag, isDefault: flag, isRequired: flag },
});

const operation = new GraphQLObjectType<Operation, GraphqlContext>({
  name: "Operation",
  description: "Something that can be called at the vendor.",
  fields: { name: text, title: text, group: text, method: text, path: text, isReadOnly: flag },
});

export const connectorType = new GraphQLObjectType<ConnectorView, GraphqlContext>({
  name: "Connector",
  description: "What Patchbay knows about a vendor.",
  fields: {
    id: always(GraphQLID),
    name: text,
    category: text,
    categoryLabel: text,
    description: text,
    website: text,
    docsUrl: text,
    authKinds: listOf(authKind),
    inputs: { ...listOf(field), description: "Asked for before the credential, such as the shop." },
    scopes: listOf(scope),
    operations: { ...listOf(operation), description: "What one would want to do first. The proxy reaches all of the vendor's API." },
    isSandbox: { ...flag, description: "Emulated here: nothing reaches the vendor." },
    connected: { ...flag, description: "Whether the workspace has a connection that the caller may see." },
    connectionCount: always(GraphQLInt),
  },
});

const account = new GraphQLObjectType<ConnectionView["account"], GraphqlContext>({ name: "Account", description: "The account at the vendor.", fields: { id: maybeText, label: maybeText } });

const attention = new GraphQLObjectType<NonNullable<ConnectionView["attention"]>, GraphqlContext>({
  name: "Attention",
  description: "What a person has to do.",
  fields: { action: { ...text, description: "reconnect, resume, retry or fix_app." }, message: text },
});

export const connectionType = new GraphQLObjectType<ConnectionView, GraphqlContext>({
  name: "Connection",
  description: "One linked account of a connector. Nothing in it is secret.",
  fields: {
    id: always(GraphQLID),
    name: text,
    connector: {
      ...always(connectorType),
      resolve: async ({ mcpId, connectorName }, _args, { listConnectors }) => {
        const found = (await listConnectors()).find(({ id }) => id === mcpId);
        if (!found) throw new AppError("NOT_FOUND", `The connector ${connectorName} is not in the catalog any more.`);
        return found;
      },
    },
    authKind: always(authKind),
    status: always(connectionStatus),
    health: always(connectionHealth),
    healthReason: maybeText,
    healthSince: instant,
    isPaused: flag,
    attention: { type: attention, description: "Null when it works by itself." },
    visibility: always(visibility),
    account: always(account),
    scopes: { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(GraphQLString))) },
    settings: always(jsonScalar),
    tokenExpiresAt: instant,
    accessEndsAt: { ...instant, description: "When the access ends for good unless someone reconnects. ISO 8601, UTC." },
    lastUsedAt: instant,
    lastHealthCheckAt: instant,
    lastError: maybeText,
    createdByName: maybeText,
    isSandbox: flag,
    createdAt: instant,
  },
});

const callType = new GraphQLObjectType<CallView, GraphqlContext>({
  name: "Call",
  description: "A request that went to the vendor through a connection.",
  fields: {
    id: always(GraphQLID),
    method: text,
    host: text,
    path: text,
    status: { type: GraphQLInt, description: "The vendor's; null when no answer arrived." },
    errorCode: { type: GraphQLString, description: "Set when Patchbay answered in the vendor's place." },
    durationMs: always(GraphQLInt),
    actorName: maybeText,
    createdAt: instant,
  },
});

type PageOf<Node> = { nodes: Node[]; nextCursor: string | null };

const pageInfo = new GraphQLObjectType<PageOf<unknown>, GraphqlContext>({
  name: "PageInfo",
  fields: {
    hasNextPage: { ...flag, resolve: ({ nextCursor }) => nextCursor !== null },
    endCursor: { type: GraphQLString, description: "To send as `after` for the next page; null on the last one.", resolve: ({ nextCursor }) => nextCursor },
  },
});

function pageOf<Node>(name: string, node: GraphQLObjectType<Node, GraphqlContext>) {
  const fields: GraphQLFieldConfigMap<PageOf<Node>, GraphqlContext> = { nodes: listOf(node), pageInfo: { ...always(pageInfo), resolve: (page) => page } };
  return new GraphQLObjectType<PageOf<Node>, GraphqlContext>({ name, description: "A page, newest first.", fields });
}

export const connectionPage = pageOf("ConnectionPage", connectionType);
export const callPage = pageOf("CallPage", callType);
