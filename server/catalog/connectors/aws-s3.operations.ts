import type { Operation, OperationInput } from "../operation";

const bucket: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", description: "The bucket's name. It has to be in the connection's region.", examples: ["acme-files"] };
const key: OperationInput = { in: "path", type: "string", isRequired: true, minLength: 1, maxLength: 1024, description: "The file's name with its folders.", examples: ["reports/2026-11.csv"] };
const version: OperationInput = { in: "query", as: "versionId", type: "string", description: "An older version of it." };

/** S3 answers in XML, which is passed on as text. */
export const awsS3Operations: Operation[] = [
  { name: "list_buckets", title: "List buckets", description: "The answer is XML.", group: "Buckets", method: "GET", path: "/", inputs: { limit: { in: "query", as: "max-buckets", type: "integer", minimum: 1, maximum: 10000, default: 1000 }, prefix: { in: "query", type: "string" }, token: { in: "query", as: "continuation-token", type: "string", description: "ContinuationToken of the page before." } }, isReadOnly: true },
  {
    name: "list_files",
    title: "List files",
    description: "The answer is XML.",
    group: "Files",
    method: "GET",
    path: "/{{bucket}}",
    query: { "list-type": "2" },
    inputs: { bucket, prefix: { in: "query", type: "string", description: "Only what begins with this, such as a folder.", examples: ["reports/"] }, delimiter: { in: "query", type: "string", enum: ["/"], description: "Folders are listed by name, without what is in them." }, limit: { in: "query", as: "max-keys", type: "integer", minimum: 1, maximum: 1000, default: 1000 }, token: { in: "query", as: "continuation-token", type: "string", description: "NextContinuationToken of the page before." } },
    isReadOnly: true,
  },
  { name: "read_file", title: "Read a file", description: "Text as it is, anything else in base64.", group: "Files", method: "GET", path: "/{{bucket}}/{{key}}", inputs: { bucket, key, version, range: { in: "header", type: "string", pattern: "^bytes=[0-9]*-[0-9]*$", description: "Only some bytes of it.", examples: ["bytes=0-1023"] } }, isReadOnly: true },
  {
    name: "write_file",
    title: "Write a file",
    description: "Text, or a file in base64. One with the same name is replaced.",
    group: "Files",
    method: "PUT",
    path: "/{{bucket}}/{{key}}",
    inputs: {
      bucket,
      key,
      content: { in: "body", type: ["string", "object"], isRequired: true, description: "Text as it is, or {fileName, contentType, base64}.", properties: { fileName: { type: "string" }, contentType: { type: "string" }, base64: { type: "string" } }, examples: ["id,total\n1001,49\n"] },
      content_type: { in: "header", as: "content-type", type: "string", pattern: "^[\\w.+-]+/[\\w.+-]+(; ?charset=[\\w-]+)?$", examples: ["text/csv"] },
    },
    body: { type: "raw", value: "{{content}}" },
    isReadOnly: false,
    isIdempotent: true,
  },
  { name: "list_versions", title: "List versions of files", description: "The answer is XML.", group: "Files", method: "GET", path: "/{{bucket}}", query: { versions: "" }, inputs: { bucket, prefix: { in: "query", type: "string" }, limit: { in: "query", as: "max-keys", type: "integer", minimum: 1, maximum: 1000, default: 1000 } }, isReadOnly: true },
  { name: "get_tags", title: "See a file's tags", description: "The answer is XML.", group: "Files", method: "GET", path: "/{{bucket}}/{{key}}", query: { tagging: "" }, inputs: { bucket, key, version }, isReadOnly: true },
  {
    name: "copy_file",
    title: "Copy a file",
    description: "Also from another bucket. A file under the new name is replaced.",
    group: "Files",
    method: "PUT",
    path: "/{{bucket}}/{{key}}",
    inputs: { bucket, key, source: { in: "header", as: "x-amz-copy-source", type: "string", isRequired: true, pattern: "^/?[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/[\\x21-\\x7e]+$", description: "Bucket and name of the file to copy, in the form of a URL.", examples: ["acme-files/reports/2026-10.csv"] } },
    isReadOnly: false,
    isIdempotent: true,
  },
  { name: "delete_file", title: "Delete a file", group: "Files", method: "DELETE", path: "/{{bucket}}/{{key}}", inputs: { bucket, key, version }, isReadOnly: false, isDestructive: true, isIdempotent: true },
  { name: "get_bucket_region", title: "See where a bucket is", description: "The answer is XML.", group: "Buckets", method: "GET", path: "/{{bucket}}", query: { location: "" }, inputs: { bucket }, isReadOnly: true },
];
