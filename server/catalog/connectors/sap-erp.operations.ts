import type { Operation, OperationInput } from "../operation";

const odata = "/sap/opu/odata/sap";
const size: OperationInput = { in: "query", as: "$top", type: "integer", minimum: 1, maximum: 1000, default: 50, description: "How many at most." };
const select = (value?: string): OperationInput => ({ in: "query", as: "$select", type: "string", maxLength: 4000, pattern: "^[\\w/]+(,[\\w/]+)*$", description: "Which fields to bring, with commas between.", ...(value === undefined ? {} : { default: value }) });
const filter = (example: string): OperationInput => ({ in: "query", as: "$filter", type: "string", maxLength: 4000, description: `In OData, such as ${example}.` });
const orderBy: OperationInput = { in: "query", as: "$orderby", type: "string", maxLength: 400, description: "As CreationDate desc." };
const expand: OperationInput = { in: "query", as: "$expand", type: "string", maxLength: 1000, pattern: "^[\\w/]+(,[\\w/]+)*$", description: "Linked records to bring along, with commas between." };
const query = { $format: "json" };
const list = { method: "GET", query, answer: { pick: "d.results" }, paging: true, isReadOnly: true } as const;
const one = { method: "GET", query, answer: { pick: "d" }, isReadOnly: true } as const;
const number = (of: string, example: string): OperationInput => ({ in: "path", type: "string", isRequired: true, pattern: "^[A-Za-z0-9_.-]{1,40}$", description: `The number of the ${of}.`, examples: [example] });

export const sapErpOperations: Operation[] = [
  { name: "list_business_partners", title: "List business partners", group: "Partners", path: `${odata}/API_BUSINESS_PARTNER/A_BusinessPartner`, inputs: { select: select("BusinessPartner,BusinessPartnerFullName,BusinessPartnerCategory,Customer,Supplier,LastChangeDate"), filter: filter("Customer ne ''"), orderBy, size }, ...list },
  { name: "get_business_partner", title: "Get a business partner", group: "Partners", path: `${odata}/API_BUSINESS_PARTNER/A_BusinessPartner('{{partner}}')`, inputs: { partner: number("business partner", "1000234"), expand: { ...expand, examples: ["to_BusinessPartnerAddress"] } }, ...one },
  { name: "list_sales_orders", title: "List sales orders", group: "Sales", path: `${odata}/API_SALES_ORDER_SRV/A_SalesOrder`, inputs: { select: select("SalesOrder,SoldToParty,PurchaseOrderByCustomer,CreationDate,TotalNetAmount,TransactionCurrency,OverallSDProcessStatus"), filter: filter("SoldToParty eq '1000234'"), orderBy, size }, ...list },
  { name: "get_sales_order", title: "Get a sales order", group: "Sales", path: `${odata}/API_SALES_ORDER_SRV/A_SalesOrder('{{order}}')`, inputs: { order: number("sales order", "4711"), expand: { ...expand, default: "to_Item" } }, ...one },
  { name: "list_billing_documents", title: "List invoices to customers", group: "Sales", path: `${odata}/API_BILLING_DOCUMENT_SRV/A_BillingDocument`, inputs: { select: select("BillingDocument,BillingDocumentDate,PayerParty,TotalNetAmount,TransactionCurrency"), filter: filter("PayerParty eq '1000234'"), orderBy, size }, ...list },
  { name: "list_purchase_orders", title: "List purchase orders", group: "Purchasing", path: `${odata}/API_PURCHASEORDER_PROCESS_SRV/A_PurchaseOrder`, inputs: { select: select("PurchaseOrder,Supplier,PurchaseOrderDate,CompanyCode,DocumentCurrency,CreatedByUser"), filter: filter("Supplier eq '17300001'"), orderBy, size }, ...list },
  { name: "get_purchase_order", title: "Get a purchase order", group: "Purchasing", path: `${odata}/API_PURCHASEORDER_PROCESS_SRV/A_PurchaseOrder('{{order}}')`, inputs: { order: number("purchase order", "4500000001"), expand: { ...expand, default: "to_PurchaseOrderItem" } }, ...one },
  { name: "list_products", title: "List products", group: "Products", path: `${odata}/API_PRODUCT_SRV/A_Product`, inputs: { select: select("Product,ProductType,ProductGroup,BaseUnit,LastChangeDate"), filter: filter("ProductType eq 'FERT'"), orderBy, size }, ...list },
  { name: "list_stock", title: "List stock", group: "Products", path: `${odata}/API_MATERIAL_STOCK_SRV/A_MatlStkInAcctMod`, inputs: { select: select("Material,Plant,StorageLocation,MaterialBaseUnit,MatlWrhsStkQtyInMatlBaseUnit"), filter: filter("Material eq 'TG11'"), size }, ...list },
  {
    name: "list_records",
    title: "List records of any service",
    description: "Writing needs a CSRF token and a session, which Patchbay does not keep.",
    group: "Records",
    path: `${odata}/{{service}}/{{entity}}`,
    inputs: {
      service: { in: "path", type: "string", isRequired: true, pattern: "^[A-Za-z]\\w{0,99}$", description: "The OData service's name.", examples: ["API_BUSINESS_PARTNER"] },
      entity: { in: "path", type: "string", isRequired: true, pattern: "^[A-Za-z]\\w{0,99}$", description: "The name of the entity set.", examples: ["A_Customer"] },
      select: { ...select(), examples: ["Customer,CustomerName"] },
      filter: filter("Country eq 'DE'"),
      orderBy,
      expand,
      size,
    },
    ...list,
  },
];
