import type { AuthKind, Category, Field, GuideStep, RateLimit, Scope, WebhookScheme } from "./connector";
import type { Operation } from "./operation";

/** A connector as browsers and API callers see it: data only, its functions and addresses left out. */
export type ConnectorView = ConnectorSummary & {
  website: string;
  docsUrl: string;
  /** Asked for before the credential: shop, tenant, region. */
  inputs: Field[];
  /** What to post per auth kind; empty for OAuth, which needs the inputs alone. */
  fields: Partial<Record<AuthKind, Field[]>>;
  /** In order of preference. */
  auth: AuthOptionView[];
  /** What OAuth may ask for; empty when the connector has no OAuth. */
  scopes: Scope[];
  operations: Operation[];
  settings: Field[];
  rateLimit: RateLimit | null;
  webhook: WebhookScheme | null;
  mcp: { url: string; auth: "oauth" | "key" | "none"; note?: string } | null;
  /** To register in the vendor's OAuth app. */
  callbackUrl: string;
  defaultVisibility: "workspace" | "private";
  isDatabase: boolean;
};

export type AuthOptionView = {
  kind: AuthKind;
  label: string;
  /** Addresses are filled in. */
  guide: GuideStep[];
  fields: Field[];
  /** False when an admin has to register an OAuth app first. Always true for the other kinds. */
  isReady: boolean;
};

/** What a card of the marketplace needs. */
export type ConnectorSummary = {
  id: string;
  name: string;
  category: Category;
  categoryLabel: string;
  description: string;
  synonyms: string[];
  popularity: number;
  authKinds: AuthKind[];
  logo: { light: string; dark: string };
  /** Regular expression sources that a pasted key of this connector matches; see `recogniseKey`. */
  keyShapes: string[];
  hasMcp: boolean;
  /** Its sign-in needs an OAuth app of this installation or workspace; null when it has no sign-in. */
  oauthApp: "ready" | "missing" | null;
  /** The workspace defined it for itself. */
  isCustom: boolean;
  /** Emulated here: nothing reaches the vendor. */
  isSandbox: boolean;
  connected: boolean;
  connectionCount: number;
};
