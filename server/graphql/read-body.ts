import { z } from "zod";
import { AppError } from "@/server/lib/errors";

const maxBodyBytes = 128 * 1024;

const bodySchema = z.object({
  query: z.string(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
});

/** The one form of a request: a JSON object with one document. Answers it as JSON, with nothing else in it. */
export async function readBody(request: Request): Promise<string> {
  if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? "")) throw new AppError("INVALID_REQUEST", "Send the body as JSON, with the header Content-Type: application/json.");
  const text = await request.text();
  if (Buffer.byteLength(text) > maxBodyBytes) throw new AppError("PAYLOAD_TOO_LARGE", `The request body is larger than ${maxBodyBytes / 1024} KB. Send less at once.`);
  const parsed = bodySchema.safeParse(readJson(text));
  if (!parsed.success) throw new AppError("INVALID_REQUEST", 'The body has to be one JSON object: {"query": "…", "variables": {…}, "operationName": "…"}, the last two as needed.');
  return JSON.stringify(parsed.data);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("INVALID_REQUEST", "The request body is not valid JSON.");
  }
}
