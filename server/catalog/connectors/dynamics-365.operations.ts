import type { Operation, OperationInput } from "../operation";

const data = "/api/data/v9.2";
const size: OperationInput = { in: "header", type: "integer", minimum: 1, maximum: 5000, default: 50, description: "How many at most." };
const select = (value?: string): OperationInput => ({ in: "query", as: "$select", type: "string", maxLength: 4000, pattern: "^\\w+(,\\w+)*$", description: "Which columns to bring, with commas between.", ...(value === undefined ? {} : { default: value }) });
const filter: OperationInput = { in: "query", as: "$filter", type: "string", maxLength: 8000, description: "In OData, such as contains(name,'Acme') and statecode eq 0." };
const orderBy: OperationInput = { in: "query", as: "$orderby", type: "string", maxLength: 400, description: "As modifiedon desc." };
const table: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^[a-z][a-z0-9_]{0,99}$", description: "The table's set name, such as accounts, contacts or cr123_projects.", examples: ["accounts"] };
const row: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$", description: "The row's id.", examples: ["00000000-0000-0000-0000-000000000001"] };
const values: OperationInput = { in: "body", type: "object", isRequired: true, additionalProperties: true, description: "By the column's logical name. A link to a row is written \"parentcustomerid_account@odata.bind\": \"/accounts(…)\"." };
const read = { method: "GET", answer: { pick: "value" }, isReadOnly: true } as const;
/** Dataverse hands out pages only where their size is a preference: $top would be the end. */
const list = { ...read, headers: { prefer: "odata.maxpagesize={{size}}" }, paging: true } as const;
const whole = { prefer: "return=representation" };

export const dynamics365Operations: Operation[] = [
  { name: "list_accounts", title: "List accounts", group: "Sales", path: `${data}/accounts`, inputs: { select: select("name,accountnumber,emailaddress1,telephone1,modifiedon"), filter, orderBy, size }, ...list },
  { name: "list_contacts", title: "List contacts", group: "Sales", path: `${data}/contacts`, inputs: { select: select("fullname,emailaddress1,jobtitle,telephone1,modifiedon"), filter: { ...filter, description: "In OData, such as emailaddress1 eq 'ada@example.com'." }, orderBy, size }, ...list },
  { name: "list_opportunities", title: "List opportunities", description: "Needs Dynamics 365 Sales.", group: "Sales", path: `${data}/opportunities`, inputs: { select: select("name,estimatedvalue,estimatedclosedate,statecode,modifiedon"), filter: { ...filter, description: "In OData, such as statecode eq 0 for open ones." }, orderBy, size }, ...list },
  {
    name: "create_contact",
    title: "Create a contact",
    group: "Sales",
    method: "POST",
    path: `${data}/contacts`,
    headers: whole,
    inputs: {
      lastname: { in: "body", type: "string", isRequired: true, minLength: 1, maxLength: 50, examples: ["Lovelace"] },
      firstname: { in: "body", type: "string", maxLength: 50, examples: ["Ada"] },
      emailaddress1: { in: "body", type: "string", format: "email", examples: ["ada@example.com"] },
      telephone1: { in: "body", type: "string", maxLength: 50 },
      jobtitle: { in: "body", type: "string", maxLength: 100 },
      description: { in: "body", type: "string", maxLength: 2000 },
    },
    body: { type: "json" },
    isReadOnly: false,
  },
  {
    name: "create_lead",
    title: "Create a lead",
    description: "Needs Dynamics 365 Sales.",
    group: "Sales",
    method: "POST",
    path: `${data}/leads`,
    headers: whole,
    inputs: {
      subject: { in: "body", type: "string", isRequired: true, minLength: 1, maxLength: 300, examples: ["Wants 20 seats"] },
      lastname: { in: "body", type: "string", isRequired: true, minLength: 1, maxLength: 50, examples: ["Lovelace"] },
      firstname: { in: "body", type: "string", maxLength: 50, examples: ["Ada"] },
      companyname: { in: "body", type: "string", maxLength: 100, examples: ["Acme"] },
      emailaddress1: { in: "body", type: "string", format: "email", examples: ["ada@example.com"] },
    },
    body: { type: "json" },
    isReadOnly: false,
  },
  { name: "list_rows", title: "List rows of a table", group: "Tables", path: `${data}/{{table}}`, inputs: { table, select: { ...select(), examples: ["name,modifiedon"] }, filter, orderBy, expand: { in: "query", as: "$expand", type: "string", maxLength: 2000, description: "Linked rows to bring along, as primarycontactid($select=fullname)." }, size }, ...list },
  { name: "get_row", title: "Get a row", group: "Tables", method: "GET", path: `${data}/{{table}}({{row}})`, inputs: { table, row, select: select() }, isReadOnly: true },
  { name: "create_row", title: "Create a row", group: "Tables", method: "POST", path: `${data}/{{table}}`, headers: whole, inputs: { table, values: { ...values, examples: [{ name: "Acme" }] } }, body: { type: "json", value: "{{values}}" }, isReadOnly: false },
  // With if-match Dataverse changes a row that is there, and makes no new one.
  { name: "update_row", title: "Change a row", group: "Tables", method: "PATCH", path: `${data}/{{table}}({{row}})`, headers: { ...whole, "if-match": "*" }, inputs: { table, row, values: { ...values, examples: [{ telephone1: "+1 555 867 5310" }] } }, body: { type: "json", value: "{{values}}" }, isReadOnly: false, isIdempotent: true },
  { name: "delete_row", title: "Delete a row", group: "Tables", method: "DELETE", path: `${data}/{{table}}({{row}})`, inputs: { table, row }, isReadOnly: false, isDestructive: true },
  { name: "list_tables", title: "List tables", group: "Tables", path: `${data}/EntityDefinitions`, query: { $select: "LogicalName,EntitySetName,DisplayName,PrimaryIdAttribute,PrimaryNameAttribute" }, inputs: { filter: { ...filter, description: "In OData, such as IsCustomEntity eq true." } }, ...read },
  { name: "who_am_i", title: "See who is connected", group: "Account", method: "GET", path: `${data}/WhoAmI`, inputs: {}, isReadOnly: true },
];
