import { describe, expect, it } from "vitest";
import { isInRanges, parseAddressRange } from "./address-range";

const ranges = (...texts: string[]) => texts.map(parseAddressRange).filter((range) => range !== null);

describe("parseAddressRange", () => {
  it.each(["10.0.0.0/8", "192.0.2.1", "0.0.0.0/0", "2001:db8::/32", "::1", " 10.0.0.1 "])("takes %s", (text) => {
    expect(parseAddressRange(text)).not.toBeNull();
  });

  it.each(["", "10.1", "010.0.0.1", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "/8", "10.0.0.0/8/8", "2001:db8::/129", "fe80::1%eth0", "[::1]", "::ffff:10.0.0.0/104", "proxy.internal", "10.0.0.1:80", "*"])("does not take %j", (text) => {
    expect(parseAddressRange(text)).toBeNull();
  });
});

describe("isInRanges", () => {
  it.each([
    ["10.255.255.255", true],
    ["11.0.0.0", false],
    ["::ffff:10.1.2.3", true],
    ["192.0.2.1", true],
    ["192.0.2.2", false],
    ["2001:db8:ffff::1", true],
    ["2001:db9::1", false],
  ])("%s: %s", (address, expected) => {
    expect(isInRanges(address, ranges("10.0.0.0/8", "192.0.2.1", "2001:db8::/32"))).toBe(expected);
  });
});
