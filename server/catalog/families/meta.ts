import type { ErrorShape, Pagination } from "../operation";
import type { GuideStep, TokenAnswer, WebhookScheme } from "../connector";

/** The first steps at Meta, whose apps all start alike. */
export const metaAppSteps: GuideStep[] = [
  { text: "Open your apps at Meta for Developers and press Create app. It asks which use cases the app is for.", url: "https://developers.facebook.com/apps/" },
];

/** Until Meta has reviewed an app, only people with a role in it may sign in. */
export const metaReviewStep: GuideStep = { text: "Until Meta has reviewed the app, only people with a role in it can connect: add them under App roles. For everyone else, request advanced access to the permissions ticked here." };

export const metaErrors: ErrorShape = { code: "error.code", message: "error.message" };

/** The address of the next page would hold the token; the cursor does not. The last page is an empty one. */
export const metaPagination: Pagination = { kind: "cursor", param: "after", path: "paging.cursors.after" };

export const metaWebhook: WebhookScheme = {
  header: "x-hub-signature-256",
  algorithm: "hmac_sha256",
  encoding: "hex",
  prefix: "sha256=",
  signed: "{body}",
  key: "The secret of the Meta app",
};

/** Errors are an object (`error.code`), or at api.instagram.com `error_type` and `error_message`; granted permissions may be a list. */
export function readMetaToken(answer: Record<string, unknown>): TokenAnswer {
  const source = first(answer["data"]) ?? answer;
  const { access_token, expires_in, permissions } = source;
  const failure = failureOf(source);
  if (failure) return failure;
  const scope = Array.isArray(permissions) ? permissions.join(" ") : permissions;
  return {
    ...(typeof access_token === "string" ? { access_token } : {}),
    ...(typeof expires_in === "number" ? { expires_in } : {}),
    ...(typeof scope === "string" ? { scope } : {}),
  };
}

function failureOf(source: Record<string, unknown>): TokenAnswer | null {
  if (typeof source["error_message"] === "string") return { error: /code/i.test(source["error_message"]) ? "invalid_grant" : /client|secret/i.test(source["error_message"]) ? "invalid_client" : "invalid_request", error_description: source["error_message"] };
  const error = asRecord(source["error"]);
  if (error === null) return null;
  return { error: codes.find(([has]) => has(error))?.[1] ?? `meta_${String(error["code"])}`, ...(typeof error["message"] === "string" ? { error_description: error["message"] } : {}) };
}

type MetaError = Record<string, unknown>;
/** Meta's codes in OAuth's words; the subcodes are those of a sign-in code that is used up, too old, or from another address. */
const codes: [has: (error: MetaError) => boolean, name: string][] = [
  [({ error_subcode: subcode }) => subcode === 36008, "redirect_uri_mismatch"],
  [({ code }) => code === 191, "redirect_uri_mismatch"],
  [({ error_subcode: subcode }) => subcode === 36007 || subcode === 36009, "invalid_grant"],
  [({ code }) => code === 190 || code === 102, "invalid_grant"],
  [({ code, message }) => code === 101 || (code === 1 && /secret/i.test(String(message))), "invalid_client"],
  [({ code }) => code === 1 || code === 2, "temporarily_unavailable"],
  [({ code }) => code === 4 || code === 17 || code === 32 || code === 613, "too_many_requests"],
];

function first(value: unknown): Record<string, unknown> | null {
  return Array.isArray(value) ? asRecord(value[0]) : null;
}

function asRecord(value: unknown): Record<string, unknown> | null {
  return typeof value === "object" && value !== null ? { ...value } : null;
}
