import type { Operation, OperationInput } from "../operation";

const api = "/rest/{store_code}/V1";
const limit: OperationInput = { in: "query", as: "searchCriteria[pageSize]", type: "integer", minimum: 1, maximum: 300, default: 20, description: "How many at most." };
const filters = (field: string, value: string): OperationInput => ({
  in: "query",
  as: "searchCriteria[filterGroups][0][filters]",
  list: "brackets",
  type: "array",
  maxItems: 10,
  description: "Only those to which one of these applies. conditionType is eq unless given; others are neq, like (with %), in, gt, lt, from, to.",
  items: {
    type: "object",
    properties: { field: { type: "string", pattern: "^[\\w.]{1,64}$" }, value: { type: "string" }, conditionType: { type: "string", enum: ["eq", "neq", "like", "nlike", "in", "nin", "gt", "gteq", "lt", "lteq", "from", "to", "null", "notnull", "finset"] } },
    required: ["field", "value"],
    additionalProperties: false,
  },
  examples: [[{ field, value, conditionType: "eq" }]],
});
const sort = (field: string): OperationInput => ({
  in: "query",
  as: "searchCriteria[sortOrders][0]",
  list: "brackets",
  type: "object",
  properties: { field: { type: "string", pattern: "^[\\w.]{1,64}$" }, direction: { type: "string", enum: ["ASC", "DESC"] } },
  required: ["field", "direction"],
  additionalProperties: false,
  default: { field, direction: "DESC" },
  description: "In which order.",
});
const order: OperationInput = { in: "path", type: "integer", isRequired: true, minimum: 1, description: "The order's id: entity_id, not the number that customers see.", examples: [17] };
const sku: OperationInput = { in: "path", type: "string", isRequired: true, maxLength: 64, description: "The product's SKU.", examples: ["24-MB01"] };
const lines: OperationInput = {
  in: "body",
  type: "array",
  items: { type: "object", properties: { order_item_id: { type: "integer" }, qty: { type: "number" } }, required: ["order_item_id", "qty"], additionalProperties: false },
  description: "Only these lines of the order. Left out: all.",
};
const notify: OperationInput = { in: "body", type: "boolean", default: false, description: "Tell the customer by mail." };
const productFields = {
  price: { in: "body", type: "number", minimum: 0, examples: [45] },
  status: { in: "body", type: "integer", enum: [1, 2], description: "1 is on, 2 is off." },
  visibility: { in: "body", type: "integer", enum: [1, 2, 3, 4], description: "1 nowhere alone, 2 catalog, 3 search, 4 both." },
  weight: { in: "body", type: "number", minimum: 0 },
  custom_attributes: {
    in: "body",
    type: "array",
    items: { type: "object", properties: { attribute_code: { type: "string" }, value: {} }, required: ["attribute_code", "value"], additionalProperties: false },
    description: "Such as description or url_key, by code.",
  },
} satisfies Record<string, OperationInput>;
const given = { price: "{{price}}", status: "{{status}}", visibility: "{{visibility}}", weight: "{{weight}}", custom_attributes: "{{custom_attributes}}" };
const list = { method: "GET", answer: { pick: "items" }, paging: true, isReadOnly: true } as const;

