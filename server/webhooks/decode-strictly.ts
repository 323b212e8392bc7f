/**
 * The bytes that hex or base64 text stands for, or undefined when it is anything else. Text that only a lenient
 * reader takes (spaces, missing padding, stray bits at the end) is refused, so that a signature has one spelling.
 */
export function decodeStrictly(text: string, encoding: "hex" | "base64"): Buffer | undefined {
  const bytes = Buffer.from(text, encoding);
  const spelling = encoding === "hex" ? text.toLowerCase() : text;
  return bytes.length > 0 && bytes.toString(encoding) === spelling ? bytes : undefined;
}
