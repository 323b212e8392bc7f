import type { KeyPlacement } from "@/server/catalog/connector";
import { defineAuthKind, type RequestHead } from "./auth-kind";
import type { CredentialFields } from "./credential";
import { keepFields } from "./keep-fields";
import { appendQuery, fillFromCredential, placeBasic, placeCredential } from "./place-credential";

/** A key in headers, in the query, or as one half of HTTP Basic. */
export const apiKey = defineAuthKind("api_key", {
  apply: (head, credential, { placement }) => {
    if (!Array.isArray(placement)) return placeKey(head, placement, credential);
    for (const place of placement) placeCredential(head, place, credential);
  },
  acquire: keepFields,
});

function placeKey(head: RequestHead, placement: KeyPlacement, credential: CredentialFields): void {
  switch (placement.in) {
    case "basic":
      return placeBasic(head, fillFromCredential(placement.username, credential), fillFromCredential(placement.password, credential));
    case "query_string":
      return appendQuery(head.url, fillFromCredential(placement.template, credential).replace(/^\?/, ""));
    case "aws_sigv4":
    case "oauth1":
      throw new Error(`${placement.in} signs nothing yet`);
    case "header":
    case "query":
      return placeCredential(head, placement, credential);
  }
}
