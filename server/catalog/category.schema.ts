import type { Category } from "./connector";

/** The categories as the marketplace shows them, in its order. */
export const categories: readonly { id: Category; label: string }[] = [
  { id: "communication", label: "Communication" },
  { id: "devops", label: "Development" },
  { id: "productivity", label: "Productivity" },
  { id: "crm", label: "CRM" },
  { id: "ecommerce", label: "E-commerce" },
  { id: "finance", label: "Finance" },
  { id: "marketing", label: "Marketing" },
  { id: "support", label: "Support" },
  { id: "data", label: "Data and analytics" },
  { id: "database", label: "Databases" },
  { id: "storage", label: "File storage" },
  { id: "cloud", label: "Cloud" },
  { id: "identity", label: "Identity" },
  { id: "erp", label: "ERP" },
  { id: "hris", label: "HR" },
  { id: "social", label: "Social media" },
];

/** "E-commerce" for `ecommerce`. */
export function categoryLabel(category: Category): string {
  return categories.find((entry) => entry.id === category)?.label ?? category;
}
