import { Section } from "@/components/ui/section";
import type { ConnectorDraft } from "@/server/custom-connectors/schema";
import { DraftChoice, DraftLine, DraftLines, type Errors } from "./draft-field";
import { DraftRows } from "./draft-rows";

const shapes = [
  ["name", "A name: acme"],
  ["host", "A host: acme.example.com"],
  ["id", "An id: 1a2b.3c"],
] as const;

/** Where calls go, and what has to be known for it. */
export function AddressesSection({ errors, initial }: { errors: Errors; initial: ConnectorDraft | null }) {
  return (
    <Section description="The credential is sent to these hosts and to no others. Private addresses are refused unless the server's EGRESS_ALLOW names them." title="Addresses">
      <div className="grid gap-4">
        <DraftLine defaultValue={initial?.api.baseUrl} errors={errors} help="All calls stand below it. {name} takes a value from below." isCode label="Base URL of the API" name="api.baseUrl" placeholder="https://api.acme.example.com/v2" type="url" />
        <DraftLines defaultValue={initial?.api.hosts.join("\n")} errors={errors} help="One per line. A leading *. allows every name below a domain of the vendor." isOptional label="Further hosts" name="api.hosts" placeholder="uploads.acme.example.com" />
        <DraftLines defaultValue={Object.entries(initial?.api.headers ?? {}).map(([name, value]) => `${name}: ${value}`).join("\n")} errors={errors} help="Sent with every call, one per line. Not for credentials: everyone in the workspace can read them." isOptional label="Fixed headers" name="api.headers" placeholder="acme-version: 2026-01-01" />
        <div>
          <p className="font-medium text-sm">
            Values to enter <span className="ml-1 font-normal text-faint">Optional</span>
          </p>
          <p className="mt-0.5 mb-2 text-muted text-sm">What differs by account and stands in an address, such as a subdomain. Nothing secret.</p>
          <DraftRows initial={initial?.inputs ?? []} max={5} noun="value">
            {(place, input) => (
              <div className="grid gap-3 sm:grid-cols-2">
                <DraftLine defaultValue={input?.key} errors={errors} isCode label="Name in addresses" name={`inputs.${place}.key`} placeholder="tenant" />
                <DraftLine defaultValue={input?.label} errors={errors} label="Label" name={`inputs.${place}.label`} placeholder="Tenant" />
                <DraftChoice defaultValue={input?.shape ?? "name"} errors={errors} label="Looks like" name={`inputs.${place}.shape`} options={shapes} />
                <DraftLine defaultValue={input?.example} errors={errors} label="Example" name={`inputs.${place}.example`} placeholder="acme" />
              </div>
            )}
          </DraftRows>
          <p aria-live="polite" className="mt-1.5 text-danger text-sm empty:hidden">
            {errors["inputs"]}
          </p>
        </div>
      </div>
    </Section>
  );
}
