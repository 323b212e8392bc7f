import { GraphQLID, GraphQLInt, GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLString } from "graphql";
import { z } from "zod";
import { listCalls } from "@/server/activity/list-calls";
import { searchConnectors } from "@/server/catalog/search-connectors.schema";
import { getConnection } from "@/server/connections/get-connection";
import { getConnectorView } from "@/server/connections/get-connector-view";
import { listConnections } from "@/server/connections/list-connections";
import { connectionIdInput, listConnectionsInput, listPageInput } from "@/server/connections/schema";
import type { GraphqlContext } from "./context";
import { parseArguments } from "./translate-error";
import { callPage, connectionHealth, connectionPage, connectionStatus, connectionType, connectorType } from "./types";

const given = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined);
const catalogArguments = z.object({ category: given(z.string().max(100)), search: given(z.string().max(200)) });
const idArgument = z.object({ id: connectionIdInput.shape.connectionId });
const { limit, cursor, status, health, mcpId } = listConnectionsInput.shape;
const connectionsArguments = z.object({ first: limit, after: given(cursor), status: given(status), health: given(health), connector: given(mcpId) });
const callsArguments = z.object({ first: listPageInput.shape.limit, after: given(listPageInput.shape.cursor), connection: listPageInput.shape.connectionId });

const first = { type: GraphQLInt, defaultValue: 50, description: "How many at once, 100 at most." };
const after = { type: GraphQLString, description: "The `endCursor` of the page before." };
const id = { type: new GraphQLNonNull(GraphQLID) };

/** Everything that can be read. Each field calls the verb that REST calls too. */
export const queryType = new GraphQLObjectType<undefined, GraphqlContext>({
  name: "Query",
  fields: {
    connectors: {
      type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(connectorType))),
      description: "The catalog. With `search`, what matches, best first.",
      args: { category: { type: GraphQLString, description: "Such as finance or devops." }, search: { type: GraphQLString } },
      resolve: async (_root, args, { listConnectors }) => {
        const { category, search } = parseArguments(catalogArguments, args);
        const views = (await listConnectors()).filter((view) => category === undefined || view.category === category);
        if (search === undefined || search.trim() === "") return views;
        const byId = new Map(views.map((view) => [view.id, view]));
        return searchConnectors(views)(search).flatMap((found) => byId.get(found) ?? []);
      },
    },
    connector: {
      type: connectorType,
      args: { id },
      resolve: (_root, args, { ctx }) => getConnectorView(ctx, { connector: parseArguments(idArgument, args).id }),
    },
    connections: {
      type: new GraphQLNonNull(connectionPage),
      description: "The workspace's connections that the caller may see.",
      args: { first, after, status: { type: connectionStatus }, health: { type: connectionHealth }, connector: { type: GraphQLString, description: "A connector's id." } },
      resolve: async (_root, args, { ctx }) => {
        const input = parseArguments(connectionsArguments, args);
        const { connections, nextCursor } = await listConnections(ctx, { limit: input.first, cursor: input.after, status: input.status, health: input.health, mcpId: input.connector });
        return { nodes: connections, nextCursor };
      },
    },
    connection: {
      type: connectionType,
      args: { id },
      resolve: (_root, args, { ctx }) => getConnection(ctx, { connectionId: parseArguments(idArgument, args).id }),
    },
    calls: {
      type: new GraphQLNonNull(callPage),
      description: "What was called through a connection.",
      args: { first, after, connection: { ...id, description: "A connection's id." } },
      resolve: async (_root, args, { ctx }) => {
        const input = parseArguments(callsArguments, args);
        const { calls, nextCursor } = await listCalls(ctx, { limit: input.first, cursor: input.after, connectionId: input.connection });
        return { nodes: calls, nextCursor };
      },
    },
  },
});
