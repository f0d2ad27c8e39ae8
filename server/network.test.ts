import { describe, expect, it } from "vitest";
import { mayUsePlaintext, resolveHost, resolveMailHost } from "./network.ts";
import { useFreshStore } from "./testing/fresh-store.ts";

const privateAddresses = [
  "127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "255.255.255.255", "224.0.0.1", "192.0.2.1",
  "::1", "::", "fe80::1", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:db8::1", "::7f00:1", "5f00::1",
]; // prettier-ignore

describe("the network guard", () => {
  describe("with nothing allowed", () => {
    useFreshStore({ ALLOW_PRIVATE_HOSTS: "" });

    it.each(privateAddresses)("refuses %s", async (address) => {
      await expect(resolveMailHost(address, 993)).rejects.toMatchObject({ code: "address_not_allowed" });
    });

    it("lets a public address through on a mail port and on no other", async () => {
      await expect(resolveMailHost("9.9.9.9", 993)).resolves.toEqual([
        { address: "9.9.9.9", family: 4, isPrivate: false },
      ]);
      await expect(resolveMailHost("9.9.9.9", 22)).rejects.toMatchObject({ code: "port_not_allowed" });
    });

    it("says that a name does not exist", async () => {
      await expect(resolveMailHost("no-such-host.invalid", 993)).rejects.toMatchObject({ code: "name_not_found" });
    });
  });

  describe("with an operator's own network allowed", () => {
    useFreshStore({ ALLOW_PRIVATE_HOSTS: "127.0.0.0/8" });

    it("lets its addresses through on any port", async () => {
      await expect(resolveMailHost("127.0.0.5", 4143)).resolves.toMatchObject([
        { address: "127.0.0.5", isPrivate: true },
      ]);
    });

    it("still refuses every other private address", async () => {
      await expect(resolveMailHost("10.0.0.1", 993)).rejects.toMatchObject({ code: "address_not_allowed" });
    });
  });

  it("allows plaintext to private addresses only", async () => {
    expect(mayUsePlaintext(await resolveHost("127.0.0.1"))).toBe(true);
    expect(mayUsePlaintext(await resolveHost("9.9.9.9"))).toBe(false);
    expect(mayUsePlaintext([])).toBe(false);
  });
});
