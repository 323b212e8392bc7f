"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { CallbackDoctor } from "@/components/callback-doctor/callback-doctor";
import { useTRPC } from "@/components/providers/trpc";
import { List } from "@/components/ui/list";
import { SearchInput } from "@/components/ui/search-input";
import { Section } from "@/components/ui/section";
import { OAuthAppRow } from "./oauth-app-row";

/** So many are in view at once. */
const searchedFrom = 9;

/** Every connector with one-click sign-in, and the registration it works with. The address says which one is open. */
export function OAuthApps() {
  const trpc = useTRPC();
  const { data: { apps, isInstanceOwner } } = useSuspenseQuery(trpc.oauth.listApps.queryOptions());
  const { data: catalog } = useSuspenseQuery(trpc.catalog.list.queryOptions());
  const [text, setText] = useState("");
  const open = useSearchParams().get("app");
  const wanted = text.trim().toLowerCase();
  const shown = apps.filter(({ connectorName }) => connectorName.toLowerCase().includes(wanted));
  return (
    <>
      <Section description="Whether people come back to this server from a vendor's page: address, certificate, proxy, cookies and clock." title="The way back">
        <CallbackDoctor />
      </Section>
      <Section
        description="People sign in at a vendor through an app that your company registers there, once per vendor."
        title="OAuth apps"
      >
        {apps.length >= searchedFrom ? <SearchInput className="mb-3" isPageSearch label="Search OAuth apps" onValueChange={setText} placeholder="Search by name" value={text} /> : null}
        {shown.length === 0 ? (
          <p className="py-8 text-center text-muted">No connector with one-click sign-in is called “{text.trim()}”.</p>
        ) : (
          <List aria-label="OAuth apps">
            {shown.map((app) => (
              <OAuthAppRow
                app={app}
                isInstanceOwner={isInstanceOwner}
                isOpen={app.connector === open}
                key={app.connector}
                logo={catalog.find(({ id }) => id === app.connector)?.logo}
                onToggle={() => window.history.replaceState(null, "", app.connector === open ? window.location.pathname : `?app=${app.connector}`)}
              />
            ))}
          </List>
        )}
      </Section>
    </>
  );
}
