import type { Socket } from "node:net";
import { Duplex } from "node:stream";
import { type Route, secureSocket } from "./open-socket";

/** All that a login and one `select 1` need, many times over. */
const maxBytes = 256 * 1024;

/**
 * A socket to a server that nobody vouches for, for a client library that reads it in its `data` listener: what that
 * throws ends the connection and not the process, and nobody can send without end.
 */
export class ContainedSocket extends Duplex {
  #socket: Socket;
  #seen = 0;
  #start: Buffer = Buffer.alloc(0);

  constructor(socket: Socket) {
    super();
    this.#socket = socket;
    this.on("error", () => {});
    this.#listen(socket);
  }

  /** Goes on over TLS, in the middle of MySQL's handshake. Whatever came before in the clear has to be the one packet that a greeting is. */
  async encrypt(route: Route, signal: AbortSignal): Promise<void> {
    const plain = this.#socket;
    const isGreetingAlone = this.#start.length === 4 && this.#seen === 4 + this.#start.readUIntLE(0, 3);
    plain.removeAllListeners("data");
    if (!isGreetingAlone) throw new UnexpectedBytes();
    const secure = await secureSocket(plain, route, route.tls === "verify", signal);
    this.#socket = secure;
    this.#listen(secure);
  }

  /** Closes once everything that was written is out. */
  leave(): void {
    this.#socket.end();
    this.destroy();
  }

  #listen(socket: Socket): void {
    socket.on("data", (chunk: Buffer) => this.#receive(chunk));
    socket.on("error", (error) => this.destroy(error));
    socket.on("close", () => this.destroy(Object.assign(new Error("the server closed the connection"), { code: "ECONNRESET" })));
  }

  #receive(chunk: Buffer): void {
    this.#seen += chunk.length;
    if (this.#start.length < 4) this.#start = Buffer.concat([this.#start, chunk]).subarray(0, 4);
    if (this.#seen > maxBytes) return void this.destroy(new UnexpectedBytes());
    try {
      this.emit("data", chunk);
    } catch {
      this.destroy(new UnexpectedBytes());
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

/** The server sent what the client library cannot read, or more than a login takes. */
export class UnexpectedBytes extends Error {
  constructor() {
    super("unexpected bytes from the server");
    this.name = "UnexpectedBytes";
  }
}
