import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "../errors";
import { createEgress } from "./egress";

/** IANA's special-purpose IPv4 blocks, multicast and class E, as numbers: an oracle apart from the library in use. */
const specialBlocks: readonly (readonly [string, number])[] = [
  ["0.0.0.0", 8], ["10.0.0.0", 8], ["100.64.0.0", 10], ["127.0.0.0", 8], ["169.254.0.0", 16], ["172.16.0.0", 12],
  ["192.0.0.0", 24], ["192.0.2.0", 24], ["192.31.196.0", 24], ["192.52.193.0", 24], ["192.88.99.0", 24],
  ["192.168.0.0", 16], ["192.175.48.0", 24], ["198.18.0.0", 15], ["198.51.100.0", 24], ["203.0.113.0", 24],
  ["224.0.0.0", 4], ["240.0.0.0", 4], ["168.63.129.16", 32],
];

const toNumber = (dotted: string) => dotted.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
const toBytes = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255] as const;
const ranges = specialBlocks.map(([base, bits]) => ({ min: toNumber(base), max: toNumber(base) + 2 ** (32 - bits) - 1 }));
const special = fc.oneof(...ranges.map((range) => fc.integer(range)));
const ordinary = fc.integer({ min: 0, max: 2 ** 32 - 1 }).filter((value) => ranges.every(({ min, max }) => value < min || value > max));

const number = (value: number, base: string) =>
  ({ decimal: String(value), octal: `0${value.toString(8)}`, hex: `0x${value.toString(16)}`, HEX: `0X00${value.toString(16).toUpperCase()}` })[base] ?? "";
const base = fc.constantFrom("decimal", "octal", "hex", "HEX");
const hex4 = (value: number) => value.toString(16).padStart(4, "0");

/** The ways to write an IPv4 address that some parser on the way might take for it. */
const spellings: Record<string, (value: number, bases: string[]) => string> = {
  dotted: (value) => toBytes(value).join("."),
  "four numbers of any base": (value, bases) => toBytes(value).map((byte, index) => number(byte, bases[index] ?? "hex")).join("."),
  "three numbers": (value, [a = "", b = "", c = ""]) => [number(value >>> 24, a), number((value >>> 16) & 255, b), number(value & 65_535, c)].join("."),
  "two numbers": (value, [a = "", b = ""]) => [number(value >>> 24, a), number(value & 0xffffff, b)].join("."),
  "one number": (value, [a = ""]) => number(value, a),
  "full-width digits": (value) => toBytes(value).join("。").replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  "trailing dot": (value) => `${toBytes(value).join(".")}.`,
  "IPv4-mapped": (value) => `[::ffff:${toBytes(value).join(".")}]`,
  "IPv4-mapped in hex": (value) => `[0:0:0:0:0:FFFF:${hex4(value >>> 16)}:${hex4(value & 65_535)}]`,
  "IPv4-compatible": (value) => `[::${toBytes(value).join(".")}]`,
  "IPv4-translated": (value) => `[::ffff:0:${toBytes(value).join(".")}]`,
  NAT64: (value) => `[64:ff9b::${toBytes(value).join(".")}]`,
  "local NAT64": (value) => `[64:ff9b:1::${toBytes(value).join(".")}]`,
  "6to4": (value) => `[2002:${hex4(value >>> 16)}:${hex4(value & 65_535)}::1]`,
  Teredo: (value) => `[2001:0:4136:e378:8000:63bf:${hex4((~value >>> 16) & 65_535)}:${hex4(~value & 65_535)}]`,
};

const asked: string[] = [];
const egress = createEgress({
  allow: [],
  allowedOrigins: [],
  lookup: async (host) => {
    asked.push(host);
    return [{ address: "93.184.215.14", family: 4 }];
  },
});

function refusalOf(url: string, from = egress): string {
  try {
    from.checkUrl(url);
  } catch (error) {
    if (error instanceof AppError && error.code === "INVALID_REQUEST") return error.message;
    throw error;
  }
  return "";
}

