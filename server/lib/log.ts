import { format } from "node:util";
import { type DestinationStream, type Logger, pino } from "pino";
import { isAppError } from "./errors";

export type Log = Logger;

const hidden = "[secret]";
const maxDepth = 6;

/** Keys whose value is never written, whatever it is. */
const sensitiveKey =
  /^auth$|authorization|cookie|password|passwd|passphrase|secret|token|api[-_]?key|access[-_]?key|private[-_]?key|verifier|credential|assertion|signature|connection[-_]?string/i;

/** Values that are credentials by their look, wherever they stand in a text. */
const credentialShapes: readonly RegExp[] = [
  // Authorization values; the lookahead leaves prose such as "Basic authentication" alone.
  /\b(?:Bearer|Basic|Token|Digest|Negotiate)\s+(?!authentication\b|authorization\b|credentials?\b)[\w.~+/=-]{8,}/gi,
  // Header lines that carry a credential of any form.
  /\b(?:authorization|proxy-authorization|cookie|set-cookie|x-api-key)["']?\s*:\s*["']?[^\r\n"']+/gi,
  // `name=value` of query strings, forms and connection strings, and `"name":"value"` of JSON.
  /(?<=\b(?:access_token|refresh_token|id_token|token|client_secret|secret|api[-_]?key|password|passwd|pwd|code_verifier|client_assertion|assertion|signature)=)[^&\s"']+/gi,
  /(?<=[?&](?:code|state|key|sig|x-amz-signature|x-amz-security-token)=)[^&#\s"']+/gi,
  /(?<="(?:access_token|refresh_token|id_token|token|client_secret|secret|api[-_]?key|password|private_key|code_verifier|client_assertion|assertion)"\s*:\s*")(?:[^"\\]|\\.)+/gi,
  // The user part of an address.
  /(?<=\b[a-z][a-z\d+.-]*:\/\/)[^\s/?#"']+(?=@)/gi,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  // A JSON Web Token.
  /\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g,
  // Vendors' prefixes, and ours.
  /\b(?:[srp]k|whsec|xox[a-z]|xapp|gh[oprsu]|github_pat|glpat|SG|shp(?:at|ss|ca|pa)|lin_(?:api|oauth)|pat-\w+|ntn|secret|sntry[su]|do[opr]_v1|xkeysib|NRAK|GOCSPX|ya29|sl|dapi|ATATT3|pb)[_.-][\w.-]{8,}/g,
  /\b(?:AIza[\w-]{30,}|(?:AKIA|ASIA)[A-Z\d]{16}|ATATT3[\w=-]{20,}|dapi[a-f\d]{32}|SK[a-f\d]{32})/g,
];

/**
 * The one logger. What it writes is scrubbed twice, by key and by the look of the value, because a redaction by
 * path misses deep ones. `destination` is standard output unless given.
 */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    formatters: { log: (fields: object) => scrubFields(fields, 0) },
    // pino's own would put an error's causes into its message.
    serializers: { err: (error: unknown) => error },
    hooks: { logMethod: writeScrubbed },
  };
  const log = destination ? pino(options, destination) : pino(options);
  const createChild: Log["child"] = Reflect.get(log, "child");
  // Children inherit this method; pino itself formats a child's fields with nothing of its parent's.
  log.child = function child(this: Logger, bindings, childOptions) {
    return Reflect.apply(createChild, this, [scrubFields(bindings, 0), childOptions]);
  };
  return log;
}

/** Puts the message together before pino does: a secret may be whole only once its parts are. */
function writeScrubbed(this: Logger, args: unknown[], method: (...args: never[]) => void): void {
  const [first, ...rest] = args;
  const hasFields = typeof first === "object" && first !== null;
  const [message, ...values] = hasFields ? rest : args;
  const template = message ?? (first instanceof Error ? first.message : undefined);
  const text = template === undefined ? [] : [scrubText(format(template, ...values.map(scrubObject)))];
  const fields = first instanceof Error ? { err: first } : first;
  Reflect.apply(method, this, hasFields ? [fields, ...text] : text);
}

/** Texts wait for the whole message: half a credential does not look like one. */
const scrubObject = (value: unknown): unknown => (typeof value === "object" ? scrubValue(value, 0) : value);

function scrubFields(fields: object, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, sensitiveKey.test(key) ? hidden : scrubValue(value, depth)]),
  );
}

function scrubValue(value: unknown, depth: number): unknown {
  if (typeof value === "string") return scrubText(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth >= maxDepth) return "[deep]";
  if (value instanceof Error) return scrubError(value, depth + 1);
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return `[${value.byteLength} bytes]`;
  if (Array.isArray(value)) return value.map((entry) => scrubValue(entry, depth + 1));
  if ("toJSON" in value && typeof value.toJSON === "function") return scrubValue(Reflect.apply(value.toJSON, value, []), depth + 1);
  return scrubFields(value, depth + 1);
}

/** Named fields only: a driver's error carries the query's parameters and whole rows in the others. */
function scrubError(error: Error, depth: number): Record<string, unknown> {
  const message = hideParameters(error.message);
  const facts = isAppError(error) ? { detail: error.detail, details: error.details } : {};
  return {
    name: error.name,
    ...("code" in error ? { code: scrubValue(error.code, depth) } : {}),
    message: scrubShapes(message),
    ...scrubFields(facts, depth),
    stack: scrubShapes((error.stack ?? "").replace(error.message, () => message)),
    ...(error.cause === undefined ? {} : { cause: scrubValue(error.cause, depth) }),
    ...(error instanceof AggregateError ? { errors: scrubValue(error.errors, depth) } : {}),
  };
}

/** The text with everything that looks like a credential replaced. */
export function scrubText(text: string): string {
  return scrubShapes(hideParameters(text));
}

function scrubShapes(text: string): string {
  return credentialShapes.reduce((scrubbed, shape) => scrubbed.replace(shape, hidden), text);
}

/** The query builder repeats every parameter of a failed query in its message. */
function hideParameters(text: string): string {
  return text.replace(/(Failed query: [\s\S]*?\nparams: )[\s\S]*/, "$1[hidden]");
}
