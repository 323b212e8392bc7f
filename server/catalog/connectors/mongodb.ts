import type { Connector } from "../connector";
import { portField, tlsField } from "../families/login";

const checkedOn = "2026-11-21";

export const mongodb: Connector = {
  slug: "mongodb",
  name: "MongoDB",
  category: "database",
  description: "Read and keep documents in MongoDB, on Atlas or on servers of your own",
  synonyms: ["atlas", "mongo", "document database", "nosql", "database", "documentdb", "collection", "query"],
  website: "https://www.mongodb.com",
  docsUrl: "https://www.mongodb.com/docs/",
  sources: [
    { url: "https://www.mongodb.com/docs/manual/reference/connection-string/", checkedOn },
    { url: "https://github.com/mongodb/specifications/blob/master/source/auth/auth.md", checkedOn },
    { url: "https://github.com/mongodb/specifications/blob/master/source/initial-dns-seedlist-discovery/initial-dns-seedlist-discovery.md", checkedOn },
  ],
  popularity: 78,
  keyShapes: ["[Mm]ongodb(\\+srv)?://.{3,}"],
  inputs: [],
  auth: [
    {
      kind: "database",
      label: "User and password",
      driver: "mongodb",
      defaultPort: 27_017,
      guide: [
        { text: "Find the connection string: in Atlas press Connect on your cluster, then Drivers. You can paste it whole; put the password in place of <db_password>.", url: "https://cloud.mongodb.com" },
        { text: "Make a user that may only read: in Atlas under Database Access with the role readAnyDatabase. On a server of your own, in mongosh:", copy: "db.getSiblingDB('admin').createUser({ user: 'patchbay', pwd: passwordPrompt(), roles: ['readAnyDatabase'] })" },
        { text: "Make sure that MongoDB accepts connections from this server: in Atlas under Network Access." },
        { text: "If it is in your own network, an administrator of Patchbay has to name its host in EGRESS_ALLOW." },
      ],
      fields: [
        {
          key: "scheme",
          label: "Address",
          secret: false,
          required: false,
          example: "mongodb+srv",
          help: "What the connection string begins with.",
          options: [
            { value: "mongodb", label: "mongodb:// (hosts and ports)" },
            { value: "mongodb+srv", label: "mongodb+srv:// (a name, as in Atlas)" },
          ],
        },
        { key: "host", label: "Host", secret: false, required: true, example: "cluster0.ab12c.mongodb.net", help: "Several hosts of a replica set are separated by commas.", pattern: "[A-Za-z0-9\\[\\]:._, -]{1,1000}", patternHint: "Write one host name, or several with commas between, without anything after them." },
        portField("27017", { help: "For hosts that name none of their own. It counts for nothing with mongodb+srv." }),
        { key: "username", label: "User", secret: false, required: false, example: "patchbay" },
        { key: "password", label: "Password", secret: true, required: false, example: "correct-horse-battery-staple" },
        { key: "database", label: "Database", secret: false, required: false, example: "shop", help: "Leave empty to name none." },
        { key: "auth_source", label: "The user's database", secret: false, required: false, example: "admin", help: "authSource of the connection string. Leave empty for admin.", pattern: "[^/\\\\. \"$*<>:|?]{1,63}", patternHint: "Write the name of one database." },
        tlsField,
      ],
    },
  ],
  operations: [],
  settings: [],
  rateLimit: { summary: "As many connections as the server or the Atlas tier allows" },
  mcp: { url: "https://mcp.mongodb.com", auth: "oauth", note: "For Atlas, with an app registered there." },
  defaultVisibility: "workspace",
};
