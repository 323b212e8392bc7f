import type { Json } from "@/server/catalog/operation";
import { randomToken } from "@/server/lib/ids";
import type { BuiltBody } from "./build-request.schema";
import { textOf } from "./fill-value";

/** A body as it is sent, with its content type. */
export function encodeBody(body: BuiltBody): { contentType: string; bytes: Uint8Array | string } {
  if (body.type === "json") return { contentType: "application/json", bytes: JSON.stringify(body.value) };
  if (body.type === "form") return { contentType: "application/x-www-form-urlencoded", bytes: new URLSearchParams(body.pairs).toString() };
  if (body.type === "raw") return encodeRaw(body);
  const boundary = `patchbay-${randomToken(18)}`;
  const parts = body.parts.map(([name, value]) => encodePart(name, value, boundary));
  return { contentType: `multipart/form-data; boundary=${boundary}`, bytes: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]) };
}

function encodeRaw({ value, contentType }: Extract<BuiltBody, { type: "raw" }>): { contentType: string; bytes: Uint8Array | string } {
  const file = typeof value === "object" && value !== null && !Array.isArray(value) ? fileOf({ fileName: "file", ...value }) : null;
  const own = file?.contentType.replaceAll(/[^\x20-\x7e]/g, "") ?? "text/plain; charset=utf-8";
  return { contentType: contentType ?? own, bytes: file ? Buffer.from(file.base64, "base64") : textOf(value) };
}

function encodePart(name: string, value: Json, boundary: string): Buffer {
  const file = fileOf(value);
  const lines = [
    `--${boundary}`,
    `Content-Disposition: form-data; name="${escapeName(name)}"${file ? `; filename="${escapeName(file.fileName)}"` : ""}`,
    ...(file ? [`Content-Type: ${file.contentType.replaceAll(/[^\x20-\x7e]/g, "")}`] : typeof value === "object" && value !== null ? ["Content-Type: application/json"] : []),
    "",
    "",
  ];
  return Buffer.concat([Buffer.from(lines.join("\r\n")), file ? Buffer.from(file.base64, "base64") : Buffer.from(textOf(value)), Buffer.from("\r\n")]);
}

function fileOf(value: Json): { fileName: string; contentType: string; base64: string } | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const { fileName, contentType = "application/octet-stream", base64 } = value;
  return typeof fileName === "string" && typeof base64 === "string" && typeof contentType === "string" ? { fileName, contentType, base64 } : null;
}

/** As the HTML standard writes names in multipart forms. */
function escapeName(name: string): string {
  return name.replaceAll('"', "%22").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
