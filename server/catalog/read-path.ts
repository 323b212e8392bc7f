/**
 * The value at a dotted path of a JSON value (`team.id`, `users.0.name`, `data.-1.id` for the last), or undefined.
 * A key that has dots itself is found too, as the last part: `@odata.nextLink`.
 */
export function readPath(value: unknown, path: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  if (Object.hasOwn(value, path)) return Reflect.get(value, path);
  const [, key = "", rest] = /^([^.]*)(?:\.(.*))?$/s.exec(path) ?? [];
  const found: unknown = Array.isArray(value) && key === "-1" ? value.at(-1) : Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
  return rest === undefined ? found : readPath(found, rest);
}
