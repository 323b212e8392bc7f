/** A rule that a definition breaks: where in it, as a dotted path, and what the rule asks for, as a sentence for the person. */
export type BrokenRule = { field: string; rule: string };

/** The broken rules among these: each that is not kept, by what it is about. */
export function broken(...rules: [field: string, isKept: boolean, rule: string][]): BrokenRule[] {
  return rules.flatMap(([field, isKept, rule]) => (isKept ? [] : [{ field, rule }]));
}
