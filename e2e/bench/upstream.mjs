// The vendor of the benchmark: answers every path with the same kilobyte, and enough of Stripe to connect to it.
import { createServer } from "node:http";

const account = JSON.stringify({ id: "acct_bench", object: "account", email: "bench@example.test", settings: { dashboard: { display_name: "Bench" } } });
const payload = JSON.stringify({ data: "x".repeat(1000) });
const server = createServer((request, response) => {
  const body = request.url.startsWith("/v1/account") || request.url.startsWith("/v1/balance") ? account : payload;
  request.resume();
  response.writeHead(200, { "content-type": "application/json", "content-length": body.length });
  response.end(body);
});
server.listen(0, "127.0.0.1", () => process.stdout.write(`${server.address().port}\n`));
