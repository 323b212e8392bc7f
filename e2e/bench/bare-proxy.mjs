// The baseline: what the shortest honest proxy costs. node:http in front, an undici Pool behind; `request` and a pipe
// as anyone would write it, or `dispatch`, which hands the bytes on by itself and is the least that undici can cost.
import { createServer } from "node:http";
import { Pool } from "undici";

const [, , origin, way = "request"] = process.argv;
const pool = new Pool(origin, { connections: 128 });

const forward = {
  async request(incoming, outgoing, options) {
    const answer = await pool.request(options);
    outgoing.writeHead(answer.statusCode, answer.headers);
    answer.body.pipe(outgoing);
  },
  dispatch(_incoming, outgoing, options) {
    pool.dispatch(options, {
      onRequestStart: () => undefined,
      onResponseStart: (_controller, status, headers) => void outgoing.writeHead(status, headers),
      onResponseData: (controller, chunk) => {
        if (outgoing.write(chunk)) return;
        controller.pause();
        outgoing.once("drain", () => controller.resume());
      },
      onResponseEnd: () => void outgoing.end(),
      onResponseError: () => void outgoing.destroy(),
    });
  },
};

const server = createServer((incoming, outgoing) => {
  const { host, connection, ...headers } = incoming.headers;
  const hasBody = incoming.method !== "GET" && incoming.method !== "HEAD";
  return forward[way](incoming, outgoing, { path: incoming.url, method: incoming.method, headers, body: hasBody ? incoming : null });
});
server.listen(0, "127.0.0.1", () => process.stdout.write(`${server.address().port}\n`));
