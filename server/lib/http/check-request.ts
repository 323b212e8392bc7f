import { AppError } from "../errors";

export type RequestHead = {
  method: string;
  path: string;
  /** A record, or names and values in turn. */
  headers?: Record<string, string | string[] | undefined> | string[];
};

/**
 * Refuses what would carry a request past its vetted origin. A `Host` header would choose the TLS name and the virtual
 * host; CONNECT asks for a tunnel; TRACE has the vendor read the credential back to the caller.
 */
export function checkRequest({ method, path, headers }: RequestHead): void {
  if (/^(connect|trace|track)$/i.test(method)) throw new AppError("INVALID_REQUEST", `${method} requests are not sent.`);
  if (!path.startsWith("/")) throw new AppError("INVALID_REQUEST", "The path of a request has to start with a slash.");
  if (headers !== undefined && hasHeader(headers, "host")) {
    throw new AppError("INVALID_REQUEST", "The Host header cannot be set; it follows from the address.");
  }
}

/** Whether `headers` has `name`, which is given in lower case. */
export function hasHeader(headers: NonNullable<RequestHead["headers"]>, name: string): boolean {
  const isIt = (given: string | undefined) => given?.length === name.length && given.toLowerCase() === name;
  if (!Array.isArray(headers)) return Object.keys(headers).some(isIt);
  return headers.some((entry, index) => index % 2 === 0 && isIt(entry));
}
