import { FileJson, Upload } from "lucide-react";
import { type DragEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { FieldControl } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";

/** A key file is a few kilobytes; anything larger is another file. */
const maxBytes = 32_768;

type JsonFileInputProps = FieldControl & {
  name: string;
  value: string;
  onValueChange: (value: string) => void;
  onBlur: () => void;
};

/** Takes a JSON key file: dropped, chosen or pasted. What it holds is not shown again, only whose it is. */
export function JsonFileInput({ value, onValueChange, onBlur, ...control }: JsonFileInputProps) {
  const chooser = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const owner = readOwner(value);

  const take = async (file: File | undefined) => {
    setOver(false);
    if (!file) return;
    const isTooLarge = file.size > maxBytes;
    setRefusal(isTooLarge ? `${file.name} is too large for a key file. Drop the JSON file that was downloaded with the key.` : null);
    if (isTooLarge) return;
    onValueChange(await file.text());
    onBlur();
  };
  if (owner !== null) {
    return (
      <div className="flex items-center gap-2.5 rounded-md border bg-surface-sunken py-1.5 pr-1.5 pl-3">
        <FileJson aria-hidden className="shrink-0 text-positive" size={16} />
        <span className="min-w-0 flex-1 truncate text-sm">{owner}</span>
        <Button onClick={() => onValueChange("")} size="sm" variant="ghost">
          Replace
        </Button>
      </div>
    );
  }
  return (
    <div
      className={cn("rounded-lg border border-dashed p-2 transition-colors", isOver && "border-accent bg-accent-subtle")}
      onDragLeave={() => setOver(false)}
      onDragOver={(event: DragEvent) => {
        event.preventDefault();
        setOver(true);
      }}
      onDrop={(event: DragEvent) => {
        event.preventDefault();
        void take(event.dataTransfer.files[0]);
      }}
    >
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2 pl-1 text-muted text-sm">
        <span className="flex items-center gap-2">
          <Upload aria-hidden size={14} />
          Drop the file here, or paste what is in it.
        </span>
        <Button onClick={() => chooser.current?.click()} size="sm">
          Choose a file
        </Button>
      </div>
      <input accept=".json,application/json" className="hidden" onChange={(event) => void take(event.target.files?.[0])} ref={chooser} type="file" />
      <Textarea {...control} autoComplete="off" isCode onBlur={onBlur} onChange={(event) => onValueChange(event.target.value)} placeholder='{ "type": "service_account", …' value={value} />
      {refusal ? (
        <p className="mt-1.5 text-danger text-sm" role="alert">
          {refusal}
        </p>
      ) : null}
    </div>
  );
}

/** Whose key it is, or null while the text is no whole JSON object. */
function readOwner(text: string): string | null {
  if (!text.trim().endsWith("}")) return null;
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) return null;
    const mail = "client_email" in parsed ? parsed.client_email : undefined;
    return typeof mail === "string" ? mail : "A JSON file";
  } catch {
    return null;
  }
}
