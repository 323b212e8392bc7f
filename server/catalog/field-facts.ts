import type { AuthOption } from "./connector";
import { matchesFully } from "./field.schema";

/** What a pasted credential tells by itself: Mailchimp's data centre, Twilio's account. None of it is secret. */
export function fieldFacts(option: AuthOption, fields: Readonly<Record<string, string>>): Record<string, string> {
  const declared = "facts" in option ? (option.facts ?? []) : [];
  return Object.fromEntries(
    declared.flatMap(({ name, field, pattern }) => {
      const value = fields[field] ?? "";
      const told = matchesFully(pattern, value) ? new RegExp(`^(?:${pattern})$`, "u").exec(value)?.[1] : undefined;
      return told === undefined ? [] : [[name, told] as const];
    }),
  );
}
