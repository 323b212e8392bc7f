import { defineAuthKind } from "./auth-kind";
import { keepFields } from "./keep-fields";
import { placeToken } from "./place-credential";

/** A token that the person pasted, such as a personal access token. The first field is the token. */
export const bearer = defineAuthKind("bearer", {
  apply: (head, credential, option) => placeToken(head, option.placement, credential, option.fields[0]?.key ?? "token"),
  acquire: keepFields,
});
