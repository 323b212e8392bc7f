import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { findBrowser } from "./find-browser";

/** A program from outside npm that tests need. `packages` are its names in Debian. */
export type Tool = { name: string; packages: string[]; elsewhere: string; find(): string | undefined };

export const postgresServer: Tool = {
  name: "a PostgreSQL server",
  packages: ["postgresql"],
  elsewhere: "brew install postgresql",
  find: () => findProgram("initdb", postgresFolders()),
};

export const redisServer: Tool = {
  name: "a Redis server",
  packages: ["redis-server"],
  elsewhere: "brew install redis",
  find: () => findProgram("redis-server"),
};

export const mariadbServer: Tool = {
  name: "a MariaDB server",
  packages: ["mariadb-server"],
  elsewhere: "brew install mariadb",
  find: () => findProgram("mariadbd", ["/usr/sbin"]),
};

export const openssl: Tool = { name: "openssl", packages: ["openssl"], elsewhere: "brew install openssl", find: () => findProgram("openssl") };

export const browser: Tool = {
  name: "Chromium",
  packages: ["chromium"],
  elsewhere: "npx playwright install chromium",
  find: findBrowser,
};

/** Debian keeps the server's programs out of PATH. */
function postgresFolders(): string[] {
  const root = "/usr/lib/postgresql";
  return existsSync(root) ? readdirSync(root).map((version) => path.join(root, version, "bin")) : [];
}

function findProgram(name: string, folders: string[] = []): string | undefined {
  return [...folders, ...(process.env["PATH"] ?? "").split(":"), "/usr/sbin"].map((folder) => path.join(folder, name)).find((file) => existsSync(file));
}
