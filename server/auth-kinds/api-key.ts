import type { KeyPlacement } from "@/server/catalog/connector";
import { defineAuthKind, type Facts, type RequestHead } from "./auth-kind";
import type { CredentialFields } from "./credential";
import { keepFields } from "./keep-fields";
import { appendQuery, fillFromCredential, placeBasic, placeCredential } from "./place-credential";
import { signAws } from "./sign-aws";
import { signOAuth1 } from "./sign-oauth1";

/** A key in headers, in the query, as one half of HTTP Basic, or as what signs the request. */
export const apiKey = defineAuthKind("api_key", {
  apply: (head, credential, { placement }, facts) => {
    if (!Array.isArray(placement)) return placeKey(head, placement, credential, facts);
    for (const place of placement) placeCredential(head, place, credential);
  },
  acquire: keepFields,
});

function placeKey(head: RequestHead, placement: KeyPlacement, credential: CredentialFields, facts: Facts): void {
  switch (placement.in) {
    case "basic":
      return placeBasic(head, fillFromCredential(placement.username, credential), fillFromCredential(placement.password, credential));
    case "query_string":
      return appendQuery(head, fillFromCredential(placement.template, credential).replace(/^\?/, ""));
    case "aws_sigv4":
      return signAws(head, placement, credential, facts);
    case "oauth1":
      return signOAuth1(head, placement, credential, facts);
    case "header":
    case "query":
      return placeCredential(head, placement, credential);
  }
}
