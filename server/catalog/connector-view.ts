import { callbackUrl } from "./callback-url";
import type { AuthOption, Connector, Field, GuideStep } from "./connector";
import { connectorSummary, type SummaryContext } from "./connector-summary";
import { fillTemplate } from "./fill-template";
import type { AuthOptionView, ConnectorView } from "./schema";

export type ViewContext = SummaryContext & {
  publicUrl: string;
};

/** The JSON of `GET /api/mcps/{id}` and of the connector's page. Functions of the definition stay on the server. */
export function connectorView(connector: Connector, context: ViewContext): ConnectorView {
  const callback = callbackUrl(context.publicUrl, connector.slug);
  const addresses = { callbackUrl: callback, publicUrl: context.publicUrl };
  const auth = connector.auth.map((option) => authOptionView(option, addresses, context.hasOAuthApp));
  return {
    ...connectorSummary(connector, context),
    website: connector.website,
    docsUrl: connector.docsUrl,
    inputs: connector.inputs.map(copyField),
    fields: Object.fromEntries(auth.map((option) => [option.kind, option.fields])),
    auth,
    scopes: connector.auth.flatMap((option) => (option.kind === "oauth2" ? option.scopes.map((scope) => ({ ...scope })) : [])),
    operations: connector.operations.map((operation) => structuredClone(operation)),
    settings: connector.settings.map(copyField),
    rateLimit: connector.rateLimit ? { ...connector.rateLimit } : null,
    webhook: connector.webhook ? structuredClone(connector.webhook) : null,
    mcp: connector.mcp ? { ...connector.mcp } : null,
    callbackUrl: callback,
    defaultVisibility: connector.defaultVisibility,
    isDatabase: connector.api === undefined,
  };
}

function authOptionView(option: AuthOption, addresses: Record<string, string>, hasOAuthApp: boolean): AuthOptionView {
  const fill = (text: string) => fillTemplate(text, addresses);
  const step = ({ text, url, copy }: GuideStep): GuideStep => ({
    text: fill(text),
    ...(url === undefined ? {} : { url }),
    ...(copy === undefined ? {} : { copy: fill(copy) }),
  });
  return {
    kind: option.kind,
    label: option.label,
    guide: option.guide.map(step),
    fields: "fields" in option ? option.fields.map(copyField) : [],
    isReady: option.kind !== "oauth2" || hasOAuthApp,
  };
}

function copyField(field: Field): Field {
  return structuredClone(field);
}
