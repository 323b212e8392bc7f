import type { Json } from "../operation";

export type SampleValues = Readonly<Record<string, string>>;

/** A sample's text with its values. Throws for a name that nothing was entered for. */
export function fillText(text: string, values: SampleValues, encode = (value: string) => value): string {
  if (text.startsWith("^")) return text;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`the sample says ${whole}, and nothing has that name`);
    return encode(value);
  });
}

/** The same in every text of a JSON value. */
export function fillDeep(value: Json, values: SampleValues): Json {
  if (typeof value === "string") return fillText(value, values);
  if (Array.isArray(value)) return value.map((entry) => fillDeep(entry, values));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, fillDeep(entry, values)]));
}

/** Method and whole address of a call. */
export function fillCall(call: string, values: SampleValues): string {
  return fillText(call, values, encodeURIComponent);
}

/** A header as it is on the wire: `Basic a:b` is encoded. */
export function fillHeader(text: string, values: SampleValues): string {
  const filled = fillText(text, values);
  const pair = /^Basic (.*:.*)$/s.exec(filled)?.[1];
  return pair === undefined ? filled : `Basic ${Buffer.from(pair, "utf8").toString("base64")}`;
}

/** Whether a text is what the sample says, which may be a regular expression. */
export function isAsSaid(said: string, found: string | undefined): boolean {
  return said.startsWith("^") ? found !== undefined && new RegExp(said, "u").test(found) : said === found;
}
