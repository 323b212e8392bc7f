import type { Operation, OperationInput } from "../operation";

const subscription: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$", description: "The subscription's ID.", setting: "subscription", examples: ["00001111-aaaa-2222-bbbb-3333cccc4444"] };
const group: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^[\\w().-]{1,90}$", description: "The resource group's name.", examples: ["production"] };
const machine: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^[\\w.-]{1,64}$", description: "The machine's name.", examples: ["web-1"] };
const site: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^[\\w-]{1,60}$", description: "The app's name.", examples: ["acme-shop"] };
const list = { answer: { pick: "value" }, paging: true, isReadOnly: true } as const;
// Every call names the version that it was written for.
const resources = { "api-version": "2021-04-01" };
const compute = { "api-version": "2024-07-01" };
const web = { "api-version": "2024-04-01" };
const machines = "/subscriptions/{{subscription}}/resourceGroups/{{group}}/providers/Microsoft.Compute/virtualMachines/{{machine}}";

export const azureOperations: Operation[] = [
  { name: "list_subscriptions", title: "List subscriptions", group: "Subscriptions", method: "GET", path: "/subscriptions", query: { "api-version": "2022-12-01" }, inputs: {}, ...list },
  {
    name: "query_resources",
    title: "Search resources",
    description: "Over all subscriptions at once, with Azure Resource Graph.",
    group: "Resources",
    method: "POST",
    path: "/providers/Microsoft.ResourceGraph/resources",
    query: { "api-version": "2022-10-01" },
    inputs: {
      query: { in: "body", type: "string", isRequired: true, minLength: 1, description: "In Kusto's language.", examples: ["Resources | where type =~ 'microsoft.compute/virtualmachines' | project name, location, resourceGroup"] },
      subscriptions: { in: "body", type: "array", maxItems: 1000, items: { type: "string" }, description: "Only these subscriptions." },
      limit: { in: "body", type: "integer", minimum: 1, maximum: 1000, default: 100, description: "How many at most." },
      skip: { in: "body", type: "integer", minimum: 0, default: 0, description: "How many to leave out at the start." },
    },
    body: { type: "json", value: { options: { $top: "{{limit}}", $skip: "{{skip}}", resultFormat: "objectArray" } } },
    answer: { pick: "data" },
    isReadOnly: true,
  },
  {
    name: "list_resources",
    title: "List resources of a subscription",
    group: "Resources",
    method: "GET",
    path: "/subscriptions/{{subscription}}/resources",
    query: resources,
    inputs: {
      subscription,
      filter: { in: "query", as: "$filter", type: "string", description: "In OData, such as resourceType eq 'Microsoft.Web/sites'." },
      limit: { in: "query", as: "$top", type: "integer", minimum: 1, maximum: 1000, default: 100, description: "How many at most." },
    },
    ...list,
  },
  { name: "list_resource_groups", title: "List resource groups", group: "Resource groups", method: "GET", path: "/subscriptions/{{subscription}}/resourcegroups", query: resources, inputs: { subscription, filter: { in: "query", as: "$filter", type: "string", description: "In OData, such as tagName eq 'env' and tagValue eq 'prod'." } }, ...list },
  {
    name: "create_resource_group",
    title: "Create a resource group, or change its tags",
    group: "Resource groups",
    method: "PUT",
    path: "/subscriptions/{{subscription}}/resourcegroups/{{group}}",
    query: resources,
    inputs: { subscription, group, location: { in: "body", type: "string", isRequired: true, description: "A region. It cannot be changed.", examples: ["westeurope"] }, tags: { in: "body", type: "object", additionalProperties: { type: "string" } } },
    body: { type: "json" },
    isReadOnly: false,
    isIdempotent: true,
  },
  { name: "delete_resource_group", title: "Delete a resource group", description: "With everything in it.", group: "Resource groups", method: "DELETE", path: "/subscriptions/{{subscription}}/resourcegroups/{{group}}", query: resources, inputs: { subscription, group }, isReadOnly: false, isDestructive: true },
  { name: "list_virtual_machines", title: "List virtual machines", group: "Virtual machines", method: "GET", path: "/subscriptions/{{subscription}}/providers/Microsoft.Compute/virtualMachines", query: { ...compute, statusOnly: "false" }, inputs: { subscription }, ...list },
  { name: "get_virtual_machine_state", title: "See whether a virtual machine runs", group: "Virtual machines", method: "GET", path: `${machines}/instanceView`, query: compute, inputs: { subscription, group, machine }, isReadOnly: true },
  { name: "start_virtual_machine", title: "Start a virtual machine", group: "Virtual machines", method: "POST", path: `${machines}/start`, query: compute, inputs: { subscription, group, machine }, isReadOnly: false, isIdempotent: true },
  { name: "stop_virtual_machine", title: "Stop a virtual machine", description: "It is let go of, so that it costs nothing while it stands still.", group: "Virtual machines", method: "POST", path: `${machines}/deallocate`, query: compute, inputs: { subscription, group, machine }, isReadOnly: false, isIdempotent: true },
  { name: "list_web_apps", title: "List web apps and functions", group: "Web apps", method: "GET", path: "/subscriptions/{{subscription}}/providers/Microsoft.Web/sites", query: web, inputs: { subscription }, ...list },
  { name: "restart_web_app", title: "Restart a web app", group: "Web apps", method: "POST", path: "/subscriptions/{{subscription}}/resourceGroups/{{group}}/providers/Microsoft.Web/sites/{{site}}/restart", query: web, inputs: { subscription, group, site }, isReadOnly: false },
  {
    name: "list_activity",
    title: "Read the activity log",
    group: "Activity",
    method: "GET",
    path: "/subscriptions/{{subscription}}/providers/Microsoft.Insights/eventtypes/management/values",
    query: { "api-version": "2015-04-01" },
    inputs: { subscription, filter: { in: "query", as: "$filter", type: "string", isRequired: true, description: "In OData, with a time to begin at, at most 90 days ago.", examples: ["eventTimestamp ge '2026-11-20T00:00:00Z'"] } },
    ...list,
  },
  {
    name: "get_costs",
    title: "See what a subscription cost",
    group: "Costs",
    method: "POST",
    path: "/subscriptions/{{subscription}}/providers/Microsoft.CostManagement/query",
    query: { "api-version": "2023-11-01" },
    inputs: {
      subscription,
      timeframe: { in: "body", type: "string", enum: ["MonthToDate", "BillingMonthToDate", "TheLastMonth", "TheLastBillingMonth"], default: "MonthToDate" },
      granularity: { in: "body", type: "string", enum: ["None", "Daily"], default: "None", description: "Daily gives a figure for each day." },
      groupBy: { in: "body", type: "string", enum: ["ServiceName", "ResourceGroup", "ResourceLocation", "ResourceId", "MeterCategory"], default: "ServiceName" },
    },
    body: { type: "json", value: { type: "ActualCost", dataset: { granularity: "{{granularity}}", aggregation: { totalCost: { name: "Cost", function: "Sum" } }, grouping: [{ type: "Dimension", name: "{{groupBy}}" }] } } },
    answer: { pick: "properties" },
    isReadOnly: true,
  },
];
