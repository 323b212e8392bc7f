import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { AppError } from "./lib/errors";
import { errorBody } from "./lib/http/answer-error";
import { newId } from "./lib/ids";

const faults: Record<string, [status: number, message: string]> = {
  HPE_HEADER_OVERFLOW: [431, "The request's headers are larger than 16 KB. Send fewer, or shorter cookies."],
  ERR_HTTP_REQUEST_TIMEOUT: [408, "The request's headers did not arrive in time. Send them at once."],
};

/** Answers in the contract's form where there is no response to write to: the request was never one. */
export function answerClientError(error: Error, socket: Duplex): void {
  const code = "code" in error ? String(error.code) : "";
  if (!socket.writable || code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const [status, message] = faults[code] ?? [400, "This is not a request that HTTP allows. Check its head and its lengths."];
  answerSocket(socket, status, message);
}

/** Nothing here speaks another protocol over the same connection. */
export function refuseUpgrade(socket: Duplex): void {
  answerSocket(socket, 400, "This server speaks HTTP alone. Ask again without Upgrade.");
}

function answerSocket(socket: Duplex, status: number, message: string): void {
  const body = JSON.stringify(errorBody(new AppError("INVALID_REQUEST", message), newId("request")));
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, "content-type: application/json; charset=utf-8", `content-length: ${Buffer.byteLength(body)}`, "cache-control: no-store", "connection: close"];
  socket.on("error", () => undefined);
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`, () => socket.destroy());
}
