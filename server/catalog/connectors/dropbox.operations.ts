import type { Operation, OperationInput } from "../operation";

const path: OperationInput = { in: "body", type: "string", isRequired: true, pattern: "^(/.*|id:.*|ns:[0-9]+(/.*)?)$", maxLength: 4096, description: "From the top, with a slash at the start, or its id.", examples: ["/Reports/2026-11.csv"] };
const folder: OperationInput = { in: "body", type: "string", pattern: "^(/.+|id:.*|ns:[0-9]+(/.*)?)?$", maxLength: 4096, default: "", description: "From the top, with a slash at the start. Empty for the top itself.", examples: ["/Reports"] };
// It goes on in a JSON header, which takes neither quotes nor letters beyond ASCII.
const headerPath: OperationInput = { in: "header", type: "string", isRequired: true, pattern: "^(/|id:)[ !#-\\[\\]-~]*$", maxLength: 2048, description: "From the top, with a slash at the start, or its id. A name with an accent or a quote can only be given by its id.", examples: ["/Reports/2026-11.csv"] };
const toPath: OperationInput = { ...path, pattern: "^/.+$", description: "From the top, with a slash at the start." };
const more = (of: string): OperationInput => ({ in: "body", as: "cursor", type: "string", isRequired: true, minLength: 1, description: `The cursor that ${of} told, while has_more is true.`, examples: ["ZtkX9_EHj3x7PMkVuFIhwKYXEpwpLwyxp9vMKomUhllil9q7eWiAu"] });
const content = "content.dropboxapi.com";

