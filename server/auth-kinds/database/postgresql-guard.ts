import type { Socket } from "node:net";
import { Duplex } from "node:stream";

/** All that a login and one `select 1` need, many times over. */
const maxBytes = 256 * 1024;
/** PBKDF2 rounds that SCRAM may ask for; the client library computes them in one go, on the only thread. */
const maxScramRounds = 100_000;

/** Authentication requests that the client library can answer (PostgreSQL's `AuthenticationXXX` codes). */
const lengthOfAuthentication = new Map([
  [0, 8],
  [3, 8],
  [5, 12],
]);

/**
 * A socket to a PostgreSQL server that nobody vouches for. The client library trusts what a server says: malformed
 * messages make it loop without end or reject where nobody listens. What it gets to read is checked here first.
 */
export class GuardedSocket extends Duplex {
  readonly #socket: Socket;
  #pending: Buffer = Buffer.alloc(0);
  #seen = 0;

  constructor(socket: Socket) {
    // The client library forgets its socket on `close` and then writes to nothing from a timer, which ends the
    // process. It gets to see an error instead, and a socket that swallows what comes too late.
    super({ emitClose: false });
    this.#socket = socket;
    this.on("error", () => {});
    socket.on("data", (chunk: Buffer) => this.#receive(chunk));
    socket.on("error", (error) => this.destroy(error));
    socket.on("close", () => this.destroy(Object.assign(new Error("the server closed the connection"), { code: "ECONNRESET" })));
  }

  /** Says goodbye (PostgreSQL's Terminate message) and closes. */
  leave(): void {
    this.#socket.end(Buffer.from([0x58, 0, 0, 0, 4]));
    this.destroy();
  }

  #receive(chunk: Buffer): void {
    this.#seen += chunk.length;
    this.#pending = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
    if (this.#seen > maxBytes) return void this.destroy(new UnexpectedMessage());
    while (this.#pending.length >= 5) {
      const end = this.#pending.readUInt32BE(1) + 1;
      if (end < 5 || end > maxBytes) return void this.destroy(new UnexpectedMessage());
      if (this.#pending.length < end) return;
      const message = this.#pending.subarray(0, end);
      this.#pending = this.#pending.subarray(end);
      if (!isExpected(message)) return void this.destroy(new UnexpectedMessage());
      if (!this.push(Buffer.from(message))) this.#socket.pause();
    }
  }

  override _read(): void {
    this.#socket.resume();
  }

  override _write(chunk: Buffer, encoding: BufferEncoding, callback: (error?: Error | null) => void): void {
    this.#socket.write(chunk, encoding, callback);
  }

  override _destroy(error: Error | null, callback: (error?: Error | null) => void): void {
    this.#socket.destroySoon();
    callback(error);
  }
}

/** The server sent what no PostgreSQL sends during a login. */
export class UnexpectedMessage extends Error {
  constructor() {
    super("unexpected message from the server");
    this.name = "UnexpectedMessage";
  }
}

function isExpected(message: Buffer): boolean {
  const type = String.fromCharCode(message[0] ?? 0);
  if (type === "R") return isExpectedAuthentication(message);
  if (type === "T") return isRowDescription(message);
  return "SKZENC12nDI".includes(type);
}

function isExpectedAuthentication(message: Buffer): boolean {
  if (message.length < 9) return false;
  const code = message.readUInt32BE(5);
  const body = message.toString("latin1", 9);
  if (code === 10) return body.split("\0").includes("SCRAM-SHA-256");
  if (code === 11) return Number(/^r=[\x21-\x2b\x2d-\x7e]+,s=[A-Za-z0-9+/]+=*,i=(\d{1,7})$/.exec(body)?.[1] ?? Infinity) <= maxScramRounds;
  if (code === 12) return body.startsWith("v=");
  return lengthOfAuthentication.get(code) === message.length - 1;
}

/** Each column: a zero-terminated name and 18 bytes. */
function isRowDescription(message: Buffer): boolean {
  if (message.length < 7) return false;
  let index = 7;
  for (let column = message.readUInt16BE(5); column > 0; column -= 1) {
    const nameEnd = message.indexOf(0, index);
    if (nameEnd === -1) return false;
    index = nameEnd + 1 + 18;
  }
  return index === message.length;
}
