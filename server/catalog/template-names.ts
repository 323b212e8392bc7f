/** The names between braces, in order and once each: `https://{shop}.myshopify.com` → `["shop"]`. */
export function templateNames(template: string): string[] {
  return [...new Set([...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ""))];
}
