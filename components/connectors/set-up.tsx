import { Guide } from "@/components/connect/guide";
import { Banner } from "@/components/ui/banner";
import { CopyField } from "@/components/ui/copy-field";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { AuthOptionView, ConnectorView } from "@/server/catalog/schema";
import { SetUpTabs } from "./set-up-tabs";

/** Numbered steps for every way to connect. */
export function SetUp({ connector, isAdmin }: { connector: ConnectorView; isAdmin: boolean }) {
  const ways = connector.auth.map((way) => ({
    kind: way.kind,
    label: way.label,
    panel: (
      <div className="grid gap-4">
        {way.kind === "oauth2" ? <OAuthNote connector={connector} isAdmin={isAdmin} way={way} /> : null}
        {way.guide.length > 0 ? <Guide label={`Steps for ${way.label}`} steps={way.guide} /> : null}
        {way.kind === "oauth2" && !way.guide.some(({ copy }) => copy === connector.callbackUrl) ? (
          <div>
            <p className="mb-1.5 font-medium text-sm">Callback URL</p>
            <CopyField value={connector.callbackUrl} what="callback URL" />
          </div>
        ) : null}
      </div>
    ),
  }));
  const [only] = ways;
  return (
    <Section id="set-up" title="Set up">
      {ways.length === 1 ? only?.panel : <SetUpTabs ways={ways} />}
    </Section>
  );
}

/** Who has to do these steps, and whether they were done. */
function OAuthNote({ connector, way, isAdmin }: { connector: ConnectorView; way: AuthOptionView; isAdmin: boolean }) {
  const { id, name } = connector;
  const settings = <TextLink href={`/settings/oauth-apps?app=${id}`}>OAuth apps</TextLink>;
  if (way.isReady) {
    return (
      <Banner title="Done already: everyone can connect with one click" tone="positive">
        These are the steps that were taken at {name}{isAdmin ? <>. To change the app, open {settings}.</> : "."}
      </Banner>
    );
  }
  return (
    <Banner title={`An admin does this once, in about five minutes`} tone="info">
      {isAdmin ? <>Enter the result under {settings}, or in the dialog that Connect opens. </> : "Ask an admin of the workspace. "}
      After that everyone connects with one click.
    </Banner>
  );
}
