"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { KeyRound, Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTRPC } from "@/components/providers/trpc";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { List } from "@/components/ui/list";
import { Section } from "@/components/ui/section";
import { ApiKeyRow } from "./api-key-row";

const load = () => import("./create-key-dialog").then((file) => file.CreateKeyDialog);
const CreateKeyDialog = dynamic(load, { ssr: false });

/** The keys with which programs act in the workspace. */
export function ApiKeys() {
  const trpc = useTRPC();
  const { data: keys } = useSuspenseQuery(trpc.workspaces.apiKeys.queryOptions());
  const [isCreating, setCreating] = useState(false);
  const create = (
    <Button aria-haspopup="dialog" onClick={() => setCreating(true)} onFocus={() => void load()} onPointerEnter={() => void load()} variant="primary">
      <Plus aria-hidden size={15} />
      Create key
    </Button>
  );
  return (
    <Section action={keys.length > 0 ? create : null} description="Programs send one with every request. A key acts in this workspace only." title="API keys">
      {keys.length === 0 ? (
        <EmptyState actions={create} headingLevel={3} icon={<KeyRound />} title="No API keys yet">
          With a key a program of yours can list connections and call connected services through the proxy.
        </EmptyState>
      ) : (
        <List aria-label="API keys">
          {keys.map((key) => (
            <ApiKeyRow apiKey={key} key={key.id} />
          ))}
        </List>
      )}
      {isCreating ? <CreateKeyDialog onClose={() => setCreating(false)} /> : null}
    </Section>
  );
}
