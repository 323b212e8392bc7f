import { ConnectorMarks } from "@/components/marketplace/connector-marks";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { LogoTile } from "@/components/ui/logo-tile";
import { categoryLabel } from "@/server/catalog/category.schema";
import { logoAddress, logoSchema } from "@/server/custom-connectors/logo.schema";
import { connectorDraft } from "@/server/custom-connectors/schema";

const plain = logoAddress({ kind: "monogram", text: "?", colour: "#6b7280" });
const shown = connectorDraft.pick({ category: true });

/** The card as the marketplace will show it, from whatever of the draft is good already. */
export function DraftPreview({ draft }: { draft: Readonly<Record<string, unknown>> }) {
  const logo = logoSchema.safeParse(draft["logo"]);
  const address = logo.success ? logoAddress(logo.data) : plain;
  const { data } = shown.safeParse({ category: draft["category"] });
  const name = textOf(draft["name"], "Name");
  return (
    <Card aria-label="Preview" className="flex flex-col gap-2.5 p-4 pb-3" role="group">
      <div className="flex items-center gap-3">
        <LogoTile logo={{ light: address, dark: address }} />
        <div className="min-w-0">
          <p className="truncate font-medium text-base">{name}</p>
          <div className="flex items-center gap-1.5 text-sm">
            <Badge>Custom</Badge>
            <span className="truncate text-faint">{data ? categoryLabel(data.category) : ""}</span>
          </div>
        </div>
      </div>
      <p className="line-clamp-3 min-h-[2lh] break-words text-muted text-sm">{textOf(draft["description"], "What one can do with it")}</p>
      <ConnectorMarks className="h-7" connector={{ authKinds: kindsOf(draft["auth"]), hasMcp: false, name, oauthApp: kindsOf(draft["auth"]).includes("oauth2") ? "missing" : null }} />
    </Card>
  );
}

const textOf = (value: unknown, otherwise: string) => (typeof value === "string" && value !== "" ? value : otherwise);

function kindsOf(auth: unknown): ("oauth2" | "api_key")[] {
  return typeof auth === "object" && auth !== null && "kind" in auth && auth.kind === "oauth2" ? ["oauth2"] : ["api_key"];
}
