"use client";

import { FileSearch, LockKeyhole, X } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Textarea } from "@/components/ui/textarea";
import type { ConnectorSummary } from "@/server/catalog/schema";
import { type Detected, detect } from "@/server/catalog/detect/detect.schema";
import type { ProjectFile } from "@/server/catalog/detect/read-names.schema";
import { mergeDetected } from "./merge-detected";
import { ProjectFinds } from "./project-finds";

type ProjectPanelProps = { connectors: readonly ConnectorSummary[]; canConnect: boolean; onClose: () => void };

/** A package file is a few kilobytes; of a larger one the beginning is enough. */
const maxBytes = 524_288;

/**
 * Names what a project uses, by its files. They are read here and now: the field never holds what was pasted, and only
 * names of packages, variables and servers are kept.
 */
export function ProjectPanel({ connectors, canConnect, onClose }: ProjectPanelProps) {
  const chooser = useRef<HTMLInputElement>(null);
  const [found, setFound] = useState<readonly Detected[] | null>(null);
  const take = (files: readonly ProjectFile[]) => {
    const isKnown = ({ id }: Detected) => connectors.some((connector) => connector.id === id);
    setFound(mergeDetected(found ?? [], detect(files).filter(isKnown)));
  };
  const takeFiles = async (list: FileList | null) => {
    if (list === null || list.length === 0) return;
    take(await Promise.all(Array.from(list, async (file) => ({ name: file.name, text: await file.slice(0, maxBytes).text() }))));
    if (chooser.current) chooser.current.value = "";
  };
  return (
    <section aria-labelledby="project-panel" className="mt-3 rounded-lg border bg-surface-raised p-4">
      <div className="flex items-start gap-3">
        <FileSearch aria-hidden className="mt-0.5 shrink-0 text-muted" size={16} />
        <div className="min-w-0 flex-1">
          <h2 className="text-base" id="project-panel">
            Find what your project uses
          </h2>
          <p className="mt-0.5 max-w-reading text-muted text-sm">Paste a package.json, requirements.txt, go.mod, .env, compose file or MCP configuration, or choose files.</p>
        </div>
        <IconButton className="-mt-1 -mr-1" label="Close" onClick={onClose}>
          <X aria-hidden size={16} />
        </IconButton>
      </div>
      <div className="mt-3 flex flex-wrap items-start gap-2">
        <Textarea
          aria-label="Paste a file of your project"
          autoComplete="off"
          autoFocus
          className="min-w-0 flex-1 basis-64"
          isCode
          // Always empty: what arrives is read for names and dropped.
          onChange={(event) => take([{ name: "", text: event.target.value }])}
          placeholder="Paste here"
          rows={2}
          value=""
        />
        <Button onClick={() => chooser.current?.click()}>Choose files</Button>
        <input aria-label="Files of your project" className="hidden" multiple onChange={(event) => void takeFiles(event.target.files)} ref={chooser} tabIndex={-1} type="file" />
      </div>
      <p className="mt-2 flex items-start gap-1.5 text-muted text-sm">
        <LockKeyhole aria-hidden className="mt-1 shrink-0" size={12} />
        It is read in this browser, for names alone. Values are dropped at once and nothing is sent.
      </p>
      <div aria-live="polite">{found === null ? null : <ProjectFinds canConnect={canConnect} connectors={connectors} found={found} />}</div>
    </section>
  );
}
