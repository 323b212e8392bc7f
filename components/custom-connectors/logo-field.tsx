import { Upload } from "lucide-react";
import { type ChangeEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { type Logo, logoSchema } from "@/server/custom-connectors/logo.schema";
import { DraftLine, type Errors } from "./draft-field";
import type { ChosenLogo } from "./read-draft";

type LogoFieldProps = { errors: Errors; initial: Logo | undefined; logo: ChosenLogo; onLogo: (logo: ChosenLogo) => void; className?: string };

/** One or two letters on a colour, or a file of one's own. A drawing is cleaned here, and again on the server. */
export function LogoField({ errors, initial, logo, onLogo, className }: LogoFieldProps) {
  const picker = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const monogram = initial?.kind === "monogram" ? initial : undefined;
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = "";
    if (!file) return;
    const parsed = logoSchema.safeParse(await readLogo(file));
    setProblem(parsed.success ? null : (parsed.error.issues[0]?.message ?? "This file cannot be a logo."));
    if (parsed.success && parsed.data.kind !== "monogram") onLogo(parsed.data);
  };
  const isFile = logo !== null;
  return (
    <fieldset className={cn("grid gap-3", className)}>
      <legend className="mb-1.5 font-medium text-sm">Logo</legend>
      <div className={cn("grid gap-4 sm:grid-cols-2", isFile && "hidden")}>
        <DraftLine defaultValue={monogram?.text ?? "A"} errors={errors} label="Letters" name="logo.text" />
        <DraftLine defaultValue={monogram?.colour ?? "#2f6feb"} errors={errors} label="Colour" name="logo.colour" type="color" />
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <input accept=".svg,.png,image/svg+xml,image/png" aria-label="Logo file" className="sr-only" onChange={(event) => void choose(event)} ref={picker} tabIndex={-1} type="file" />
        <Button onClick={() => picker.current?.click()} size="sm">
          <Upload aria-hidden size={14} />
          {isFile ? "Choose another file" : "Use a file instead"}
        </Button>
        {isFile ? (
          <Button onClick={() => onLogo(null)} size="sm">
            Use letters
          </Button>
        ) : null}
        <p className="text-muted text-sm">SVG of plain paths, or PNG up to 12 KB.</p>
      </div>
      <p aria-live="polite" className="text-danger text-sm empty:hidden">
        {problem ?? errors["logo"] ?? errors["logo.svg"] ?? errors["logo.base64"]}
      </p>
    </fieldset>
  );
}

async function readLogo(file: File): Promise<unknown> {
  if (file.type === "image/svg+xml" || file.name.toLowerCase().endsWith(".svg")) return { kind: "svg", svg: file.size > 200_000 ? "x".repeat(200_000) : await file.text() };
  const bytes = new Uint8Array(await file.slice(0, 64 * 1024).arrayBuffer());
  return { kind: "png", base64: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")) };
}
