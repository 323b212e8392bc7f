import type { Basic } from "@/server/catalog/connector";
import { defineAuthKind } from "./auth-kind";
import { keepFields } from "./keep-fields";
import { placeBasic, revealField } from "./place-credential";

/** RFC 7617. The fields are called `username` and `password`; where a vendor calls them otherwise, their order counts. */
export const basic = defineAuthKind("basic", {
  apply: (head, credential, option) => placeBasic(head, revealField(credential, keyOf(option, "username", 0)), revealField(credential, keyOf(option, "password", 1))),
  acquire: keepFields,
});

function keyOf(option: Basic, key: string, position: number): string {
  return option.fields.some((field) => field.key === key) ? key : (option.fields[position]?.key ?? key);
}
