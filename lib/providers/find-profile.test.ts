import { describe, expect, it } from "vitest";
import { domainOf, filesSentCopy, profileOfAccount, profileOfServer, profileOfSoftware } from "./find-profile.ts";
import { generic } from "./generic.ts";
import { ProviderProfile } from "./profile.ts";
import { profiles } from "./profiles.ts";

const account = (imapHost: string, smtpHost: string, provider = "generic") => ({
  provider,
  imapHost,
  smtpHost,
  emailAddress: "ada@acme.test",
});

describe("the profiles", () => {
  it("are what the schema says, and offer no plaintext", () => {
    for (const profile of profiles) {
      expect(ProviderProfile.parse(profile)).toEqual(profile);
      expect([profile.imap?.security, profile.smtp?.security]).not.toContain("none");
    }
  });

  it("cover every service and software that was asked for, each with its source", () => {
    const wanted = [
      "Gmail", "Google Workspace", "Microsoft 365", "Outlook.com", "Microsoft Exchange", "Yahoo", "AOL", "iCloud", "Fastmail", "Zoho Mail",
      "GMX", "WEB.DE", "Mail.ru", "Yandex", "Proton Mail Bridge", "Dovecot", "Cyrus IMAP", "Courier", "Stalwart", "",
    ]; // prettier-ignore
    for (const name of wanted) {
      const found = profiles.find((profile) => profile.name === name);
      expect(found?.sources, name).not.toEqual([]);
      expect(found, name).toBeDefined();
    }
  });

  it("show no number that nobody tells of", () => {
    for (const { name, limits, limitsSource } of profiles) {
      const { connectionsPerAccount, connectionsPerHost, dailyDownloadBytes, dailyUploadBytes } = limits;
      const told = [connectionsPerAccount, connectionsPerHost, dailyDownloadBytes, dailyUploadBytes];
      expect([name, told.some((number) => number !== null)]).toEqual([name, limitsSource !== null]);
    }
  });

  it("tell the two faces of one server apart by the address", () => {
    expect(profileOfServer("imap.gmail.com", "ada@gmail.com")?.name).toBe("Gmail");
    expect(profileOfServer("imap.gmail.com", "ada@acme.test")?.name).toBe("Google Workspace");
    expect(profileOfServer("outlook.office365.com", "ada@hotmail.com")?.name).toBe("Outlook.com");
  });

  it("expect a copy in Sent only of what the mailbox's own server sent", () => {
    expect(filesSentCopy(account("imap.gmail.com", "smtp.gmail.com"))).toBe("always");
    expect(filesSentCopy(account("imap.gmail.com", "smtp.relay.test"))).toBe("unknown");
    expect(filesSentCopy(account("outlook.office365.com", "smtp-mail.outlook.com"))).toBe("always");
    expect(filesSentCopy(account("127.0.0.1", "127.0.0.1", "proton-bridge"))).toBe("always");
    expect(filesSentCopy(account("127.0.0.1", "smtp.relay.test", "proton-bridge"))).toBe("unknown");
  });

  it("distrust iCloud's QRESYNC, through whatever server its mail is sent", () => {
    expect(profileOfAccount(account("imap.mail.me.com", "smtp.relay.test")).distrust).toContain("qresync");
    expect(profileOfAccount(account("imap.acme.test", "smtp.acme.test"))).toEqual(generic);
  });

  it.each([
    ["Dovecot (Debian) ready.", [], "dovecot"],
    ["Courier-IMAP ready. Copyright 1998-2018 Double Precision, Inc.", [], "courier"],
    ["mail.acme.test Cyrus IMAP 3.8.1 server ready", [], "cyrus"],
    ["Stalwart IMAP4rev2 at your service.", [], "stalwart"],
    ["The Microsoft Exchange IMAP4 service is ready.", [], "exchange"],
    ["gluon session ID 1", [], "proton-bridge"],
    ["Gimap ready for requests from 192.0.2.1", ["IMAP4REV1", "X-GM-EXT-1"], "gmail"],
    ["IMAP4 ready", ["IMAP4REV1"], undefined],
  ])("know the software that greets with “%s”", (words, capabilities, provider) => {
    expect(profileOfSoftware(words, capabilities)?.provider).toBe(provider);
  });

  it("take the domain after the last @", () => {
    expect(domainOf("Ada@ACME.test")).toBe("acme.test");
    expect(domainOf("no address")).toBe("");
  });
});
