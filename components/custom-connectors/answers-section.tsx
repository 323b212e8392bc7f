import { useState } from "react";
import { Section } from "@/components/ui/section";
import type { ConnectorDraft } from "@/server/custom-connectors/schema";
import { DraftChoice, DraftLine, DraftLines, type Errors } from "./draft-field";

const pages = [
  ["none", "Not, or I do not know"],
  ["link_header", "By a Link header"],
  ["cursor", "By a cursor in the answer"],
  ["next_url", "By the next page's address in the answer"],
  ["page", "By page number"],
  ["offset", "By offset"],
] as const;

/** How a credential is proven, and how the API says what it says. */
export function AnswersSection({ errors, initial }: { errors: Errors; initial: ConnectorDraft | null }) {
  const { verify, api, pagination } = initial ?? {};
  const [paging, setPaging] = useState<string>(pagination?.kind ?? "none");
  const failed = api?.errors?.failedWhen;
  return (
    <>
      <Section description="A call that needs the credential, changes nothing, and says whose account it is. It is made on connecting and to check on connections." title="Verification">
        <div className="grid gap-4 sm:grid-cols-2">
          <DraftChoice defaultValue={verify?.method ?? "GET"} errors={errors} label="Method" name="verify.method" options={[["GET", "GET"], ["POST", "POST"]]} />
          <DraftLine defaultValue={verify?.path} errors={errors} help="Below the base URL." isCode label="Path" name="verify.path" placeholder="/me" />
          <DraftLines defaultValue={verify?.account.label.join("\n")} errors={errors} help="A path into the answer per line; the first that holds a value counts." label="Where the account's name is" name="verify.account.label" placeholder="user.email" />
          <DraftLines defaultValue={verify?.account.id.join("\n")} errors={errors} help="Tells a new account from a reconnected one." isOptional label="Where the account's id is" name="verify.account.id" placeholder="user.id" />
          <DraftLine defaultValue={verify?.host} errors={errors} help="One of the further hosts." isCode isOptional label="Another host" name="verify.host" />
        </div>
      </Section>
      <Section description="So that a failure is shown as one, in the vendor's own words." title="Errors and pages">
        <div className="grid gap-4 sm:grid-cols-2">
          <DraftLine defaultValue={api?.errors?.message} errors={errors} isCode isOptional label="Where the message of an error is" name="api.errors.message" placeholder="error.message" />
          <DraftLine defaultValue={api?.errors?.code} errors={errors} isCode isOptional label="Where its code is" name="api.errors.code" placeholder="error.code" />
          <DraftLine defaultValue={failed?.path} errors={errors} help="For APIs that answer 200 when they refuse." isCode isOptional label="A call failed when" name="api.errors.failedWhen.path" placeholder="ok" />
          <DraftLine defaultValue={failed === undefined ? undefined : String(failed.equals)} errors={errors} isCode isOptional label="is" name="api.errors.failedWhen.equals" placeholder="false" />
          <DraftChoice className="sm:col-span-2" defaultValue={paging} errors={errors} label="Lists come in pages" name="pagination.kind" onChoose={setPaging} options={pages} />
          {paging === "cursor" || paging === "page" || paging === "offset" ? <DraftLine defaultValue={pagination && "param" in pagination ? pagination.param : undefined} errors={errors} isCode label="Parameter" name="pagination.param" /> : null}
          {paging === "page" || paging === "offset" ? <DraftLine defaultValue={pagination && "limitParam" in pagination ? pagination.limitParam : undefined} errors={errors} isCode label="Parameter of the page's size" name="pagination.limitParam" /> : null}
          {paging === "cursor" || paging === "next_url" ? <DraftLine defaultValue={pagination && "path" in pagination ? pagination.path : undefined} errors={errors} isCode label="Where it is in the answer" name="pagination.path" /> : null}
        </div>
      </Section>
    </>
  );
}
