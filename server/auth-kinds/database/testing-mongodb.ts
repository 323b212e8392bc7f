import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";
import type { Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { type Document, deserialize, serialize } from "bson";
import { startTcpServer } from "@/server/lib/http/start-test-server";

export type StubMongodb = { host: string; port: number; username: string; password: string; commands: Document[]; /** Answers in place of what follows. */ instead: ((command: Document) => Document | Buffer | null) | null; stop(): Promise<void> };

/**
 * What MongoDB says to a login, and no more: there is no package of the real server in Debian. It checks the proof of
 * SCRAM-SHA-256 and SCRAM-SHA-1 as RFC 5802 has it.
 */
export async function startStubMongodb(options: { mechanisms?: string[]; needsLogin?: boolean; tls?: { key: string; cert: string } } = {}): Promise<StubMongodb> {
  const { mechanisms = ["SCRAM-SHA-256", "SCRAM-SHA-1"], needsLogin = true, tls } = options;
  const account = { username: "app", password: "pässword of the app" };
  const state: Pick<StubMongodb, "commands" | "instead"> = { commands: [], instead: null };
  const serve = (socket: Socket) => {
    let pending: Buffer = Buffer.alloc(0);
    const conversation = new Conversation(account, mechanisms, needsLogin);
    socket.on("error", () => undefined);
    socket.on("data", (chunk: Buffer) => {
      pending = Buffer.concat([pending, chunk]);
      const length = pending.length < 4 ? 0 : pending.readInt32LE(0);
      // As the real one does with a TLS greeting.
      if (pending[0] === 0x16 && !tls) return void socket.destroy();
      if (length > 48_000_000 || (length > 0 && length < 21)) return void socket.destroy();
      if (length === 0 || pending.length < length) return;
      const command = deserialize(pending.subarray(21, length), { promoteBuffers: true });
      const id = pending.readInt32LE(4);
      pending = pending.subarray(length);
      state.commands.push(command);
      const reply = state.instead?.(command) ?? conversation.answer(command);
      if (Buffer.isBuffer(reply)) return void socket.write(reply);
      const body = serialize(reply);
      const head = Buffer.alloc(21);
      head.writeInt32LE(21 + body.length, 0);
      head.writeInt32LE(id, 8);
      head.writeInt32LE(2013, 12);
      socket.write(Buffer.concat([head, body]));
    });
  };
  if (!tls) {
    const server = await startTcpServer(serve);
    return Object.assign(state, { host: "127.0.0.1", port: server.port, ...account, stop: () => server.close() });
  }
  const server = createTlsServer(tls, serve);
  server.on("tlsClientError", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return Object.assign(state, { host: "127.0.0.1", port: address.port, ...account, stop: () => new Promise<void>((resolve) => server.close(() => resolve())) });
}

class Conversation {
  #isIn = false;
  #said = { bare: "", challenge: "", hash: "sha256" };
  readonly #salt = randomBytes(16);

  constructor(
    readonly account: { username: string; password: string },
    readonly mechanisms: string[],
    readonly needsLogin: boolean,
  ) {}

  answer(command: Document): Document {
    if (command["hello"]) return { ok: 1, isWritablePrimary: true, ...(command["saslSupportedMechs"] ? { saslSupportedMechs: this.mechanisms } : {}) };
    if (command["saslStart"]) return this.#start(command);
    if (command["saslContinue"]) return this.#continue(command);
    if (command["ping"]) return { ok: 1 };
    if (command["listDatabases"]) return this.needsLogin && !this.#isIn ? { ok: 0, code: 13, codeName: "Unauthorized", errmsg: "Command listDatabases requires authentication" } : { ok: 1, databases: [] };
    return { ok: 0, code: 59, codeName: "CommandNotFound", errmsg: "no such command" };
  }

  #start(command: Document): Document {
    if (!this.mechanisms.includes(String(command["mechanism"]))) return { ok: 0, code: 334, codeName: "MechanismUnavailable", errmsg: "mechanism unavailable" };
    const bare = Buffer.from(command["payload"] as Uint8Array).toString("utf8").slice(3);
    const nonce = /r=(.+)$/.exec(bare)?.[1] ?? "";
    const challenge = `r=${nonce}${randomBytes(9).toString("base64")},s=${this.#salt.toString("base64")},i=15000`;
    this.#said = { bare, challenge, hash: command["mechanism"] === "SCRAM-SHA-1" ? "sha1" : "sha256" };
    return { ok: 1, conversationId: 1, done: false, payload: Buffer.from(challenge) };
  }

  #continue(command: Document): Document {
    const { bare, challenge, hash } = this.#said;
    const text = Buffer.from(command["payload"] as Uint8Array).toString("utf8");
    if (text === "") return { ok: 1, conversationId: 1, done: true, payload: Buffer.alloc(0) };
    const { username, password } = this.account;
    const prepared = hash === "sha1" ? createHash("md5").update(`${username}:mongo:${password}`).digest("hex") : password.normalize("NFKC");
    const salted = pbkdf2Sync(prepared, this.#salt, 15_000, hash === "sha1" ? 20 : 32, hash);
    const hmac = (key: Buffer, message: string) => createHmac(hash, key).update(message).digest();
    const message = `${bare},${challenge},${text.split(",p=", 1)[0]}`;
    const stored = createHash(hash).update(hmac(salted, "Client Key")).digest();
    const signature = hmac(stored, message);
    const proof = Buffer.from(/p=(.+)$/.exec(text)?.[1] ?? "", "base64");
    const key = Buffer.from(proof.map((byte, index) => byte ^ (signature[index] ?? 0)));
    const isRight = bare.startsWith(`n=${username},`) && createHash(hash).update(key).digest().equals(stored);
    if (!isRight) return { ok: 0, code: 18, codeName: "AuthenticationFailed", errmsg: "Authentication failed." };
    this.#isIn = true;
    return { ok: 1, conversationId: 1, done: true, payload: Buffer.from(`v=${hmac(hmac(salted, "Server Key"), message).toString("base64")}`) };
  }
}
