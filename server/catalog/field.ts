/** A value a credential, a callback or a token answer told. `pattern` is a full-match regular expression source. */
export type Fact = { name: string; pattern: string };
/** A fact that stands in a field of the credential. Group 1 of the full-match `pattern` is its value. */
export type FieldFact = { name: string; field: string; pattern: string };

/** One input of a form. `pattern` is a full-match regular expression source, checked as the person types and again on the server. */
export type Field = {
  key: string;
  label: string;
  secret: boolean;
  required: boolean;
  example: string;
  help?: string;
  /** Where the value is found: a sentence, and the vendor's page. */
  where?: { text: string; url?: string };
  pattern?: string;
  /** What to say when the pattern does not match. */
  patternHint?: string;
  /** What people paste along with the value, as a regular expression source: it is cut off before the check. */
  cut?: string;
  /**
   * What the value usually looks like, full match. Advice while the person types, never a refusal: vendors change the
   * shape of their keys, and whether one is good is for the vendor to say.
   */
  looksLike?: string;
  looksLikeHint?: string;
  /** The value is a JSON object that has these keys, as a service-account file. It may also be posted as an object. */
  jsonKeys?: string[];
  /** A closed choice. The first is the default. `facts` are what the choice means for the addresses: a region's hosts. */
  options?: { value: string; label: string; facts?: Record<string, string> }[];
  default?: string;
  /** `textarea` for multi-line values, `file` for a dropped JSON file, `password` is implied by `secret`. */
  control?: "text" | "textarea" | "file" | "switch";
};