const isRefusal = { code: "INVALID_REQUEST" };

describe("special IPv4 addresses", () => {
  it.each(Object.entries(spellings))("are refused as %s", async (_name, spell) => {
    await fc.assert(
      fc.asyncProperty(special, fc.array(base, { minLength: 4, maxLength: 4 }), async (value, bases) => {
        const host = spell(value, bases);
        expect(refusalOf(`https://${host}/`)).toMatch(/^\S+ is an? /);
        await expect(egress.resolveHost(host, 5432)).rejects.toMatchObject(isRefusal);
      }),
      { numRuns: 150 },
    );
    expect(asked).toEqual([]);
  });

  it("are refused percent-encoded in a URL, and the escape is no host elsewhere", async () => {
    await fc.assert(
      fc.asyncProperty(special, async (value) => {
        const host = toBytes(value).join(".").replace(/\d/g, (digit) => `%3${digit}`);
        expect(refusalOf(`https://${host}/`)).toMatch(/^\S+ is an? /);
        await expect(egress.resolveHost(host, 5432)).rejects.toMatchObject(isRefusal);
      }),
    );
  });

  it("are refused as what a name resolves to, mapped ones included", async () => {
    const forms = ["dotted", "IPv4-mapped", "IPv4-mapped in hex", "IPv4-compatible", "NAT64", "6to4", "Teredo"];
    await fc.assert(
      fc.asyncProperty(special, fc.constantFrom(...forms), async (value, form) => {
        const address = spellings[form]?.(value, []).replace(/[[\]]/g, "") ?? "";
        const dns = async () => [{ address, family: address.includes(":") ? 6 : 4 }];
        const asking = createEgress({ allow: [], allowedOrigins: [], lookup: dns });
        await expect(asking.resolveHost("db.example.com", 5432)).rejects.toMatchObject(isRefusal);
      }),
    );
  });
});

describe("public addresses", () => {
  it("are reached as plain, mapped and NAT64 addresses, and refused in retired forms of IPv6", () => {
    fc.assert(
      fc.property(ordinary, (value) => {
        for (const form of ["dotted", "IPv4-mapped", "NAT64"]) expect(refusalOf(`https://${spellings[form]?.(value, [])}/`)).toBe("");
        for (const form of ["6to4", "Teredo", "IPv4-compatible", "local NAT64"]) {
          expect(refusalOf(`https://${spellings[form]?.(value, [])}/`)).not.toBe("");
        }
      }),
    );
  });

  it.each(["[2606:4700:4700::1111]", "[2a00:1450:4001:82a::200e]", "8.8.8.8", "api.example.com", "xn--bcher-kva.example"])("%s is reached", (host) => {
    expect(refusalOf(`https://${host}/`)).toBe("");
  });
});

describe("IPv6", () => {
  it.each([
    ["[::]", "an unspecified"], ["[::1]", "a loopback"], ["[fe80::1]", "a link-local"], ["[febf::1]", "a link-local"], ["[fec0::1]", "a reserved"],
    ["[fc00::1]", "a private"], ["[fdff::1]", "a private"], ["[ff02::1]", "a multicast"], ["[2001:db8::1]", "a reserved"], ["[3fff::1]", "a reserved"],
    ["[2001:2::1]", "a reserved"], ["[2001:20::1]", "a reserved"], ["[100::1]", "a reserved"], ["[5f00::1]", "a reserved"], ["[4000::1]", "a reserved"],
    ["[fd00:ec2::254]", "a cloud metadata"], ["[fd20:ce::254]", "a cloud metadata"], ["[::ffff:169.254.169.254]", "a cloud metadata"],
  ])("%s is %s address", (host, label) => {
    expect(refusalOf(`https://${host}/`)).toContain(`is ${label} address. Patchbay does not connect`);
  });

  it.each(["fe80::1%eth0", "[fe80::1%25eth0]", "2606:4700::1111%1", "::1%lo"])("the zone id in %s is no part of a host", async (host) => {
    await expect(egress.resolveHost(host, 5432)).rejects.toMatchObject(isRefusal);
    expect(() => egress.checkUrl(`https://[${host.replace(/[[\]]/g, "")}]/`)).toThrow(AppError);
  });
});

