import type { ConnectorSample } from "./sample";

declare global {
  interface ImportMeta {
    /** Vite's, which runs the tests. */
    glob<T>(pattern: string[], options: { eager: true; import: string }): Record<string, T>;
  }
}

const files = import.meta.glob<ConnectorSample>(["./*.ts", "!./sample.ts", "!./*-sample*.ts"], { eager: true, import: "sample" });

/** Every sample by its connector's slug, which is the file's name. */
export const samples: ReadonlyMap<string, ConnectorSample> = new Map(Object.entries(files).map(([file, sample]) => [file.replace(/^\.\/|\.ts$/g, ""), sample]));
