import { defineAuthKind } from "./auth-kind";
import { placeToken } from "./place-credential";

/** RFC 6750, or where the vendor wants the token. It is acquired in the browser and refreshed with its refresh token. */
export const oauth2 = defineAuthKind("oauth2", {
  apply: (head, credential, option) => placeToken(head, option.placement, credential, "access_token"),
});
