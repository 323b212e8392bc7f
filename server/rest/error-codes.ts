import { AppError, type ErrorCode } from "@/server/lib/errors";

type Facts = { meaning: string; next: string };

/** By the code inside, so that a new one cannot go unexplained. Who is not signed in and whose key is bad get the same. */
const facts: Record<Exclude<ErrorCode, "UNAUTHENTICATED">, Facts> = {
  INVALID_REQUEST: { meaning: "The request is not one this address takes: a field, the body or the method.", next: "`details.fields` says by name what does not fit. Correct it and send it again. A method that the address does not take answers 405." },
  INVALID_API_KEY: { meaning: "There is no API key or session, or it is not valid any more.", next: "Send `Authorization: Bearer <API key>`. Keys are made under Settings, API keys." },
  FORBIDDEN: { meaning: "You are known, but may not do this: the key lacks a scope, your role is too small, or a browser asked from another site.", next: "`details.permission` names the missing scope. An admin can make a key that has it." },
  NOT_FOUND: { meaning: "There is no such thing in this workspace. What belongs to another workspace answers the same.", next: "Check the id, and whose key you are using." },
  CONFLICT: { meaning: "It cannot be done in the present state, such as a call through a paused connection.", next: "The message says what stands in the way." },
  PAYLOAD_TOO_LARGE: { meaning: "The body is too large.", next: "Send less at once. Large bodies for a vendor go through the proxy." },
  CREDENTIAL_REFUSED: { meaning: "The vendor refused the credential that you posted. Nothing was stored.", next: "`details.provider` names the vendor. Copy the key again, or make a new one there." },
  REAUTHORIZATION_REQUIRED: { meaning: "The vendor has ended the access. No retry helps.", next: "Connect again with the same `connectionId`; id, settings and history stay." },
  RATE_LIMIT_EXCEEDED: { meaning: "Too many requests, to Patchbay or to the vendor.", next: "Wait as many seconds as the header Retry-After says." },
  INTERNAL: { meaning: "A defect of Patchbay.", next: "Give your admin the `requestId`; the server's log has the cause under it." },
  VENDOR_ERROR: { meaning: "The vendor answered with an error of its own. The code begins with its name, such as STRIPE_API_ERROR.", next: "The message says what the vendor minds. Retrying helps only if it is passing." },
  SERVICE_UNAVAILABLE: { meaning: "The vendor, or Patchbay's own database, does not answer at present.", next: "Try again after the header Retry-After, or in a minute." },
  TIMEOUT: { meaning: "The answer did not come in time. What was asked may have been done all the same.", next: "Look whether it was before you send it again." },
};

const isExplained = (code: string): code is keyof typeof facts => Object.hasOwn(facts, code);

/** Every code that an answer's `error.code` can have, by status, for the API document. */
export function describeErrorCodes() {
  return Object.keys(facts)
    .filter(isExplained)
    .map((inside) => {
      const { meaning, next } = facts[inside];
      const { publicCode: code, status } = new AppError(inside, meaning, inside === "VENDOR_ERROR" ? { details: { provider: "<vendor>" } } : {});
      return { code, status, meaning, next };
    })
    .toSorted((one, other) => one.status - other.status);
}
