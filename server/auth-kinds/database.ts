import type { DatabaseAuth } from "@/server/catalog/connector";
import { AppError } from "@/server/lib/errors";
import { type Acquired, defineAuthKind, type Presented } from "./auth-kind";
import type { CredentialFields } from "./credential";
import type { DatabaseDriver, DatabaseTarget, TlsMode } from "./database/driver";
import { tlsModes } from "./database/driver";
import { postgresqlDriver } from "./database/postgresql-driver";
import { redisDriver } from "./database/redis-driver";

/** A login at a database. It speaks no HTTP, so there is no request to apply it to. */
export const database = defineAuthKind("database", {
  apply: () => {
    throw new AppError("INVALID_REQUEST", "This connection is a database: it is not called over HTTP.");
  },
  acquire: async ({ option, credential }: Presented<DatabaseAuth>): Promise<Acquired> => {
    readTarget(option, credential);
    return { credential, facts: {}, scopes: [], tokenExpiresAt: null };
  },
});

export const databaseDrivers: Record<DatabaseAuth["driver"], DatabaseDriver> = { postgresql: postgresqlDriver, redis: redisDriver };

/** Where to log in and as whom, from the credential's fields. Throws `INVALID_REQUEST` for a port that is none. */
export function readTarget(option: DatabaseAuth, credential: CredentialFields): DatabaseTarget {
  const read = (key: string) => credential[key]?.reveal() ?? "";
  const port = read("port") === "" ? option.defaultPort : Number(read("port"));
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new AppError("INVALID_REQUEST", "The port has to be a number from 1 to 65535.", { details: { fields: { port: "Use a number from 1 to 65535." } } });
  }
  const { password } = credential;
  return {
    host: read("host"),
    port,
    username: read("username") || null,
    password: password === undefined || password.reveal() === "" ? null : password,
    database: read("database") || null,
    tls: readTls(read("tls")),
  };
}

function readTls(text: string): TlsMode {
  return tlsModes.find((mode) => mode === text) ?? "auto";
}

/** The account behind a login: the database itself, and `app@db.example.com/orders` to call it by. */
export function databaseAccount({ host, port, username, database: name }: DatabaseTarget, option: DatabaseAuth): { accountId: string; accountLabel: string } {
  const where = port === option.defaultPort ? host : `${host}:${port}`;
  const what = name ?? (option.driver === "redis" ? "0" : (username ?? ""));
  return { accountId: `${host}:${port}/${what}`.toLowerCase(), accountLabel: `${username === null ? "" : `${username}@`}${where}/${what}` };
}
