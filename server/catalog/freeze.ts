/** Freezes a definition through and through: it is shared by every request, and nobody may write to it. */
export function freeze<T extends object>(value: T): T {
  for (const part of Object.values(value)) if (typeof part === "object" && part !== null) freeze(part);
  return Object.freeze(value);
}
