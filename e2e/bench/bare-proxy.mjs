// The baseline: what the shortest honest proxy costs. node:http in front, undici's request behind, a pipe between.
import { createServer } from "node:http";
import { Pool } from "undici";

const pool = new Pool(process.argv[2], { connections: 128 });
const server = createServer(async (incoming, outgoing) => {
  const { host, connection, ...headers } = incoming.headers;
  const answer = await pool.request({ path: incoming.url, method: incoming.method, headers, body: incoming.method === "GET" ? null : incoming });
  outgoing.writeHead(answer.statusCode, answer.headers);
  answer.body.pipe(outgoing);
});
server.listen(0, "127.0.0.1", () => process.stdout.write(`${server.address().port}\n`));
