import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeNonPublic, parseAddress } from "./address-kind";
import type { Address } from "./address-kind";
import { parseAllowList } from "./allow-list";
import { createEgress } from "./egress";

function address(text: string): Address {
  const parsed = parseAddress(text);
  if (parsed === null) throw new Error(`${text} is no address.`);
  return parsed;
}

/** Whether a host that resolves to `to` may be reached under `allow`. */
async function reaches(allow: string[], host: string, to: string, port = 5432): Promise<boolean> {
  const egress = createEgress({ allow, allowedOrigins: [], lookup: async () => [{ address: to, family: to.includes(":") ? 6 : 4 }] });
  return egress.resolveHost(host, port).then(
    () => true,
    () => false,
  );
}

describe("ranges", () => {
  it("cover what is inside and nothing beside", () => {
    const word = fc.integer({ min: 0, max: 2 ** 32 - 1 });
    const dotted = (value: number) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join(".");
    fc.assert(
      fc.property(word, fc.integer({ min: 1, max: 31 }), word, fc.nat(31), (base, bits, flip, shift) => {
        const other = base ^ (flip >>> shift);
        fc.pre(describeNonPublic(address(dotted(other)))?.isMetadata !== true);
        const isInside = base >>> (32 - bits) === other >>> (32 - bits);
        expect(parseAllowList([`${dotted(base)}/${bits}`], []).coversAddress(address(dotted(other)), 443)).toBe(isInside);
      }),
      { numRuns: 1000 },
    );
  });

  it("hold for names that resolve into them and for literals, IPv6 and mapped forms included", async () => {
    expect(await reaches(["10.0.0.0/8"], "db.internal", "10.1.2.3")).toBe(true);
    expect(await reaches(["10.0.0.0/8"], "db.internal", "11.1.2.3")).toBe(true);
    expect(await reaches(["10.0.0.0/8"], "db.internal", "192.168.1.1")).toBe(false);
    expect(await reaches(["10.0.0.0/8"], "::ffff:10.1.2.3", "")).toBe(true);
    expect(await reaches(["fd12::/16"], "db.internal", "fd12::5")).toBe(true);
    expect(await reaches(["fd12::/16"], "db.internal", "fd13::5")).toBe(false);
    expect(await reaches(["::1"], "::1", "")).toBe(true);
    expect(await reaches(["[::1]:6379"], "[::1]", "", 6379)).toBe(true);
    expect(await reaches(["[::1]:6379"], "[::1]", "", 6380)).toBe(false);
    expect(await reaches(["10.0.0.5:5432"], "db.internal", "10.0.0.5")).toBe(true);
    expect(await reaches(["10.0.0.5:5433"], "db.internal", "10.0.0.5")).toBe(false);
  });

  it("open metadata addresses only when one is named by itself", async () => {
    expect(await reaches(["0.0.0.0/0", "::/0", "169.254.0.0/16"], "169.254.169.254", "")).toBe(false);
    expect(await reaches(["0.0.0.0/0", "::/0"], "meta.example", "fd00:ec2::254")).toBe(false);
    expect(await reaches(["169.254.0.0/16"], "169.254.1.1", "")).toBe(true);
    expect(await reaches(["169.254.169.254"], "169.254.169.254", "")).toBe(true);
    expect(await reaches(["169.254.169.254/32"], "meta.example", "169.254.169.254")).toBe(true);
  });
});

describe("names", () => {
  it("may stand on private networks, at any port or at one", async () => {
    expect(await reaches(["db.internal"], "db.internal", "10.0.0.5", 1)).toBe(true);
    expect(await reaches([" DB.Internal "], "Db.INTERNAL", "127.0.0.1")).toBe(true);
    expect(await reaches(["db.internal:5432"], "db.internal", "10.0.0.5", 5432)).toBe(true);
    expect(await reaches(["db.internal:5432"], "db.internal", "10.0.0.5", 5433)).toBe(false);
    expect(await reaches(["db.internal"], "x.db.internal", "10.0.0.5")).toBe(false);
    expect(await reaches(["localhost"], "localhost", "::1")).toBe(true);
    expect(await reaches(["127.0.0.0/8"], "localhost", "127.0.0.1")).toBe(false);
  });

  it.each(["169.254.169.254", "fd00:ec2::254", "100.100.100.200", "169.254.1.1", "fe80::1", "0.0.0.0", "224.0.0.1", "192.0.2.1"])("do not open %s", async (to) => {
    expect(await reaches(["db.internal"], "db.internal", to)).toBe(false);
  });
});

describe("origins of CONNECTOR_ENDPOINTS", () => {
  it("may be private, and plain http, at their port alone", () => {
    const egress = createEgress({ allow: [], allowedOrigins: ["http://localhost:4001", "https://10.0.0.9", "http://[::1]:4002/path"] });
    expect(egress.checkUrl("http://localhost:4001/login").href).toBe("http://localhost:4001/login");
    expect(egress.checkUrl("https://10.0.0.9/x").port).toBe("");
    expect(egress.checkUrl("http://[::1]:4002/").port).toBe("4002");
    for (const url of ["http://localhost:4002/", "http://10.0.0.9/", "https://10.0.0.9:8443/", "https://10.0.0.10/"]) expect(() => egress.checkUrl(url)).toThrow();
  });

  it.each(["localhost:4001", "ftp://a.example", "nonsense", ""])("%j is refused by name", (origin) => {
    expect(() => parseAllowList([], [origin])).toThrow(`CONNECTOR_ENDPOINTS: "${origin}" is not an http(s) address`);
  });
});

describe("a bad entry", () => {
  it.each([
    "http://db.internal", "10.0.0.0/33", "fd00::/129", "10.0.0/8", "010.0.0.0/8", "10.0.0.0/", "/8", "10.0.0.0/8:443", "::ffff:10.0.0.0/104", "::ffff:10.0.0.0/24", "64:ff9b::/16", "*.corp", "db.internal:0",
    "db.internal:65536", "db.internal:http", "db:1:2", ":80", "[::1", "[::1]80", "10.1", "0x0a000001", "300.0.0.1", "user@db", "a b", "db.internal.", "fe80::1%eth0",
  ])("%j stops the start with a sentence that quotes it", (entry) => {
    expect(() => createEgress({ allow: ["10.0.0.0/8", entry], allowedOrigins: [] })).toThrow(`EGRESS_ALLOW: "${entry}" is not an address range, a host, or a host with a port.`);
  });
});
