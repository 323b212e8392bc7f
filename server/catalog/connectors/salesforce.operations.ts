import type { Operation, OperationInput } from "../operation";

const data = "/services/data/v67.0";
const object: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^[A-Za-z]\\w{0,79}$", description: "The API name of the kind of record, such as Account or Invoice__c.", examples: ["Account"] };
const record: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^[A-Za-z0-9]{15}([A-Za-z0-9]{3})?$", description: "The record's id, of 15 or 18 letters.", examples: ["001D000000INjVe"] };
const fields: OperationInput = { in: "body", type: "object", isRequired: true, additionalProperties: true, description: "By the field's API name." };

export const salesforceOperations: Operation[] = [
  { name: "list_objects", title: "List kinds of records", group: "Records", method: "GET", path: `${data}/sobjects`, inputs: {}, answer: { pick: "sobjects" }, isReadOnly: true },
  { name: "describe_object", title: "See the fields of a kind of record", group: "Records", method: "GET", path: `${data}/sobjects/{{object}}/describe`, inputs: { object }, isReadOnly: true },
  {
    name: "run_query",
    title: "Query records with SOQL",
    group: "Records",
    method: "GET",
    path: `${data}/query`,
    inputs: { q: { in: "query", type: "string", isRequired: true, minLength: 1, maxLength: 20_000, examples: ["SELECT Id, Name FROM Account ORDER BY LastModifiedDate DESC LIMIT 20"] } },
    answer: { pick: "records" },
    paging: true,
    isReadOnly: true,
  },
  {
    name: "get_record",
    title: "Get a record",
    group: "Records",
    method: "GET",
    path: `${data}/sobjects/{{object}}/{{record}}`,
    inputs: { object, record, fields: { in: "query", list: "comma", type: "array", items: { type: "string" }, description: "Only these fields." } },
    isReadOnly: true,
  },
  {
    name: "create_record",
    title: "Create a record",
    group: "Records",
    method: "POST",
    path: `${data}/sobjects/{{object}}`,
    inputs: { object: { ...object, examples: ["Lead"] }, fields: { ...fields, examples: [{ LastName: "Lovelace", Company: "Acme", Email: "ada@example.com" }] } },
    body: { type: "json", value: "{{fields}}" },
    isReadOnly: false,
  },
  {
    name: "update_record",
    title: "Change a record",
    group: "Records",
    method: "PATCH",
    path: `${data}/sobjects/{{object}}/{{record}}`,
    inputs: { object, record, fields: { ...fields, examples: [{ Phone: "+1 555 867 5310" }] } },
    body: { type: "json", value: "{{fields}}" },
    isReadOnly: false,
    isIdempotent: true,
  },
  { name: "delete_record", title: "Delete a record", group: "Records", method: "DELETE", path: `${data}/sobjects/{{object}}/{{record}}`, inputs: { object: { ...object, examples: ["Lead"] }, record: { ...record, examples: ["00QD000000FkXyZ"] } }, isReadOnly: false, isDestructive: true },
  {
    name: "search_records",
    title: "Search all records",
    group: "Search",
    method: "GET",
    path: `${data}/parameterizedSearch`,
    inputs: {
      q: { in: "query", type: "string", isRequired: true, minLength: 2, maxLength: 10_000, examples: ["Ada"] },
      sobject: { in: "query", type: "string", description: "Only records of this kind.", examples: ["Contact"] },
      limit: { in: "query", as: "overallLimit", type: "integer", minimum: 1, maximum: 2000, default: 20 },
    },
    answer: { pick: "searchRecords" },
    isReadOnly: true,
  },
  { name: "get_limits", title: "See how many calls are left", group: "Account", method: "GET", path: `${data}/limits`, inputs: {}, isReadOnly: true },
];
