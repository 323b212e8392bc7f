/** An answer's headers; names in lower case. */
export type VendorHeaders = Readonly<Record<string, string | string[] | undefined>>;

const dayMs = 86_400_000;

/**
 * How long the vendor asks to wait, in milliseconds: `Retry-After` in seconds or as a date (RFC 9110 §10.2.3), or the
 * millisecond headers that some send. Null when it does not say; never more than a day.
 */
export function readWait(headers: VendorHeaders, now: number): number | null {
  const inMs = numberOf(firstOf(headers["retry-after-ms"]) ?? firstOf(headers["x-ms-retry-after-ms"]));
  if (inMs !== null) return bound(inMs);
  const given = firstOf(headers["retry-after"]);
  if (given === undefined) return null;
  const seconds = numberOf(given);
  if (seconds !== null) return bound(seconds * 1_000);
  // Date.parse also takes `-5` for a year.
  const date = /^[A-Za-z]{3,9},? /.test(given) ? Date.parse(given) : Number.NaN;
  return Number.isNaN(date) ? null : bound(date - now);
}

/** The same in whole seconds from 1 to an hour, as it is told to who asked. */
export function readWaitSeconds(headers: VendorHeaders, now: number): number | null {
  const ms = readWait(headers, now);
  return ms === null ? null : Math.min(Math.max(Math.ceil(ms / 1_000), 1), 3_600);
}

const bound = (ms: number) => Math.min(Math.max(Math.ceil(ms), 0), dayMs);

/** The first of several lines of a header. */
export function firstOf(value: string | string[] | undefined): string | undefined {
  const one = typeof value === "string" ? value : value?.[0];
  return one?.trim();
}

/** Plain decimal numbers alone; the first one of a list such as `100, 100;w=60`. */
export function numberOf(text: string | undefined): number | null {
  const found = text === undefined ? null : /^(\d{1,15}(\.\d{1,6})?)(?=$|[,;\s])/.exec(text);
  return found?.[1] === undefined ? null : Number(found[1]);
}
