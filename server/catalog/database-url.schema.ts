/** The values of a database form. */
export type DatabaseUrlValues = { host: string; port?: string; username?: string; password?: string; database?: string; tls?: string; scheme?: string; auth_source?: string };

/**
 * Takes a pasted connection string apart, so that one paste fills the whole form: `postgres://`, `postgresql://`,
 * `mysql://`, `mariadb://`, `redis://`, `rediss://`, `mongodb://`, `mongodb+srv://`. Null for anything else.
 * Isomorphic: the form does it, and the text goes nowhere.
 */
export function readDatabaseUrl(text: string): DatabaseUrlValues | null {
  const pasted = text.trim();
  if (/^mongodb(\+srv)?:\/\//i.test(pasted)) return readMongoUrl(pasted);
  if (!/^(postgres(ql)?|mysql|mariadb|rediss?):\/\//i.test(pasted) || !URL.canParse(pasted)) return null;
  const url = new URL(pasted);
  const host = decode(url.hostname).replace(/^\[(.*)\]$/, "$1");
  if (host === "") return null;
  return {
    host,
    ...present("port", url.port),
    ...present("username", decode(url.username)),
    ...present("password", decode(url.password)),
    ...present("database", decode(url.pathname.slice(1))),
    ...present("tls", tlsOf(url)),
  };
}

/** A URL parser refuses several hosts: `mongodb://ada:secret@a.example:27017,b.example/shop?authSource=admin`. */
function readMongoUrl(pasted: string): DatabaseUrlValues | null {
  const [, scheme = "", login, host = "", database, query] = /^(mongodb(?:\+srv)?):\/\/(?:([^@/]*)@)?([^/?]+)(?:\/([^?]*))?(?:\?(.*))?$/i.exec(pasted) ?? [];
  if (host === "") return null;
  const options = new URLSearchParams(query);
  const [username = "", password = ""] = /^([^:]*)(?::(.*))?$/.exec(login ?? "")?.slice(1) ?? [];
  const isEncrypted = options.get("tls") ?? options.get("ssl");
  const isLax = options.get("tlsAllowInvalidCertificates") === "true" || options.get("tlsInsecure") === "true";
  return {
    scheme: scheme.toLowerCase(),
    host,
    ...present("username", decode(username)),
    ...present("password", decode(password)),
    ...present("database", decode(database ?? "")),
    ...present("auth_source", options.get("authSource") ?? ""),
    ...present("tls", isEncrypted === "true" ? (isLax ? "require" : "verify-full") : isEncrypted === "false" ? "disable" : ""),
  };
}

/** libpq's `sslmode` and MySQL's `ssl-mode`, as far as the form has a word for them; `rediss` means TLS. */
function tlsOf(url: URL): string {
  if (url.protocol === "rediss:") return "verify-full";
  const mysqlMode = (url.searchParams.get("ssl-mode") ?? url.searchParams.get("sslMode") ?? "").toUpperCase();
  if (mysqlMode === "REQUIRED") return "require";
  if (mysqlMode === "DISABLED") return "disable";
  if (mysqlMode.startsWith("VERIFY_")) return "verify-full";
  const mode = url.searchParams.get("sslmode");
  if (mode === "verify-full" || mode === "require" || mode === "disable") return mode;
  return mode === "verify-ca" ? "verify-full" : "";
}

function present(key: string, value: string): Record<string, string> {
  return value === "" ? {} : { [key]: value };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
