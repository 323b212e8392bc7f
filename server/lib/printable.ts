/** Text of a vendor or a caller as it may be stored and shown: PostgreSQL takes no NUL, and terminals obey the others. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, " ");
}
