import type { Socket } from "node:net";
import { deserialize, serialize } from "bson";

/** A command or a reply; whoever reads one checks what is in it. */
export type MongoDocument = Record<string, unknown>;

/** All that a login needs, many times over. */
const maxBytes = 256 * 1024;
const opMessage = 2013;
const headBytes = 16;

/** One conversation in MongoDB's wire protocol: commands as OP_MSG, one at a time, on a socket that was opened elsewhere. */
export class MongoWire {
  readonly #socket: Socket;
  #pending: Buffer = Buffer.alloc(0);
  #count = 0;
  #waiting: { resolve: (reply: MongoDocument) => void; reject: (error: Error) => void } | null = null;
  #error: Error | null = null;

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.on("data", (chunk: Buffer) => this.#receive(chunk));
    socket.on("error", (error) => this.#fail(error));
    socket.on("close", () => this.#fail(Object.assign(new Error("the server closed the connection"), { code: "ECONNRESET" })));
  }

  /** The server's reply, whether it is ok or not. Rejects when the connection or the reply breaks. */
  run(command: MongoDocument, signal: AbortSignal): Promise<MongoDocument> {
    return new Promise((resolve, reject) => {
      if (this.#error) return reject(this.#error);
      const abort = () => this.#fail(signal.reason instanceof Error ? signal.reason : new Error("aborted"));
      signal.addEventListener("abort", abort, { once: true });
      const settle = <T>(then: (value: T) => void) => (value: T) => {
        signal.removeEventListener("abort", abort);
        then(value);
      };
      this.#waiting = { resolve: settle(resolve), reject: settle(reject) };
      this.#socket.write(encode(++this.#count, command));
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #receive(chunk: Buffer): void {
    this.#pending = Buffer.concat([this.#pending, chunk]);
    const length = this.#pending.length < 4 ? headBytes : this.#pending.readInt32LE(0);
    if (length < headBytes || length > maxBytes || this.#pending.length > maxBytes) return this.#fail(new UnexpectedReply());
    if (this.#pending.length < length) return;
    const message = this.#pending.subarray(0, length);
    this.#pending = this.#pending.subarray(length);
    try {
      const reply = decode(message, this.#count);
      this.#waiting?.resolve(reply);
      this.#waiting = null;
    } catch {
      this.#fail(new UnexpectedReply());
    }
  }

  #fail(error: Error): void {
    this.#error ??= error;
    this.#waiting?.reject(this.#error);
    this.#waiting = null;
    this.#socket.destroy();
  }
}

/** What came is not what MongoDB says. */
export class UnexpectedReply extends Error {
  constructor() {
    super("unexpected bytes from the server");
    this.name = "UnexpectedReply";
  }
}

/** Head, no flags, and one section of kind 0. */
function encode(id: number, command: MongoDocument): Buffer {
  const body = serialize(command);
  const head = Buffer.alloc(headBytes + 5);
  head.writeInt32LE(head.length + body.length, 0);
  head.writeInt32LE(id, 4);
  head.writeInt32LE(opMessage, 12);
  return Buffer.concat([head, body]);
}

function decode(message: Buffer, id: number): MongoDocument {
  const start = headBytes + 5;
  const isOwn = message.length > start && message.readInt32LE(8) === id && message.readInt32LE(12) === opMessage && message[start - 1] === 0;
  if (!isOwn) throw new UnexpectedReply();
  // A checksum of four bytes may follow; the document says how long it is.
  return deserialize(message.subarray(start, start + message.readInt32LE(start)), { promoteBuffers: true });
}
