import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { getConnector } from "@/server/catalog/registry";
import { contractSchema } from "./contract.schema";
import { openApiOf } from "./read-discovery";
import { isObject } from "./read-document";
import { recordContract, type RecordedDocument } from "./record-contract";

/**
 * `npm run contracts -- <slug> <document> <its url> [--server <url>] [<document> <its url> …]` reads the vendor's
 * OpenAPI (or Google discovery) documents, which stay out of the repository, and writes what they say of the connector's operations.
 */
const [slug = "", ...rest] = process.argv.slice(2);
const documents = readDocuments(rest);
if (documents.length === 0) throw new Error("Say which connector, and for each document where it lies and where it is from: npm run contracts -- stripe ./spec3.json https://raw.githubusercontent.com/stripe/openapi/master/openapi/spec3.json");

const file = path.join(import.meta.dirname, `${slug}.json`);
const before = existsSync(file) ? contractSchema.parse(JSON.parse(readFileSync(file, "utf8"))) : null;
const contract = contractSchema.parse(recordContract(getConnector(slug), documents, new Date().toISOString().slice(0, 10), before));
writeFileSync(file, `${lines(contract)}\n`);
process.stdout.write(`${path.relative(".", file)}: ${Object.keys(contract.operations).length} operations, ${Math.ceil(readFileSync(file).length / 1024)} KB\n`);
for (const [name, reason] of Object.entries(contract.notInDocument)) process.stdout.write(`  ${name}: ${reason}\n`);

function readDocuments([from, url, ...others]: string[]): RecordedDocument[] {
  if (from === undefined || url === undefined) return [];
  const [flag, server, ...later] = others;
  const isMoved = flag === "--server" && server !== undefined;
  const text = readFileSync(from, "utf8").replace(/^\uFEFF/, "");
  const read: unknown = from.endsWith(".json") ? JSON.parse(text) : parse(text, { maxAliasCount: -1, logLevel: "silent" });
  const value = isObject(read) && read["kind"] === "discovery#restDescription" ? openApiOf(read) : read;
  if (!isObject(value) || !isObject(value["paths"])) throw new Error(`${from} is not an OpenAPI document.`);
  return [{ value, url, sha256: createHash("sha256").update(text).digest("hex"), ...(isMoved ? { server } : {}) }, ...readDocuments(isMoved ? later : others)];
}

/** One line for each parameter and body, so that a difference can be read. */
function lines(value: unknown, depth = 0): string {
  if (typeof value !== "object" || value === null || depth > 4 || JSON.stringify(value).length < 120) return JSON.stringify(value);
  const indent = " ".repeat(depth + 1);
  const parts = Array.isArray(value) ? value.map((item) => lines(item, depth + 1)) : Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${lines(item, depth + 1)}`);
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  return `${open}\n${parts.map((part) => indent + part).join(",\n")}\n${" ".repeat(depth)}${close}`;
}
