import { describe, expect, it } from "vitest";
import { ServerSettings } from "#lib/contracts/account";
import { providerTraits } from "#lib/contracts/provider";
import { hosterPresets } from "./hoster-presets.ts";
import { providerPresets } from "./provider-presets.ts";
import { domainOf, presetOfServer, providerOf } from "./providers.ts";

const tls = (host: string, port = 993): ServerSettings => ({ host, port, security: "tls" });

describe("the providers", () => {
  it("have settings that the form would accept, and never plaintext", () => {
    for (const preset of [...providerPresets, ...hosterPresets]) {
      for (const server of [preset.imap, preset.smtp]) {
        if (server) expect(ServerSettings.parse(server)).toEqual(server);
        expect(server?.security).not.toBe("none");
      }
    }
  });

  it("tell the two faces of one server apart by the address", () => {
    expect(presetOfServer("imap.gmail.com", "ada@gmail.com")?.name).toBe("Gmail");
    expect(presetOfServer("imap.gmail.com", "ada@acme.test")?.name).toBe("Google Workspace");
    expect(presetOfServer("outlook.office365.com", "ada@hotmail.com")?.name).toBe("Outlook.com");
  });

  it("keep their copy in Sent only of what their own server sent", () => {
    const own = providerOf(tls("imap.gmail.com"), tls("smtp.gmail.com", 465));
    const relayed = providerOf(tls("imap.gmail.com"), tls("smtp.relay.test", 465));
    expect([own, relayed]).toEqual(["gmail", "generic"]);
    expect(providerTraits(own).keepsSentCopy).toBe(true);
    expect(providerTraits(relayed).keepsSentCopy).toBe(false);
  });

  it("lose QRESYNC at iCloud, through whatever server its mail is sent", () => {
    expect(providerTraits(providerOf(tls("imap.mail.me.com"), tls("smtp.relay.test"))).allowQresync).toBe(false);
    expect(providerTraits("generic")).toEqual({ keepsSentCopy: false, allowQresync: true });
  });

  it("take the domain after the last @", () => {
    expect(domainOf("Ada@ACME.test")).toBe("acme.test");
    expect(domainOf("no address")).toBe("");
  });
});
