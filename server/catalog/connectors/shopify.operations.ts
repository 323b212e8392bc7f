import type { Operation, OperationInput } from "../operation";

// Versions appear each quarter and last a year.
const shared = { method: "POST", path: "/admin/api/2026-10/graphql.json" } as const;
const first: OperationInput = { in: "body", type: "integer", minimum: 1, maximum: 250, default: 20, description: "How many at most." };
const search = (example: string): OperationInput => ({ in: "body", type: "string", description: `In Shopify's search syntax, such as ${example}.` });
const idOf = (kind: string): OperationInput => ({ in: "body", type: "string", isRequired: true, pattern: `^gid://shopify/${kind}/\\d+$`, examples: [`gid://shopify/${kind}/1234567890`] });
const page = "pageInfo { hasNextPage endCursor }";
const money = "shopMoney { amount currencyCode }";
const product = {
  descriptionHtml: { in: "body", type: "string" },
  vendor: { in: "body", type: "string" },
  productType: { in: "body", type: "string" },
  status: { in: "body", type: "string", enum: ["ACTIVE", "ARCHIVED", "DRAFT"] },
  tags: { in: "body", type: "array", items: { type: "string" } },
} satisfies Record<string, OperationInput>;
const given = { descriptionHtml: "{{descriptionHtml}}", vendor: "{{vendor}}", productType: "{{productType}}", status: "{{status}}", tags: "{{tags}}" };
const userErrors = (mutation: string) => {
  const path = `data.${mutation}.userErrors`;
  return { failedWhen: { present: path }, code: `${path}.0.code`, message: `${path}.0.message`, param: `${path}.0.field.-1` };
};

export const shopifyOperations: Operation[] = [
  {
    ...shared,
    name: "list_orders",
    title: "List orders",
    group: "Orders",
    inputs: { first, query: search("financial_status:paid") },
    body: {
      type: "graphql",
      query: `query ($first: Int!, $after: String, $query: String) { orders(first: $first, after: $after, query: $query, sortKey: CREATED_AT, reverse: true) { nodes { id name createdAt displayFinancialStatus displayFulfillmentStatus totalPriceSet { ${money} } customer { id displayName } } ${page} } }`,
    },
    answer: { pick: "data.orders.nodes" },
    paging: true,
    isReadOnly: true,
  },
  {
    ...shared,
    name: "get_order",
    title: "Get an order",
    group: "Orders",
    inputs: { id: idOf("Order") },
    body: {
      type: "graphql",
      query: `query ($id: ID!) { order(id: $id) { id name email createdAt displayFinancialStatus displayFulfillmentStatus totalPriceSet { ${money} } shippingAddress { name address1 city zip countryCodeV2 } lineItems(first: 50) { nodes { title quantity sku } } } }`,
    },
    answer: { pick: "data.order" },
    isReadOnly: true,
  },
  {
    ...shared,
    name: "cancel_order",
    title: "Cancel an order",
    group: "Orders",
    inputs: {
      orderId: idOf("Order"),
      reason: { in: "body", type: "string", isRequired: true, enum: ["CUSTOMER", "DECLINED", "FRAUD", "INVENTORY", "OTHER", "STAFF"], examples: ["CUSTOMER"] },
      restock: { in: "body", type: "boolean", isRequired: true, description: "Put what was ordered back into stock.", examples: [true] },
      refund: { in: "body", type: "boolean", default: false, description: "Pay it back the way it was paid." },
      notifyCustomer: { in: "body", type: "boolean", default: false },
    },
    body: {
      type: "graphql",
      query:
        "mutation ($orderId: ID!, $reason: OrderCancelReason!, $restock: Boolean!, $refundMethod: OrderCancelRefundMethodInput!, $notifyCustomer: Boolean) { orderCancel(orderId: $orderId, reason: $reason, restock: $restock, refundMethod: $refundMethod, notifyCustomer: $notifyCustomer) { job { id } userErrors: orderCancelUserErrors { code field message } } }",
      variables: { refundMethod: { originalPaymentMethodsRefund: "{{refund}}" } },
    },
    answer: { pick: "data.orderCancel" },
    errors: userErrors("orderCancel"),
    isReadOnly: false,
    isDestructive: true,
  },
  {
    ...shared,
    name: "list_products",
    title: "List products",
    group: "Products",
    inputs: { first, query: search("status:active") },
    body: { type: "graphql", query: `query ($first: Int!, $after: String, $query: String) { products(first: $first, after: $after, query: $query) { nodes { id title handle status totalInventory vendor updatedAt } ${page} } }` },
    answer: { pick: "data.products.nodes" },
    paging: true,
    isReadOnly: true,
  },
  {
    ...shared,
    name: "create_product",
    title: "Create a product",
    group: "Products",
    inputs: { title: { in: "body", type: "string", isRequired: true, minLength: 1, maxLength: 255, examples: ["Linen shirt"] }, ...product },
    body: {
      type: "graphql",
      query: "mutation ($product: ProductCreateInput!) { productCreate(product: $product) { product { id title handle status } userErrors { field message } } }",
      variables: { product: { title: "{{title}}", ...given } },
    },
    answer: { pick: "data.productCreate.product" },
    errors: userErrors("productCreate"),
    isReadOnly: false,
  },
  {
    ...shared,
    name: "update_product",
    title: "Change a product",
    group: "Products",
    inputs: { id: idOf("Product"), title: { in: "body", type: "string", minLength: 1, maxLength: 255, examples: ["Linen shirt, blue"] }, ...product },
    body: {
      type: "graphql",
      query: "mutation ($product: ProductUpdateInput!) { productUpdate(product: $product) { product { id title handle status } userErrors { field message } } }",
      variables: { product: { id: "{{id}}", title: "{{title}}", ...given } },
    },
    answer: { pick: "data.productUpdate.product" },
    errors: userErrors("productUpdate"),
    isReadOnly: false,
    isIdempotent: true,
  },
  {
    ...shared,
    name: "list_customers",
    title: "List customers",
    group: "Customers",
    inputs: { first, query: search("email:ada@example.com") },
    body: { type: "graphql", query: `query ($first: Int!, $after: String, $query: String) { customers(first: $first, after: $after, query: $query) { nodes { id displayName defaultEmailAddress { emailAddress } numberOfOrders createdAt } ${page} } }` },
    answer: { pick: "data.customers.nodes" },
    paging: true,
    isReadOnly: true,
  },
  {
    ...shared,
    name: "list_locations",
    title: "List locations",
    group: "Stock",
    inputs: { first },
    body: { type: "graphql", query: `query ($first: Int!, $after: String) { locations(first: $first, after: $after) { nodes { id name isActive } ${page} } }` },
    answer: { pick: "data.locations.nodes" },
    paging: true,
    isReadOnly: true,
  },
  {
    ...shared,
    name: "get_shop",
    title: "See the store",
    group: "Store",
    inputs: {},
    body: { type: "graphql", query: "query { shop { id name email currencyCode primaryDomain { url } } }" },
    answer: { pick: "data.shop" },
    isReadOnly: true,
  },
];
