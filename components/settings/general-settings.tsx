import { DescriptionList } from "@/components/ui/description-list";
import { Card, CardBody } from "@/components/ui/card";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { Me } from "@/server/workspaces/get-me";
import type { CallHistorySettings } from "@/server/workspaces/schema";
import { CallHistory } from "./call-history";
import { PasswordForm } from "./password-form";
import { ProfileForm } from "./profile-form";
import { Sessions } from "./sessions";
import { WorkspaceForm } from "./workspace-form";

type GeneralSettingsProps = { user: Me["user"]; workspace: NonNullable<Me["current"]>; callHistory: CallHistorySettings };

/** The workspace, and the person who reads this. */
export function GeneralSettings({ user, workspace, callHistory }: GeneralSettingsProps) {
  const { name, slug, permissions, callsPerMinute } = workspace;
  return (
    <>
      <Section action={<TextLink href="/welcome">Create another</TextLink>} title="Workspace">
        {permissions.includes("owner") ? (
          <WorkspaceForm callsPerMinute={callsPerMinute} name={name} slug={slug} />
        ) : (
          <Card>
            <CardBody>
              <DescriptionList
                items={[
                  { label: "Name", value: name },
                  { label: "Short name", value: <code className="font-mono">{slug}</code> },
                ]}
              />
              <p className="mt-3 text-muted text-sm">An owner can rename it.</p>
            </CardBody>
          </Card>
        )}
      </Section>
      <CallHistory isAdmin={permissions.includes("admin")} settings={callHistory} />
      <Section title="Your profile">
        <ProfileForm email={user.email} name={user.name} />
      </Section>
      <Section title="Password">
        <PasswordForm email={user.email} />
      </Section>
      <Section description="Where you are signed in." title="Sessions">
        <Sessions />
      </Section>
    </>
  );
}
