type ErrorCodeFacts = { code: string; status: number; meaning: string; next: string };

/** Every code that an answer's `error.code` can have, for the API document. */
export const errorCodes: readonly ErrorCodeFacts[] = [
  { code: "INVALID_REQUEST", status: 400, meaning: "The request is not one this address takes: a field, the body or the method.", next: "`details.fields` says by name what does not fit. Correct it and send it again. (413 when the body is too large, 405 when the method is another.)" },
  { code: "INVALID_API_KEY", status: 401, meaning: "There is no API key or session, or it is not valid any more.", next: "Send `Authorization: Bearer <API key>`. Keys are made under Settings, API keys." },
  { code: "INVALID_API_KEY", status: 422, meaning: "The vendor refused the credential that you posted. Nothing was stored.", next: "`details.provider` names the vendor. Copy the key again, or make a new one there." },
  { code: "PAYMENT_FAILED", status: 402, meaning: "The vendor declined a payment.", next: "Tell the payer, or try another means of payment." },
  { code: "FORBIDDEN", status: 403, meaning: "You are known, but may not do this: the key lacks a scope, your role is too small, or a browser asked from another site.", next: "`details.permission` names the missing scope. An admin can make a key that has it." },
  { code: "NOT_FOUND", status: 404, meaning: "There is no such thing in this workspace. What belongs to another workspace answers the same.", next: "Check the id, and whose key you are using." },
  { code: "CONFLICT", status: 409, meaning: "It cannot be done in the present state, such as a call through a paused connection.", next: "The message says what stands in the way." },
  { code: "REAUTHORIZATION_REQUIRED", status: 424, meaning: "The vendor has ended the access. No retry helps.", next: "Connect again with the same `connectionId`; id, settings and history stay." },
  { code: "RATE_LIMIT_EXCEEDED", status: 429, meaning: "Too many requests, to Patchbay or to the vendor.", next: "Wait as many seconds as the header Retry-After says." },
  { code: "INTERNAL", status: 500, meaning: "A defect of Patchbay.", next: "Give your admin the `requestId`; the server's log has the cause under it." },
  { code: "<VENDOR>_API_ERROR", status: 502, meaning: "The vendor answered with an error of its own. The code begins with its name, such as STRIPE_API_ERROR.", next: "The message says what the vendor minds. Retrying helps only if it is passing." },
  { code: "SERVICE_UNAVAILABLE", status: 503, meaning: "The vendor, or Patchbay's own database, does not answer at present.", next: "Try again after the header Retry-After, or in a minute." },
  { code: "TIMEOUT", status: 504, meaning: "The vendor did not answer in time. It may have done what was asked all the same.", next: "Look whether it did before you send it again." },
];
