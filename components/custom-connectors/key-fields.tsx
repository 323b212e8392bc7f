import { useState } from "react";
import type { ConnectorDraft } from "@/server/custom-connectors/schema";
import { DraftChoice, DraftLine, type Errors } from "./draft-field";

type KeyAuth = Extract<ConnectorDraft["auth"], { kind: "api_key" }>;

const places = [
  ["header", "In a header"],
  ["query", "In the query"],
  ["basic", "As HTTP Basic"],
] as const;

/** Where a key goes in a request. `{api_key}` stands for it. */
export function KeyFields({ errors, initial }: { errors: Errors; initial: KeyAuth | undefined }) {
  const placed = initial?.placement;
  const [place, setPlace] = useState<string>(placed?.in ?? "header");
  const named = placed && placed.in === place && placed.in !== "basic" ? placed : undefined;
  const basic = placed?.in === "basic" && place === "basic" ? placed : undefined;
  return (
    <>
      <DraftLine defaultValue={initial?.label ?? "API key"} errors={errors} label="What the key is called" name="auth.label" />
      <DraftChoice defaultValue={place} errors={errors} label="Where it goes" name="auth.placement.in" onChoose={setPlace} options={places} />
      {place === "basic" ? (
        <>
          <DraftLine defaultValue={basic?.username ?? "{api_key}"} errors={errors} isCode label="User name" name="auth.placement.username" />
          <DraftLine defaultValue={basic?.password} errors={errors} isCode isOptional label="Password" name="auth.placement.password" />
        </>
      ) : (
        <>
          <DraftLine defaultValue={named?.name ?? (place === "header" ? "Authorization" : "api_key")} errors={errors} isCode key={`${place} name`} label={place === "header" ? "Header" : "Parameter"} name="auth.placement.name" />
          <DraftLine defaultValue={named?.template ?? (place === "header" ? "Bearer {api_key}" : "{api_key}")} errors={errors} help="{api_key} stands for the key." isCode key={`${place} template`} label="Value" name="auth.placement.template" />
        </>
      )}
    </>
  );
}
