import { request } from "node:http";
import { connect } from "node:net";

export type Sent = {
  headers?: Record<string, string | string[]>;
  /** Sent as JSON when it is no text. */
  body?: unknown;
};

export type Answer = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  /** The body, where it is JSON. */
  json: unknown;
};

/** Every answer that was heard, head and body, for those who look through them afterwards. */
export const heard: string[] = [];

/** One request as it stands: unlike `fetch`, it sends any path, any Host and any header. It follows nothing. */
export function ask(port: number, method: string, path: string, { headers = {}, body }: Sent = {}): Promise<Answer> {
  const text = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
  const sent = { ...(body === undefined || typeof body === "string" ? {} : { "content-type": "application/json" }), ...(text === undefined ? {} : { "content-length": String(Buffer.byteLength(text)) }), ...headers };
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: "127.0.0.1", port, method, path, headers: sent }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const received = Buffer.concat(chunks).toString();
        heard.push(`${method} ${path.split("?", 1)[0]}\n${response.rawHeaders.join("\n")}\n${received}`);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text: received, json: parse(received) });
      });
    });
    outgoing.on("error", reject);
    outgoing.end(text);
  });
}

/** Writes bytes to a connection and answers with all that comes until it is closed, by the server or after `waitMs`. */
export function talk(port: number, bytes: string, waitMs = 30_000): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
    const late = setTimeout(() => socket.destroy(), waitMs);
    socket.on("data", (chunk) => (received += chunk.toString()));
    socket.on("error", reject);
    socket.on("close", () => {
      clearTimeout(late);
      heard.push(received);
      resolve(received);
    });
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
