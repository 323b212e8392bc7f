// The vendor of the benchmarks: the same kilobyte for every path, ten megabytes or silence where asked, uploads
// counted, and enough of Stripe and SendGrid to connect to them.
import { createServer } from "node:http";

const account = JSON.stringify({ id: "acct_bench", object: "account", email: "bench@example.test", settings: { dashboard: { display_name: "Bench" } }, scopes: [] });
const payload = JSON.stringify({ data: "x".repeat(1000) });
const large = Buffer.alloc(10 * 1024 * 1024, "x");

function bodyFor(url) {
  if (url.startsWith("/v1/account") || url.startsWith("/v1/balance") || url === "/v3/scopes") return account;
  return url === "/large" ? large : payload;
}

const server = createServer((request, response) => {
  request.resume();
  if (request.url === "/hang") return;
  const send = () => {
    const body = bodyFor(request.url);
    response.writeHead(200, { "content-type": "application/json", "content-length": body.length });
    response.end(body);
  };
  if (request.method === "GET") send();
  else request.once("end", send);
});
server.listen(0, "127.0.0.1", () => process.stdout.write(`${server.address().port}\n`));
