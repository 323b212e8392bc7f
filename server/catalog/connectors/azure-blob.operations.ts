import type { Operation, OperationInput } from "../operation";

const container: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^(\\$root|\\$web|[a-z0-9](-?[a-z0-9]){2,62})$", description: "The container's name.", setting: "container", examples: ["uploads"] };
const file: OperationInput = { in: "path", type: "string", isRequired: true, minLength: 1, maxLength: 1024, description: "The file's full name, with its folders.", examples: ["reports/2026-11.csv"] };
const limit: OperationInput = { in: "query", as: "maxresults", type: "integer", minimum: 1, maximum: 5000, default: 100, description: "How many at most." };
const prefix: OperationInput = { in: "query", type: "string", description: "Only those whose name starts so." };
// Answers are XML, where pages cannot be turned by themselves.
const marker: OperationInput = { in: "query", type: "string", description: "The NextMarker of the page before, for the page after it." };
const tier: OperationInput = { in: "header", as: "x-ms-access-tier", type: "string", enum: ["Hot", "Cool", "Cold", "Archive"] };

export const azureBlobOperations: Operation[] = [
  { name: "list_containers", title: "List containers", description: "The answer is XML.", group: "Containers", method: "GET", path: "/", query: { comp: "list" }, inputs: { prefix, limit, marker }, isReadOnly: true },
  { name: "create_container", title: "Create a container", group: "Containers", method: "PUT", path: "/{{container}}", query: { restype: "container" }, inputs: { container }, answer: { headers: { etag: "etag", lastModified: "last-modified" } }, isReadOnly: false },
  { name: "delete_container", title: "Delete a container", description: "With every file in it.", group: "Containers", method: "DELETE", path: "/{{container}}", query: { restype: "container" }, inputs: { container }, isReadOnly: false, isDestructive: true },
  {
    name: "list_files",
    title: "List files",
    description: "The answer is XML.",
    group: "Files",
    method: "GET",
    path: "/{{container}}",
    query: { restype: "container", comp: "list" },
    inputs: {
      container,
      prefix: { ...prefix, examples: ["reports/"] },
      delimiter: { in: "query", type: "string", maxLength: 8, description: "With / it stops at folders, which stand among the files as BlobPrefix." },
      include: { in: "query", type: "array", list: "comma", items: { type: "string", enum: ["metadata", "tags", "snapshots", "versions", "deleted", "copy"] }, description: "What to tell as well." },
      limit,
      marker,
    },
    isReadOnly: true,
  },
  { name: "read_file", title: "Read a file", description: "Text as it is, everything else in base64. At most 10 MB.", group: "Files", method: "GET", path: "/{{container}}/{{file}}", inputs: { container, file }, isReadOnly: true },
  { name: "get_file_tags", title: "See a file's tags", description: "The answer is XML.", group: "Files", method: "GET", path: "/{{container}}/{{file}}", query: { comp: "tags" }, inputs: { container, file }, isReadOnly: true },
  { name: "find_files_by_tag", title: "Find files by their tags", description: "Over all containers. In XML.", group: "Files", method: "GET", path: "/", query: { comp: "blobs" }, inputs: { where: { in: "query", type: "string", isRequired: true, description: "Tags in double quotes, values in single ones.", examples: ["\"project\" = 'apollo'"] }, limit, marker }, isReadOnly: true },
  {
    name: "upload_file",
    title: "Upload a file",
    description: "Takes the place of one with the same name.",
    group: "Files",
    method: "PUT",
    path: "/{{container}}/{{file}}",
    headers: { "x-ms-blob-type": "BlockBlob" },
    inputs: {
      container,
      file,
      content: {
        in: "body",
        type: ["string", "object"],
        isRequired: true,
        properties: { contentType: { type: "string" }, base64: { type: "string" } },
        required: ["contentType", "base64"],
        additionalProperties: false,
        description: "Text, or a file as contentType and base64.",
        examples: ["Hello"],
      },
      tier,
      ifNoneMatch: { in: "header", as: "if-none-match", type: "string", enum: ["*"], description: "With * it fails when there is such a file already." },
    },
    body: { type: "raw", value: "{{content}}" },
    answer: { headers: { etag: "etag", lastModified: "last-modified", versionId: "x-ms-version-id" } },
    isReadOnly: false,
    isIdempotent: true,
  },
  {
    name: "copy_file",
    title: "Copy a file from an address",
    description: "Starts the copy, which may take a while.",
    group: "Files",
    method: "PUT",
    path: "/{{container}}/{{file}}",
    inputs: { container, file: { ...file, description: "Its name here.", examples: ["archive/2026-11.csv"] }, source: { in: "header", as: "x-ms-copy-source", type: "string", format: "uri", isRequired: true, description: "A file of this account, or any that is public or signed.", examples: ["https://contoso.blob.core.windows.net/uploads/reports/2026-11.csv"] } },
    answer: { headers: { copyId: "x-ms-copy-id", copyStatus: "x-ms-copy-status" } },
    isReadOnly: false,
    isIdempotent: true,
  },
  { name: "set_file_tier", title: "Move a file to another tier", description: "Out of Archive it takes hours.", group: "Files", method: "PUT", path: "/{{container}}/{{file}}", query: { comp: "tier" }, inputs: { container, file, tier: { ...tier, isRequired: true, examples: ["Cool"] } }, isReadOnly: false, isIdempotent: true },
  { name: "delete_file", title: "Delete a file", description: "Where soft delete is on it can be brought back for a while.", group: "Files", method: "DELETE", path: "/{{container}}/{{file}}", inputs: { container, file, snapshots: { in: "header", as: "x-ms-delete-snapshots", type: "string", enum: ["include", "only"], description: "Needed when the file has snapshots." } }, isReadOnly: false, isDestructive: true },
  { name: "restore_file", title: "Bring a deleted file back", group: "Files", method: "PUT", path: "/{{container}}/{{file}}", query: { comp: "undelete" }, inputs: { container, file }, isReadOnly: false, isIdempotent: true },
];
