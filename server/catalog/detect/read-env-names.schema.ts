import type { Name } from "./read-names.schema";

/** What frameworks, and people with several parts, put before a variable's own name. */
const fronts = /^(?:(?:NEXT|EXPO)_(?:PUBLIC|PRIVATE)_|NUXT_(?:PUBLIC_)?|VITE_|REACT_APP_|GATSBY_|PUBLIC_|APP_|AUTH_|OAUTH_|SERVER_|BACKEND_)+/;

/** Which kind of database it is: `DB_CONNECTION=pgsql`. */
const engineNamed = /(^|_)(DB|DATABASE)_(CONNECTION|DRIVER|DIALECT|TYPE|CLIENT|ENGINE|ADAPTER)$/;

/**
 * The variables of an environment file. Only upper case counts: a line of a key's own text, whose `=` fills it up,
 * reads like a variable too. Of a value that is an address come its scheme and host,
 * and the kind of a database, to be compared with those of the table.
 */
export function readEnvNames(text: string): Name[] {
  return Array.from(text.matchAll(/^[ \t]*(?:export[ \t]+)?([A-Z][A-Z0-9_]{1,60})[ \t]*=[ \t]*(.*)$/gm), ([, name = "", value = ""]) => namesOf(name, value)).flat();
}

function namesOf(name: string, value: string): Name[] {
  const engine = engineNamed.test(name) ? /^["']?([a-z][a-z0-9]{1,20})["']?\s*(?:#.*)?$/.exec(value)?.[1] : undefined;
  const engineName: Name[] = engine === undefined ? [] : [{ kind: "schemes", name: engine, within: name }];
  return [{ kind: "variables", name: name.replace(fronts, "") || name, within: name }, ...engineName, ...addressNames(value, name)];
}

/** The scheme and the host of an address, without user, password, port and path. */
export function addressNames(value: string, within: string): Name[] {
  const found = /^["']?(?:\$\{\w+:-)?([a-z][a-z0-9+]{1,30}):\/\/(?:[^\s@/]*@)?([A-Za-z0-9.-]*)/.exec(value);
  if (!found) return [];
  const [, scheme = "", host = ""] = found;
  const name = scheme.replace(/\+.*$/, "");
  if (name === "http" || name === "https") return [{ kind: "hosts", name: host.toLowerCase(), within }];
  return [{ kind: "schemes", name, within }];
}
