import type { Operation, OperationInput } from "../operation";

const limit: OperationInput = { in: "query", as: "maxResults", type: "integer", minimum: 1, maximum: 1000, default: 100, description: "How many at most." };
const project: OperationInput = { in: "query", type: "string", isRequired: true, pattern: "^([a-z][a-z0-9.-]{0,60}:)?[a-z][a-z0-9-]{4,28}[a-z0-9]$", description: "The project's ID.", setting: "project", examples: ["acme-prod-123456"] };
const bucket: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]$", description: "The bucket's name.", setting: "bucket", examples: ["acme-uploads"] };
const file: OperationInput = { in: "path", type: "string", isRequired: true, minLength: 1, maxLength: 1024, description: "The file's full name, with its folders.", examples: ["reports/2026-11.csv"] };
const content: OperationInput = {
  in: "body",
  type: ["string", "object"],
  isRequired: true,
  properties: { contentType: { type: "string" }, base64: { type: "string" } },
  required: ["contentType", "base64"],
  additionalProperties: false,
  description: "Text, or a file as contentType and base64.",
  examples: ["Hello"],
};

export const googleCloudStorageOperations: Operation[] = [
  { name: "list_buckets", title: "List buckets", group: "Buckets", method: "GET", path: "/storage/v1/b", inputs: { project, limit, prefix: { in: "query", type: "string", description: "Only those whose name starts so." } }, answer: { pick: "items" }, paging: true, isReadOnly: true },
  { name: "get_bucket", title: "Get a bucket", group: "Buckets", method: "GET", path: "/storage/v1/b/{{bucket}}", inputs: { bucket }, isReadOnly: true },
  {
    name: "create_bucket",
    title: "Create a bucket",
    description: "Its name is taken for everyone in the world.",
    group: "Buckets",
    method: "POST",
    path: "/storage/v1/b",
    inputs: {
      project,
      name: { in: "body", type: "string", isRequired: true, pattern: "^[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]$", examples: ["acme-uploads"] },
      location: { in: "body", type: "string", default: "US", description: "Where files are kept. It cannot be changed.", examples: ["EU"] },
      storageClass: { in: "body", type: "string", enum: ["STANDARD", "NEARLINE", "COLDLINE", "ARCHIVE"], default: "STANDARD" },
    },
    body: { type: "json", value: { iamConfiguration: { uniformBucketLevelAccess: { enabled: true } } } },
    isReadOnly: false,
  },
  {
    name: "list_files",
    title: "List files",
    group: "Files",
    method: "GET",
    path: "/storage/v1/b/{{bucket}}/o",
    inputs: { bucket, limit, prefix: { in: "query", type: "string", description: "Only those whose name starts so.", examples: ["reports/"] }, delimiter: { in: "query", type: "string", maxLength: 8, description: "With / it stops at folders. Their names stand in prefixes, with the files in items." }, matchGlob: { in: "query", type: "string", description: "Such as reports/*.csv." } },
    paging: true,
    isReadOnly: true,
  },
  { name: "get_file", title: "See a file's size, type and time", group: "Files", method: "GET", path: "/storage/v1/b/{{bucket}}/o/{{file}}", inputs: { bucket, file }, isReadOnly: true },
  { name: "read_file", title: "Read a file", description: "Text as it is, everything else in base64. At most 10 MB.", group: "Files", method: "GET", path: "/storage/v1/b/{{bucket}}/o/{{file}}", query: { alt: "media" }, inputs: { bucket, file }, isReadOnly: true },
  {
    name: "upload_file",
    title: "Upload a file",
    description: "Takes the place of one with the same name.",
    group: "Files",
    method: "POST",
    path: "/upload/storage/v1/b/{{bucket}}/o",
    query: { uploadType: "media" },
    inputs: {
      bucket,
      name: { in: "query", type: "string", isRequired: true, minLength: 1, maxLength: 1024, description: "Its full name, with folders.", examples: ["reports/2026-11.csv"] },
      content,
      ifGenerationMatch: { in: "query", type: "string", pattern: "^[0-9]{1,20}$", description: "With 0 it fails when there is such a file already." },
    },
    body: { type: "raw", value: "{{content}}" },
    isReadOnly: false,
    isIdempotent: true,
  },
  {
    name: "copy_file",
    title: "Copy a file",
    description: "Large files may need more than one call: while done is false, call again with its rewriteToken.",
    group: "Files",
    method: "POST",
    path: "/storage/v1/b/{{bucket}}/o/{{file}}/rewriteTo/b/{{toBucket}}/o/{{toFile}}",
    inputs: { bucket, file, toBucket: { ...bucket, description: "The bucket it goes to." }, toFile: { ...file, description: "Its name there.", examples: ["archive/2026-11.csv"] }, rewriteToken: { in: "query", type: "string" } },
    isReadOnly: false,
    isIdempotent: true,
  },
  {
    name: "update_file",
    title: "Change a file's type and notes",
    group: "Files",
    method: "PATCH",
    path: "/storage/v1/b/{{bucket}}/o/{{file}}",
    inputs: { bucket, file, contentType: { in: "body", type: "string", examples: ["text/csv"] }, cacheControl: { in: "body", type: "string" }, contentDisposition: { in: "body", type: "string" }, metadata: { in: "body", type: "object", additionalProperties: { type: "string" }, description: "Further values by name, all text." } },
    body: { type: "json" },
    isReadOnly: false,
    isIdempotent: true,
  },
  { name: "delete_file", title: "Delete a file", group: "Files", method: "DELETE", path: "/storage/v1/b/{{bucket}}/o/{{file}}", inputs: { bucket, file }, isReadOnly: false, isDestructive: true },
];