export const dropboxOperations: Operation[] = [
  {
    name: "list_folder",
    title: "List files of a folder",
    group: "Files",
    method: "POST",
    path: "/2/files/list_folder",
    inputs: { path: folder, recursive: { in: "body", type: "boolean", default: false, description: "With all folders below." }, include_deleted: { in: "body", type: "boolean", default: false }, limit: { in: "body", type: "integer", minimum: 1, maximum: 2000, default: 100, description: "About how many at most." } },
    body: { type: "json" },
    isReadOnly: true,
  },
  { name: "list_folder_further", title: "List further files, or what has changed", description: "Kept and used later, a cursor brings what has changed since.", group: "Files", method: "POST", path: "/2/files/list_folder/continue", inputs: { from: more("the list before") }, body: { type: "json" }, isReadOnly: true },
  {
    name: "search_files",
    title: "Search files",
    group: "Files",
    method: "POST",
    path: "/2/files/search_v2",
    inputs: {
      query: { in: "body", type: "string", isRequired: true, minLength: 1, maxLength: 1000, examples: ["budget"] },
      path: { in: "body", type: "string", pattern: "^(/.+|id:.*|ns:[0-9]+(/.*)?)$", description: "Only below this folder." },
      limit: { in: "body", type: "integer", minimum: 1, maximum: 1000, default: 50, description: "How many at most." },
      filename_only: { in: "body", type: "boolean", default: false },
      file_extensions: { in: "body", type: "array", items: { type: "string" }, examples: [["pdf"]] },
    },
    body: { type: "json", value: { options: { path: "{{path}}", max_results: "{{limit}}", filename_only: "{{filename_only}}", file_extensions: "{{file_extensions}}" } } },
    isReadOnly: true,
  },
  { name: "search_files_further", title: "List further results of a search", group: "Files", method: "POST", path: "/2/files/search/continue_v2", inputs: { from: more("the search") }, body: { type: "json" }, isReadOnly: true },
  { name: "get_file", title: "See a file's or folder's details", group: "Files", method: "POST", path: "/2/files/get_metadata", inputs: { path }, body: { type: "json" }, isReadOnly: true },
  { name: "read_file", title: "Read a file", description: "Text as it is, everything else in base64. At most 10 MB.", group: "Files", method: "POST", host: content, path: "/2/files/download", headers: { "dropbox-api-arg": '{"path":"{{path}}"}' }, inputs: { path: headerPath }, isReadOnly: true },
  { name: "get_temporary_link", title: "Get a link to download a file", description: "It works for four hours, for whoever has it.", group: "Files", method: "POST", path: "/2/files/get_temporary_link", inputs: { path }, body: { type: "json" }, isReadOnly: true },
  {
    name: "upload_file",
    title: "Upload a file",
    group: "Files",
    method: "POST",
    host: content,
    path: "/2/files/upload",
    headers: { "dropbox-api-arg": '{"path":"{{path}}","mode":"{{mode}}","autorename":{{autorename}}}' },
    inputs: {
      path: { ...headerPath, pattern: "^/[ !#-\\[\\]-~]+$", description: "Where to, with a slash at the start, in plain ASCII letters." },
      content: {
        in: "body",
        type: ["string", "object"],
        isRequired: true,
        properties: { contentType: { type: "string" }, base64: { type: "string" } },
        required: ["base64"],
        additionalProperties: false,
        description: "Text, or a file as base64.",
        examples: ["Hello"],
      },
      mode: { in: "header", type: "string", enum: ["add", "overwrite"], default: "add", description: "What to do when there is such a file: add refuses, or renames with autorename." },
      autorename: { in: "header", type: "boolean", default: false },
    },
    body: { type: "raw", value: "{{content}}", contentType: "application/octet-stream" },
    isReadOnly: false,
  },
  {
    name: "save_from_address",
    title: "Save a file from a web address",
    description: "Dropbox fetches it by itself. The answer names a job while it does.",
    group: "Files",
    method: "POST",
    path: "/2/files/save_url",
    inputs: { path: toPath, url: { in: "body", type: "string", format: "uri", isRequired: true, examples: ["https://example.com/report.pdf"] } },
    body: { type: "json" },
    isReadOnly: false,
  },
  { name: "create_folder", title: "Create a folder", group: "Files", method: "POST", path: "/2/files/create_folder_v2", inputs: { path: { ...toPath, examples: ["/Reports/2026"] }, autorename: { in: "body", type: "boolean", default: false } }, body: { type: "json" }, answer: { pick: "metadata" }, isReadOnly: false },
  {
    name: "move_file",
    title: "Move or rename a file or folder",
    group: "Files",
    method: "POST",
    path: "/2/files/move_v2",
    inputs: { from_path: path, to_path: { ...toPath, examples: ["/Archive/2026-11.csv"] }, autorename: { in: "body", type: "boolean", default: false } },
    body: { type: "json" },
    answer: { pick: "metadata" },
    isReadOnly: false,
  },
  { name: "delete_file", title: "Delete a file or folder", description: "It can be brought back in Dropbox for 30 days or more.", group: "Files", method: "POST", path: "/2/files/delete_v2", inputs: { path }, body: { type: "json" }, answer: { pick: "metadata" }, isReadOnly: false, isDestructive: true },
  {
    name: "share_file",
    title: "Make a link to share a file or folder",
    group: "Sharing",
    method: "POST",
    path: "/2/sharing/create_shared_link_with_settings",
    inputs: {
      path,
      audience: { in: "body", type: "string", enum: ["public", "team", "no_one"], default: "public", description: "Who may open it." },
      expires: { in: "body", type: "string", pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$", description: "Until when, in UTC without fractions. Paid plans only." },
      allow_download: { in: "body", type: "boolean" },
    },
    body: { type: "json", value: { settings: { audience: "{{audience}}", expires: "{{expires}}", allow_download: "{{allow_download}}" } } },
    isReadOnly: false,
  },
  { name: "get_me", title: "See who is connected", group: "Account", method: "POST", path: "/2/users/get_current_account", inputs: {}, isReadOnly: true },
  { name: "get_space", title: "See how much room is left", group: "Account", method: "POST", path: "/2/users/get_space_usage", inputs: {}, isReadOnly: true },
];
