import type { RequestHead } from "./auth-kind";

/** Sets a header so that no other spelling of its name survives: the credential wins over what the caller sent. */
export function setHeader(head: RequestHead, name: string, value: string): void {
  const lower = name.toLowerCase();
  for (const given in head.headers) {
    if (given.length === lower.length && given !== lower && given.toLowerCase() === lower) delete head.headers[given];
  }
  head.headers[lower] = value;
}
