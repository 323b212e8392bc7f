import { Duplex, pipeline } from "node:stream";
import type { Readable } from "node:stream";
import * as zlib from "node:zlib";
import { AppError } from "../errors";

const zstdWindowLogMax = 100; // ZSTD_d_windowLogMax, which Node 20's typings lack

const decoders = new Map<string, () => Duplex | null>([
  ["gzip", () => zlib.createGunzip()],
  ["x-gzip", () => zlib.createGunzip()],
  ["deflate", () => zlib.createInflate()],
  ["br", () => zlib.createBrotliDecompress()],
  ["zstd", createZstdDecompress],
]);

/** What a request offers when its caller says nothing: the codings that every Node has and vendors send well. */
export const acceptEncoding = "gzip, br";

/** The readable form of a body. One coding at most: a chain of them is how small answers become endless ones. */
export function decodeBody(raw: Readable, contentEncoding: string, host: string): Readable {
  const coding = contentEncoding.trim().toLowerCase();
  if (coding === "" || coding === "identity") return raw;
  const decoder = decoders.get(coding)?.();
  if (!decoder) {
    raw.destroy();
    throw new AppError("VENDOR_ERROR", `${host} compressed its answer in a way that Patchbay cannot read.`, { details: { host } });
  }
  // A decoder can fail after the pipeline is done with it; without a listener that would end the process.
  decoder.on("error", () => {});
  return pipeline(raw, decoder, () => {});
}

function createZstdDecompress(): Duplex | null {
  if (!("createZstdDecompress" in zlib) || typeof zlib.createZstdDecompress !== "function") return null;
  // RFC 9659: a window over 8 MB is not allowed in HTTP; zstd's own default would let an answer claim 128 MB.
  const stream: unknown = Reflect.apply(zlib.createZstdDecompress, zlib, [{ params: { [zstdWindowLogMax]: 23 } }]);
  return stream instanceof Duplex ? stream : null;
}
