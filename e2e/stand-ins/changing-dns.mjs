// Loaded before the server: names in the file that CHANGING_DNS names resolve to what it says now, others as ever.
import { readFileSync } from "node:fs";
import dns from "node:dns/promises";
import { syncBuiltinESMExports } from "node:module";

const { lookup } = dns;
dns.lookup = async (host, options) => {
  const addresses = JSON.parse(readFileSync(process.env.CHANGING_DNS, "utf8"))[host];
  return addresses === undefined ? lookup(host, options) : addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
};
syncBuiltinESMExports();
