import type { AuthOption, DatabaseAuth } from "@/server/catalog/connector";
import { AppError } from "@/server/lib/errors";
import { type Acquired, defineAuthKind, type Presented } from "./auth-kind";
import type { CredentialFields } from "./credential";
import { type DatabaseDriver, type DatabaseTarget, type TlsMode, tlsModes } from "./database/driver";

/** A login at a database. It speaks no HTTP, so there is no request to apply it to. */
export const database = defineAuthKind("database", {
  apply: () => {
    throw new AppError("INVALID_REQUEST", "This connection is a database: it is not called over HTTP.");
  },
  acquire: async ({ option, credential }: Presented<DatabaseAuth>): Promise<Acquired> => {
    readTarget(credential, option.defaultPort);
    return { credential, facts: {}, scopes: [], tokenExpiresAt: null };
  },
});

type DriverName = DatabaseAuth["driver"] | "smtp";

/** Client libraries are large: each is loaded when the first of its kind is connected. */
const load: Record<DriverName, () => Promise<DatabaseDriver>> = {
  postgresql: async () => (await import("./database/postgresql-driver")).postgresqlDriver,
  redis: async () => (await import("./database/redis-driver")).redisDriver,
  mysql: async () => (await import("./database/mysql-driver")).mysqlDriver,
  mongodb: async () => (await import("./database/mongodb-driver")).mongodbDriver,
  smtp: async () => (await import("./database/smtp-driver")).smtpDriver,
};

/** A login that speaks no HTTP, ready to be tried. */
export type Login = { driver: DatabaseDriver; target: DatabaseTarget; account: { accountId: string; accountLabel: string } };

const submissionPort = 587;

/** The login that a credential is, or null where it goes with HTTP requests. Throws `INVALID_REQUEST` for a port that is none. */
export function findLogin(option: AuthOption, credential: CredentialFields): Login | null {
  const name = option.kind === "database" ? option.driver : option.kind === "basic" ? option.driver : undefined;
  if (name === undefined) return null;
  const defaultPort = option.kind === "database" ? option.defaultPort : submissionPort;
  const target = readTarget(credential, defaultPort);
  return { driver: { probe: async (...given) => (await load[name]()).probe(...given) }, target, account: accountOf(target, name, defaultPort) };
}

const targetKeys = new Set(["host", "port", "username", "password", "database", "tls"]);

/** Where to log in and as whom, from the credential's fields. */
function readTarget(credential: CredentialFields, defaultPort: number): DatabaseTarget {
  const read = (key: string) => credential[key]?.reveal() ?? "";
  const port = read("port") === "" ? defaultPort : Number(read("port"));
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new AppError("INVALID_REQUEST", "The port has to be a number from 1 to 65535.", { details: { fields: { port: "Use a number from 1 to 65535." } } });
  }
  const { password } = credential;
  const extra = Object.keys(credential).filter((key) => !targetKeys.has(key));
  return {
    host: read("host"),
    port,
    username: read("username") || null,
    password: password === undefined || password.reveal() === "" ? null : password,
    database: read("database") || null,
    tls: readTls(read("tls")),
    ...(extra.length === 0 ? {} : { extra: Object.fromEntries(extra.map((key) => [key, read(key)])) }),
  };
}

function readTls(text: string): TlsMode {
  return tlsModes.find((mode) => mode === text) ?? "auto";
}

/** The account behind a login: the database itself, and `app@db.example.com/orders` to call it by. A mail server's is the user. */
function accountOf({ host, port, username, database: name }: DatabaseTarget, driver: DriverName, defaultPort: number): Login["account"] {
  const where = port === defaultPort ? host : `${host}:${port}`;
  const by = username === null ? "" : `${username}@`;
  // A mail user is often an address, which names its host well enough.
  if (driver === "smtp") return { accountId: `${host}:${port}/${username ?? ""}`.toLowerCase(), accountLabel: username?.includes("@") ? username : `${by}${where}` };
  const what = name ?? (driver === "redis" ? "0" : driver === "postgresql" ? (username ?? "") : "");
  return { accountId: `${host}:${port}/${what}`.toLowerCase(), accountLabel: `${by}${where}${what === "" ? "" : `/${what}`}` };
}
