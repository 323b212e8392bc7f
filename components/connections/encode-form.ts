/** `name=value` lines as a form's body. */
export function encodeForm(lines: string): string {
  const pairs = lines
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line): [string, string] => {
      const at = line.indexOf("=");
      return at === -1 ? [line.trim(), ""] : [line.slice(0, at).trim(), line.slice(at + 1)];
    });
  return new URLSearchParams(pairs).toString();
}
