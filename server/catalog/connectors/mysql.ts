import type { Connector } from "../connector";
import { hostField, portField, tlsField } from "../families/login";

const checkedOn = "2026-11-21";

export const mysql: Connector = {
  slug: "mysql",
  name: "MySQL",
  category: "database",
  description: "Query tables and keep records in step with your MySQL or MariaDB database",
  synonyms: ["mariadb", "sql", "database", "rds", "aurora", "percona", "planetscale", "query"],
  website: "https://www.mysql.com",
  docsUrl: "https://dev.mysql.com/doc/",
  sources: [
    { url: "https://dev.mysql.com/doc/refman/8.4/en/create-user.html", checkedOn },
    { url: "https://mariadb.com/kb/en/securing-connections-for-client-and-server/", checkedOn },
  ],
  popularity: 80,
  keyShapes: ["([Mm]ysql|[Mm]ariadb)://.{3,}"],
  inputs: [],
  auth: [
    {
      kind: "database",
      label: "User and password",
      driver: "mysql",
      defaultPort: 3306,
      guide: [
        { text: "Find the connection details: your host shows them as a connection string, which you can paste whole." },
        { text: "Better than your own user is one that may only read. As an administrator:", copy: "CREATE USER 'patchbay'@'%' IDENTIFIED BY 'choose one'; GRANT SELECT, SHOW VIEW ON shop.* TO 'patchbay'@'%';" },
        { text: "Make sure that the database accepts connections from this server. A firewall or an allow list may have to be changed." },
        { text: "If the database is in your own network, an administrator of Patchbay has to name its host in EGRESS_ALLOW." },
      ],
      fields: [
        hostField("db.example.com"),
        portField("3306"),
        { key: "username", label: "User", secret: false, required: true, example: "patchbay" },
        { key: "password", label: "Password", secret: true, required: false, example: "correct-horse-battery-staple" },
        { key: "database", label: "Database", secret: false, required: false, example: "shop", help: "Leave empty to name none." },
        tlsField,
      ],
    },
  ],
  operations: [],
  settings: [],
  rateLimit: { summary: "As many connections as max_connections of the server allows" },
  defaultVisibility: "workspace",
};
