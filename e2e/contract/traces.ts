import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

/** Every form in which a secret could lie somewhere and still be had: as it is, escaped, in hex or in base64 at any offset. */
function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const hex = bytes.toString("hex");
  // Inside of something longer, base64 depends on where a group of three begins; the ends are cut to whole groups.
  const inBase64 = [0, 1, 2].map((offset) => bytes.subarray(offset, offset + Math.floor((bytes.length - offset) / 3) * 3).toString("base64"));
  const forms = [secret, encodeURIComponent(secret), new URLSearchParams({ s: secret }).toString().slice(2), JSON.stringify(secret).slice(1, -1), hex, hex.toUpperCase(), ...inBase64, ...inBase64.map((text) => text.replaceAll("+", "-").replaceAll("/", "_"))];
  return [...new Set(forms)];
}

/** Which of the secrets a text holds, in any form. */
export function tracesIn(text: string | Buffer, secrets: Record<string, string>): string[] {
  return Object.entries(secrets).flatMap(([name, secret]) => (formsOf(secret).some((form) => text.includes(form)) ? [name] : []));
}

/** Which of the secrets lie in any file of a folder, with the file's name. */
export async function tracesInFolder(folder: string, secrets: Record<string, string>): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    for (const name of tracesIn(await readFile(file), secrets)) found.push(`${name} in ${path.relative(folder, file)}`);
  }
  return found;
}
