/** What the form about calls holds, for the schema to check: numbers as numbers, an empty budget as none of our own. */
export function readCallPolicy(form: FormData): Record<string, unknown> {
  const number = (name: string) => Number(form.get(name));
  return {
    retries: number("retries"),
    firstByteSeconds: number("firstByteSeconds"),
    queueSeconds: number("queueSeconds"),
    budget: form.get("calls") === "" ? [] : [{ calls: number("calls"), seconds: number("seconds") }],
    isCached: form.has("isCached"),
    hasBreaker: form.has("hasBreaker"),
  };
}
