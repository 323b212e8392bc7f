import type { Basic } from "@/server/catalog/connector";
import { AppError } from "@/server/lib/errors";
import { defineAuthKind } from "./auth-kind";
import { keepFields } from "./keep-fields";
import { placeBasic, revealField } from "./place-credential";

/** RFC 7617. The fields are called `username` and `password`; where a vendor calls them otherwise, their order counts. */
export const basic = defineAuthKind("basic", {
  apply: (head, credential, option) => {
    if (option.driver !== undefined) throw new AppError("INVALID_REQUEST", "This connection is a mail server: it is not called over HTTP.");
    placeBasic(head, revealField(credential, keyOf(option, "username", 0)), revealField(credential, keyOf(option, "password", 1)));
  },
  acquire: keepFields,
});

function keyOf(option: Basic, key: string, position: number): string {
  return option.fields.some((field) => field.key === key) ? key : (option.fields[position]?.key ?? key);
}
