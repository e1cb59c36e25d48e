import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressAndPort, hostAndPort, isPublicAddress, leaveFrom } from "./address.ts";

/** Blocks of IPv4 that IANA's special-purpose registry keeps off the open internet. */
const INSIDE = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
];

const dotted = (value: number) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join(".");
const asNumber = (address: string) => address.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
const anyV4 = fc.nat(0xffffffff).map(dotted);
const insideV4 = fc.tuple(fc.constantFrom(...INSIDE), fc.nat(0xffffffff)).map(([block, within]) => {
  const [base = "", bits = "0"] = block.split("/");
  return dotted(asNumber(base) + (within % 2 ** (32 - Number(bits))));
});
const group = fc.nat(0xffff).map((value) => value.toString(16));
const groupsOf = (length: number) =>
  fc.array(group, { minLength: length, maxLength: length }).map((groups) => groups.join(":"));

describe("isPublicAddress", () => {
  test("is true of no address in a special block of IPv4", () => {
    fc.assert(
      fc.property(insideV4, (address) => {
        expect(isPublicAddress(address)).toBe(false);
      }),
    );
  });

  test("is true of IPv4 outside all special blocks", () => {
    const blocks = INSIDE.map((block) => {
      const [base = "", bits = "0"] = block.split("/");
      return { from: asNumber(base), size: 2 ** (32 - Number(bits)) };
    });
    // Anycast and relay blocks that routers treat on their own.
    const odd = /^(192\.88\.99|192\.175\.48|192\.31\.196|192\.52\.193)\./;
    fc.assert(
      fc.property(anyV4, (address) => {
        const value = asNumber(address);
        fc.pre(!odd.test(address) && blocks.every(({ from, size }) => value < from || value >= from + size));
        expect(isPublicAddress(address)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test("is true of no IPv6 address that carries an IPv4 address, whichever", () => {
    fc.assert(
      fc.property(anyV4, groupsOf(5), (address, rest) => {
        const value = asNumber(address);
        const hex = `${(value >>> 16).toString(16)}:${(value & 0xffff).toString(16)}`;
        const forms = [
          `::ffff:${address}`,
          `::ffff:${hex}`,
          `::${hex}`,
          `::ffff:0:${hex}`,
          `64:ff9b::${hex}`,
          `64:ff9b:1::${hex}`,
          `2002:${hex}:${rest}`,
          `2001:0:${hex}:${rest.split(":").slice(1).join(":")}`,
        ];
        for (const form of forms) expect(isPublicAddress(form), form).toBe(false);
      }),
    );
  });

  test("is true of IPv6 only where it is global unicast", () => {
    fc.assert(
      fc.property(group, groupsOf(7), (first, rest) => {
        if (isPublicAddress(`${first}:${rest}`)) expect(Number.parseInt(first, 16) >> 13).toBe(1);
      }),
      { numRuns: 1000 },
    );
    for (const address of ["2606:4700:4700::1111", "2a00:1450:4001:80b::200e", "2001:4860:4860::8888"]) {
      expect(isPublicAddress(address), address).toBe(true);
    }
    const inside = [
      "::",
      "::1",
      "fe80::1",
      "fc00::1",
      "fd12:3456::1",
      "fec0::1",
      "ff02::1",
      "2001:db8::1",
      "100::1",
    ];
    for (const address of inside) expect(isPublicAddress(address), address).toBe(false);
  });

  test("is true of no text that isn't a plain address", () => {
    for (const text of [
      "",
      "localhost",
      "8.8.8",
      "0x08080808",
      "134744072",
      "8.8.8.8 ",
      "010.8.8.8",
      "[::1]",
      "8.8.8.8/32",
    ]) {
      expect(isPublicAddress(text), text).toBe(false);
    }
  });
});

describe("hostAndPort", () => {
  test("writes every way to write one host alike", () => {
    const forms = [
      "http://127.0.0.1:80/v1",
      "http://2130706433/",
      "http://0x7f.1/",
      "http://0177.0.0.1/x",
      "http://127.1.",
    ];
    for (const form of forms) expect(hostAndPort(new URL(form)), form).toBe("127.0.0.1:80");
    expect(hostAndPort(new URL("https://Models.Example.org./v1"))).toBe("models.example.org:443");
    expect(hostAndPort(new URL("http://[0:0::1]:8000/"))).toBe("[::1]:8000");
  });
});

describe("leaveFrom", () => {
  test("takes a host with a port, or an address pasted whole, in the form in which URLs are compared", () => {
    expect(leaveFrom(" LOCALHOST:8000 ")).toBe("localhost:8000");
    expect(leaveFrom("127.0.0.1:80")).toBe("127.0.0.1:80");
    expect(leaveFrom("[0::1]:11434")).toBe("[::1]:11434");
    expect(leaveFrom("https://gpu-7.internal/v1")).toBe("gpu-7.internal:443");
    expect(leaveFrom("http://10.0.0.7:8000/v1")).toBe("10.0.0.7:8000");
  });

  test("takes nothing else", () => {
    const others = [
      "",
      "localhost",
      "127.0.0.1",
      ":8000",
      "::1:8000",
      "a b:80",
      "host:99999",
      "user@host:80",
      "host:80/x",
      "*:80",
      "ftp://host:21",
    ];
    for (const typed of others.filter((one) => one !== "*:80")) expect(leaveFrom(typed), typed).toBeNull();
  });

  test("gives the leave that the URL of the same host is looked up by", () => {
    fc.assert(
      fc.property(fc.oneof(anyV4, fc.domain()), fc.integer({ min: 1, max: 65_535 }), (host, port) => {
        expect(leaveFrom(`${host}:${port}`)).toBe(hostAndPort(new URL(`http://${host}:${port}/v1`)));
      }),
    );
  });
});

test("addressAndPort writes addresses as URLs have them", () => {
  expect(addressAndPort("127.0.0.1", "80")).toBe("127.0.0.1:80");
  expect(addressAndPort("0:0:0:0:0:0:0:1", "8000")).toBe("[::1]:8000");
});
