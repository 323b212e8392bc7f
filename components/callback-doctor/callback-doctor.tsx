"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Stethoscope } from "lucide-react";
import { useEffect, useRef } from "react";
import { readFailure } from "@/components/providers/read-failure";
import { useTRPC } from "@/components/providers/trpc";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { List } from "@/components/ui/list";
import type { Finding } from "@/server/oauth/finding";
import { FindingRow } from "./finding-row";
import { judgeBrowserFacts } from "./judge-browser-facts";
import { readBrowserFacts } from "./read-browser-facts";

type CallbackDoctorProps = {
  /** Adds what this connector's vendor has to know. */
  connector?: string | undefined;
  /** Looks at once: the press that led here asked for it. */
  isEager?: boolean;
};

const order = { problem: 0, warning: 1, ok: 2 } as const;

/** Looks at the way back from a vendor to this page, from the server and from this browser, and names what is wrong. */
export function CallbackDoctor({ connector, isEager = false }: CallbackDoctorProps) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const leaving = useRef<AbortController | null>(null);
  const { mutate: check, data: findings, error, isPending } = useMutation({
    mutationFn: async () => {
      leaving.current = new AbortController();
      const { findings: ofServer, browser } = await cache.fetchQuery({ ...trpc.oauth.diagnoseCallback.queryOptions(connector === undefined ? {} : { connector }), staleTime: 0, gcTime: 0 });
      const ofBrowser = judgeBrowserFacts(await readBrowserFacts(browser, leaving.current.signal));
      return [...ofServer, ...ofBrowser].sort((a, b) => order[a.level] - order[b.level]);
    },
  });
  useEffect(() => {
    if (isEager) check();
    return () => leaving.current?.abort();
  }, [check, isEager]);
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button isLoading={isPending} onClick={() => check()}>
          <Stethoscope aria-hidden size={15} />
          {findings ? "Check again" : "Check the callback"}
        </Button>
        <p aria-live="polite" className="min-w-0 flex-1 basis-60 text-muted text-sm">
          {isPending ? "Looking at it from the server and from your browser…" : findings ? summarise(findings) : "Takes a few seconds. Nothing is changed."}
        </p>
      </div>
      {error ? (
        <Banner isAlert tone="danger">
          {readFailure(error).message}
        </Banner>
      ) : null}
      {findings ? (
        <List aria-label="What was found">
          {findings.map((finding) => (
            <FindingRow finding={finding} key={finding.id} />
          ))}
        </List>
      ) : null}
    </div>
  );
}

function summarise(findings: readonly Finding[]): string {
  const countOf = (level: Finding["level"]) => findings.filter((finding) => finding.level === level).length;
  const [problems, warnings] = [countOf("problem"), countOf("warning")];
  if (problems + warnings === 0) return `All ${findings.length} checks are fine.`;
  const parts = [...(problems > 0 ? [problems === 1 ? "1 problem" : `${problems} problems`] : []), ...(warnings > 0 ? [warnings === 1 ? "1 warning" : `${warnings} warnings`] : [])];
  return `${parts.join(" and ")} in ${findings.length} checks.`;
}
