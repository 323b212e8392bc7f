import { defineAuthKind } from "./auth-kind";
import { keepFields } from "./keep-fields";
import { fillFromCredential, placeBasic, placeCredential } from "./place-credential";

/** A key in a header, a query parameter, or as one half of HTTP Basic. */
export const apiKey = defineAuthKind("api_key", {
  apply: (head, credential, { placement }) => {
    if (placement.in !== "basic") return placeCredential(head, placement, credential);
    placeBasic(head, fillFromCredential(placement.username, credential), fillFromCredential(placement.password, credential));
  },
  acquire: keepFields,
});
