"use client";

import { useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useTRPC, useTRPCClient } from "@/components/providers/trpc";
import { useSchemaForm } from "@/components/providers/use-schema-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { CheckedAddress } from "@/server/custom-connectors/check-custom-connector";
import type { CustomConnectorView } from "@/server/custom-connectors/get-custom-connector";
import { connectorDraft } from "@/server/custom-connectors/schema";
import { AboutSection } from "./about-section";
import { AddressesSection } from "./addresses-section";
import { AnswersSection } from "./answers-section";
import { AuthSection } from "./auth-section";
import { CheckedAddresses } from "./checked-addresses";
import { DraftPreview } from "./draft-preview";
import { type ChosenLogo, readDraft } from "./read-draft";

const unfilled = { category: "productivity", logo: { kind: "monogram", text: "A", colour: "#2f6feb" }, auth: { kind: "api_key" } };

/** Defines a connector of the workspace's own, or changes one. "Test" asks its addresses and saves nothing. */
export function ConnectorForm({ existing }: { existing: CustomConnectorView | null }) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const router = useRouter();
  const intent = useRef<"save" | "test">("save");
  const initial = existing?.draft ?? null;
  const [logo, setLogo] = useState<ChosenLogo>(initial === null || initial.logo.kind === "monogram" ? null : initial.logo);
  const [found, setFound] = useState<readonly CheckedAddress[] | null>(null);
  // As the form stands, for the preview; a chosen file goes before the letters in it.
  const [draft, setDraft] = useState<Readonly<Record<string, unknown>>>(initial ?? unfilled);
  const { errors, failure, isSending, props } = useSchemaForm({
    schema: connectorDraft,
    read: (data) => readDraft(data, logo),
    send: async (sent) => {
      if (intent.current === "test") return setFound(await client.customConnectors.check.mutate({ draft: sent }));
      const { slug } = existing ? await client.customConnectors.update.mutate({ slug: existing.slug, version: existing.version, draft: sent }) : await client.customConnectors.create.mutate({ draft: sent });
      await cache.invalidateQueries(trpc.catalog.pathFilter());
      toast({ tone: "positive", title: existing ? `${sent.name} is changed.` : `${sent.name} is in the marketplace of this workspace.` });
      router.push(`/connectors/${slug}`);
      router.refresh();
    },
  });
  const onInput: typeof props.onInput = (event) => {
    props.onInput(event);
    setDraft(readDraft(new FormData(event.currentTarget), null));
  };
  const isUsed = existing !== null && (existing.connections > 0 || existing.hasOAuthApp);
  const problems = Object.keys(errors).length;
  return (
    <form {...props} className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_18rem]" onInput={onInput}>
      <div className="min-w-0">
        {isUsed ? (
          <Banner className="mb-6" title="It is in use">
            Where credentials go cannot change: the way to connect, addresses, hosts, headers and values. The rest can.
          </Banner>
        ) : null}
        <AboutSection errors={errors} initial={initial} logo={logo} onLogo={setLogo} />
        <AuthSection errors={errors} initial={initial?.auth} />
        <AddressesSection errors={errors} initial={initial} />
        <AnswersSection errors={errors} initial={initial} />
      </div>
      <aside aria-label="Preview and actions" className="grid content-start gap-4 lg:sticky lg:top-8 lg:self-start">
        <DraftPreview draft={logo ? { ...draft, logo } : draft} />
        {failure ? (
          <Banner isAlert tone="danger">
            {failure}
          </Banner>
        ) : null}
        {problems > 0 ? (
          <p className="text-danger text-sm" role="status">
            {problems === 1 ? "One field needs attention." : `${problems} fields need attention.`}
          </p>
        ) : null}
        <div className="flex flex-wrap gap-2">
          <Button isLoading={isSending} onClick={() => (intent.current = "save")} type="submit" variant="primary">
            {existing ? "Save changes" : "Add connector"}
          </Button>
          <Button isLoading={isSending} onClick={() => (intent.current = "test")} type="submit">
            Test
          </Button>
          <Button asChild>
            <Link href={existing ? `/connectors/${existing.slug}` : "/"}>Cancel</Link>
          </Button>
        </div>
        <p className="text-muted text-sm">Test asks each address once, without a credential. Nothing is saved.</p>
        <div aria-live="polite">{found ? <CheckedAddresses found={found} /> : null}</div>
      </aside>
    </form>
  );
}
