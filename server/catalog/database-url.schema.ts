/** The values of a database form. */
export type DatabaseUrlValues = { host: string; port?: string; username?: string; password?: string; database?: string; tls?: string };

/**
 * Takes a pasted connection string apart, so that one paste fills the whole form: `postgres://`, `postgresql://`,
 * `redis://`, `rediss://`. Null for anything else. Isomorphic: the form does it, and the text goes nowhere.
 */
export function readDatabaseUrl(text: string): DatabaseUrlValues | null {
  const pasted = text.trim();
  if (!/^(postgres(ql)?|rediss?):\/\//i.test(pasted) || !URL.canParse(pasted)) return null;
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

/** libpq's `sslmode`, as far as the form has a word for it; `rediss` means TLS. */
function tlsOf(url: URL): string {
  if (url.protocol === "rediss:") return "verify-full";
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
