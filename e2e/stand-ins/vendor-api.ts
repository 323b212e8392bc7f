/** Whose data a credential opens at the stand-in vendor. */
export type VendorAccount = { portalId: number; name: string };

export type VendorAnswer = { status: number; body: unknown };

type Route = { method: string; path: string; answer(account: VendorAccount): unknown };

/** What HubSpot, Linear and Stripe answer to the calls that journeys make, shaped like theirs. */
const routes: Route[] = [
  { method: "GET", path: "/account-info/v3/details", answer: ({ portalId }) => ({ portalId, timeZone: "Europe/Dublin", companyCurrency: "EUR" }) },
  { method: "GET", path: "/crm/v3/objects/contacts", answer: () => ({ results: [{ id: "512", properties: { email: "orders@quaysidecafe.example" } }] }) },
  { method: "POST", path: "/graphql", answer: ({ portalId, name }) => ({ data: { viewer: { id: String(portalId), name, email: null }, organization: { id: "org-1", name, urlKey: "harbor" } } }) },
  { method: "GET", path: "/v1/account", answer: ({ portalId, name }) => ({ id: `acct_${portalId}`, object: "account", business_profile: { name } }) },
  { method: "GET", path: "/v1/customers", answer: () => ({ object: "list", has_more: false, data: [{ id: "cus_1", object: "customer", name: "Quayside Café" }] }) },
];

/** Answers a call of the vendor's API; without an account, as each vendor refuses a credential that it does not know. */
export function answerApi(method: string, path: string, account: VendorAccount | undefined): VendorAnswer {
  const route = routes.find((each) => each.method === method && each.path === path);
  if (!route) return { status: 404, body: { message: `The stand-in has no ${method} ${path}.` } };
  if (account) return { status: 200, body: route.answer(account) };
  if (path.startsWith("/v1/")) return { status: 401, body: { error: { type: "invalid_request_error", message: "Invalid API Key provided." } } };
  if (path === "/graphql") return { status: 401, body: { errors: [{ message: "Authentication required", extensions: { code: "AUTHENTICATION_ERROR" } }] } };
  return { status: 401, body: { category: "INVALID_AUTHENTICATION", message: "Authentication credentials not found." } };
}
