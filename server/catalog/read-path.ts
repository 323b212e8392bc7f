/** The value at a dotted path of a JSON value (`team.id`, `users.0.name`, `data.-1.id` for the last), or undefined. */
export function readPath(value: unknown, path: string): unknown {
  let found: unknown = value;
  for (const key of path.split(".")) {
    if (Array.isArray(found) && key === "-1") found = found.at(-1);
    else if (typeof found === "object" && found !== null && Object.hasOwn(found, key)) found = Reflect.get(found, key);
    else return undefined;
  }
  return found;
}
