import { Section } from "@/components/ui/section";
import { categories } from "@/server/catalog/category.schema";
import type { ConnectorDraft } from "@/server/custom-connectors/schema";
import { DraftChoice, DraftLine, type Errors } from "./draft-field";
import { LogoField } from "./logo-field";
import type { ChosenLogo } from "./read-draft";

type AboutSectionProps = { errors: Errors; initial: ConnectorDraft | null; logo: ChosenLogo; onLogo: (logo: ChosenLogo) => void };

/** What people see of it in the marketplace. */
export function AboutSection({ errors, initial, logo, onLogo }: AboutSectionProps) {
  return (
    <Section description="What people in this workspace see in the marketplace." title="About">
      <div className="grid gap-4 sm:grid-cols-2">
        <DraftLine defaultValue={initial?.name} errors={errors} label="Name" name="name" placeholder="Acme Billing" />
        <DraftChoice defaultValue={initial?.category ?? "productivity"} errors={errors} label="Category" name="category" options={categories.map(({ id, label }) => [id, label] as const)} />
        <DraftLine className="sm:col-span-2" defaultValue={initial?.description} errors={errors} help="A line that begins with a verb, without a full stop." label="What one can do with it" name="description" placeholder="See invoices and customers" />
        <DraftLine defaultValue={initial?.website} errors={errors} label="Website" name="website" placeholder="https://acme.example.com" type="url" />
        <DraftLine defaultValue={initial?.docsUrl} errors={errors} isOptional label="API documentation" name="docsUrl" placeholder="https://docs.acme.example.com" type="url" />
        <LogoField className="sm:col-span-2" errors={errors} initial={initial?.logo} logo={logo} onLogo={onLogo} />
      </div>
    </Section>
  );
}