export const magentoOperations: Operation[] = [
  { ...list, name: "list_orders", title: "List orders", description: "The newest first.", group: "Orders", path: `${api}/orders`, inputs: { limit, filters: filters("status", "processing"), sort: sort("created_at") } },
  { name: "get_order", title: "Get an order", group: "Orders", method: "GET", path: `${api}/orders/{{order}}`, inputs: { order }, isReadOnly: true },
  {
    name: "add_order_comment",
    title: "Add a comment to an order",
    group: "Orders",
    method: "POST",
    path: `${api}/orders/{{order}}/comments`,
    inputs: {
      order,
      comment: { in: "body", type: "string", isRequired: true, minLength: 1, examples: ["Packed and ready."] },
      status: { in: "body", type: "string", description: "The order's status from now on, such as processing." },
      notify,
      is_visible: { in: "body", type: "boolean", default: false, description: "The customer sees it in the shop." },
    },
    body: { type: "json", value: { statusHistory: { comment: "{{comment}}", status: "{{status}}", is_customer_notified: "{{notify}}", is_visible_on_front: "{{is_visible}}" } } },
    isReadOnly: false,
  },
  {
    name: "invoice_order",
    title: "Invoice an order",
    description: "The answer is the invoice's id.",
    group: "Orders",
    method: "POST",
    path: `${api}/order/{{order}}/invoice`,
    inputs: { order, capture: { in: "body", type: "boolean", default: false, description: "Take the money through the payment method." }, items: lines, notify },
    body: { type: "json" },
    isReadOnly: false,
  },
  {
    name: "ship_order",
    title: "Ship an order",
    description: "The answer is the shipment's id.",
    group: "Orders",
    method: "POST",
    path: `${api}/order/{{order}}/ship`,
    inputs: {
      order,
      items: lines,
      notify,
      tracks: {
        in: "body",
        type: "array",
        items: { type: "object", properties: { track_number: { type: "string" }, title: { type: "string" }, carrier_code: { type: "string" } }, required: ["track_number", "title", "carrier_code"], additionalProperties: false },
        description: "Tracking numbers. carrier_code is custom for a carrier that the store does not know.",
        examples: [[{ track_number: "00340434161094042557", title: "DHL", carrier_code: "custom" }]],
      },
    },
    body: { type: "json" },
    isReadOnly: false,
  },
  { name: "cancel_order", title: "Cancel an order", group: "Orders", method: "POST", path: `${api}/orders/{{order}}/cancel`, inputs: { order }, body: { type: "json" }, isReadOnly: false, isDestructive: true },
  { ...list, name: "list_products", title: "List products", group: "Products", path: `${api}/products`, inputs: { limit, filters: filters("type_id", "simple"), sort: sort("updated_at") } },
  { name: "get_product", title: "Get a product", group: "Products", method: "GET", path: `${api}/products/{{sku}}`, inputs: { sku }, isReadOnly: true },
  {
    name: "create_product",
    title: "Create a product",
    group: "Products",
    method: "POST",
    path: `${api}/products`,
    inputs: {
      sku: { in: "body", type: "string", isRequired: true, maxLength: 64, description: "No two products may share it.", examples: ["linen-shirt"] },
      name: { in: "body", type: "string", isRequired: true, minLength: 1, examples: ["Linen shirt"] },
      ...productFields,
      price: { ...productFields.price, isRequired: true },
      type: { in: "body", type: "string", enum: ["simple", "virtual", "downloadable", "configurable", "bundle", "grouped"], default: "simple" },
      attribute_set: { in: "body", type: "integer", minimum: 1, default: 4, description: "The id of an attribute set. 4 is the default one." },
    },
    body: { type: "json", value: { product: { sku: "{{sku}}", name: "{{name}}", type_id: "{{type}}", attribute_set_id: "{{attribute_set}}", ...given } } },
    isReadOnly: false,
  },
  {
    name: "update_product",
    title: "Change a product",
    group: "Products",
    method: "PUT",
    path: `${api}/products/{{sku}}`,
    inputs: { sku, name: { in: "body", type: "string", minLength: 1 }, ...productFields },
    needsOneOf: [["name", "price", "status", "visibility", "weight", "custom_attributes"]],
    body: { type: "json", value: { product: { name: "{{name}}", ...given } } },
    isReadOnly: false,
    isIdempotent: true,
  },
  {
    name: "set_stock",
    title: "Set stock",
    description: "How many of a product are at a source.",
    group: "Products",
    method: "POST",
    path: `${api}/inventory/source-items`,
    inputs: {
      sku: { in: "body", type: "string", isRequired: true, maxLength: 64, examples: ["24-MB01"] },
      quantity: { in: "body", type: "number", isRequired: true, examples: [25] },
      source_code: { in: "body", type: "string", default: "default", description: "The code of a source, such as a warehouse." },
      in_stock: { in: "body", type: "integer", enum: [0, 1], default: 1, description: "1 can be bought, 0 cannot." },
    },
    body: { type: "json", value: { sourceItems: [{ sku: "{{sku}}", source_code: "{{source_code}}", quantity: "{{quantity}}", status: "{{in_stock}}" }] } },
    isReadOnly: false,
    isIdempotent: true,
  },
  { ...list, name: "list_customers", title: "List customers", group: "Customers", path: `${api}/customers/search`, inputs: { limit, filters: filters("email", "ada@example.com"), sort: sort("created_at") } },
  { name: "list_store_views", title: "List store views", group: "Store", method: "GET", path: `${api}/store/storeViews`, inputs: {}, isReadOnly: true },
];