describe("names", () => {
  it.each(["localhost", "LOCALHOST", "app.localhost", "a.b.LocalHost", "example.com.", "localhost.", "db.internal."])("%s is refused before DNS", async (host) => {
    expect(refusalOf(`https://${host}/`)).not.toBe("");
    await expect(egress.resolveHost(host, 5432)).rejects.toMatchObject(isRefusal);
    expect(asked).toEqual([]);
  });

  it.each(["", " ", "a b", "user@10.0.0.5", "db.example.com:5432", "db.example.com/x", "db\\x", "/var/run/postgresql", "db?x", "db#x", "[::1", "::1]", "1.2.3.4.5", "300.1.1.1", "foo.0x4", "a\tb", "a\u0000b"])(
    "%j is no host",
    async (host) => {
      await expect(egress.resolveHost(host, 5432)).rejects.toMatchObject(isRefusal);
      expect(asked).toEqual([]);
    },
  );
});

describe("what a URL may carry", () => {
  it("refuses userinfo and does not repeat it", () => {
    const refusal = refusalOf("https://tom:hunter2@api.example.com/v1?key=s3cret");
    expect(refusal).toContain("api.example.com has a user name or password in it");
    expect(refusal).not.toMatch(/tom|hunter2|s3cret/);
    expect(refusalOf("https://tom@api.example.com/")).not.toBe("");
  });

  it.each(["ftp://example.com/", "file:///etc/passwd", "gopher://example.com/", "data:text/plain,x", "ws://example.com/", "blob:https://example.com/1"])("refuses %s", (url) => {
    expect(refusalOf(url)).toBe("Only https and http addresses can be called.");
  });

  it("refuses what is no URL without repeating it", () => {
    expect(refusalOf("api.example.com/v1?key=s3cret")).toBe("This is not a complete address. Write it like https://api.example.com/path.");
  });

  it("refuses plain http to a public host, unless the operator names it", () => {
    expect(refusalOf("http://api.example.com/v1?key=s3cret")).toMatch(/^api\.example\.com would be called over plain http/);
    expect(refusalOf("http://8.8.8.8/")).toMatch(/plain http/);
    const named = createEgress({ allow: ["api.example.com:80", "8.8.8.8"], allowedOrigins: [] });
    expect(refusalOf("http://api.example.com/", named)).toBe("");
    expect(refusalOf("http://api.example.com:8080/", named)).toMatch(/plain http/);
    expect(refusalOf("http://8.8.8.8/", named)).toBe("");
  });
});

describe("messages", () => {
  it("say what an address is, what to do, and name nothing but the host", async () => {
    const dns = createEgress({ allow: [], allowedOrigins: [], lookup: async () => [{ address: "10.0.0.5", family: 4 }] });
    const refused = dns.request({ url: "https://db.internal/rows?token=s3cret", method: "GET", headers: { authorization: "Bearer s3cret" } });
    await expect(refused).rejects.toMatchObject({
      code: "INVALID_REQUEST",
      message: "db.internal resolves to 10.0.0.5, a private address. Patchbay does not connect to private networks unless EGRESS_ALLOW names them.",
      details: { host: "db.internal" },
    });
  });

  it("reach the operator's log", () => {
    const heard: unknown[] = [];
    const logged = createEgress({ allow: [], allowedOrigins: [], log: { warn: (...event) => heard.push(event) } });
    expect(refusalOf("https://169.254.169.254/latest/meta-data?x=1", logged)).not.toBe("");
    expect(heard).toEqual([[{ host: "169.254.169.254" }, expect.stringContaining("a cloud metadata address")]]);
  });
});
