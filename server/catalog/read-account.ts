import type { Verification } from "./connector";
import { fillTemplate } from "./fill-template";
import { readPath } from "./read-path";
import { templateNames } from "./template-names";

export type Account = { id: string | null; label: string | null };

/** Whose account a verified credential belongs to, from the vendor's answer and the connection's facts. */
export function readAccount(account: Verification["account"], answer: unknown, facts: Readonly<Record<string, string>>): Account {
  return { id: firstOf(account.id, answer, facts), label: firstOf(account.label, answer, facts) };
}

function firstOf(candidates: readonly string[], answer: unknown, facts: Readonly<Record<string, string>>): string | null {
  for (const candidate of candidates) {
    const found = candidate.includes("{") ? fromFacts(candidate, facts) : readPath(answer, candidate);
    if (typeof found === "string" && found.trim() !== "") return found.trim().slice(0, 200);
    if (typeof found === "number") return String(found);
  }
  return null;
}

function fromFacts(template: string, facts: Readonly<Record<string, string>>): string | undefined {
  return templateNames(template).every((name) => Object.hasOwn(facts, name)) ? fillTemplate(template, facts) : undefined;
}
