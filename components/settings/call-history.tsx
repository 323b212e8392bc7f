import { Card, CardBody } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Section } from "@/components/ui/section";
import type { CallHistorySettings } from "@/server/workspaces/schema";
import { callDetailFacts } from "./call-detail-facts";
import { CallHistoryForm } from "./call-history-form";

/** What is kept of calls: everybody reads it, admins change it. */
export function CallHistory({ settings, isAdmin }: { settings: CallHistorySettings; isAdmin: boolean }) {
  const { callDetail, callRetentionDays } = settings;
  return (
    <Section description="Every call through a connection is recorded: who, what, when and how it ended. What was said is kept as you choose." id="call-history" title="Call history">
      {isAdmin ? (
        <CallHistoryForm settings={settings} />
      ) : (
        <Card>
          <CardBody>
            <DescriptionList
              items={[
                { label: "Request and answer of", value: `${callDetailFacts[callDetail].label}. ${callDetailFacts[callDetail].help}` },
                { label: "Calls are kept for", value: callRetentionDays === 1 ? "1 day" : `${callRetentionDays} days` },
              ]}
            />
            <p className="mt-3 text-muted text-sm">An admin can change it.</p>
          </CardBody>
        </Card>
      )}
    </Section>
  );
}
