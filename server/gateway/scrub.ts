/** Names whose values are secrets wherever they stand: in headers, JSON and forms. */
const secretName = "[\\w.-]*(?:authorization|passw(?:or)?d|passphrase|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|credential|cookie|signature|session|card\\[?number|cvc|cvv|iban|ssn)[\\w.\\]-]*";
const inName = new RegExp(`^${secretName}$`, "i");
const inJson = new RegExp(`("${secretName}"\\s*:\\s*)("(?:[^"\\\\]|\\\\.)*"?|-?\\d[\\d.eE+-]*)`, "gi");
const inForm = new RegExp(`((?:^|[?&\\n])${secretName}=)[^&\\s]*`, "gi");
const hidden = "[hidden]";
/** Harmless although their names look otherwise: what pages and idempotency are made of. */
const harmless = /^"?(?:next_?page_?token|page_?token|sync_?token|continuation_?token|session_?count|idempotency-key)"?$/i;

/** Headers as they may be kept: one line each, secrets hidden by name. */
export function scrubHead(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined) continue;
    kept[name] = inName.test(name) && !harmless.test(name) ? hidden : typeof value === "string" ? value : value.join(", ");
  }
  return kept;
}

/** Text of a body or a query as it may be kept: secrets hidden by the names that stand before them. */
export function scrubText(text: string): string {
  return text
    .replace(inJson, (all, before: string) => (harmless.test(before.replace(/\s*:\s*$/, "")) ? all : `${before}"${hidden}"`))
    .replace(inForm, (all, before: string) => (harmless.test(before.replace(/^[?&\n]/, "").replace(/=$/, "")) ? all : `${before}${hidden}`));
}
