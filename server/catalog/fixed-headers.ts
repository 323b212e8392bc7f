import type { Connector } from "./connector";
import { fillTemplate } from "./fill-template";
import { readFacts } from "./read-facts";
import { templateNames } from "./template-names";

/** What is filled by connection, found again by the connector's headers: most have no template, and are as they stand. */
const isPlain = new WeakMap<object, boolean>();

/**
 * The connector's own headers for a connection with these inputs and facts. One whose value the connection does not
 * have is left out. The values are of the shape that the definition demands, so none of them can add a header.
 */
export function fixedHeaders(connector: Connector, facts: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const headers = connector.api?.headers;
  if (!headers) return {};
  let plain = isPlain.get(headers);
  if (plain === undefined) {
    plain = Object.values(headers).every((template) => templateNames(template).length === 0);
    isPlain.set(headers, plain);
  }
  if (plain) return headers;
  const values = readFacts(connector, facts);
  const has = (template: string) => templateNames(template).every((name) => values[name] !== undefined);
  return Object.fromEntries(Object.entries(headers).flatMap(([name, template]) => (has(template) ? [[name, fillTemplate(template, values)] as const] : [])));
}
