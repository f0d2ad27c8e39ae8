import { describe, expect, it } from "vitest";
import { connectionProblemCodes } from "#lib/contracts/account";
import { describeProblem } from "./describe-problem.ts";
import { codeOfTlsFailure } from "../smtp/smtp-problem.ts";
import { refineRefusal } from "./name-problem.ts";
import { profileOfServer } from "#lib/providers/find-profile";

const server = { host: "mail.acme.test", port: 993, security: "tls" } as const;

describe("the words for a problem", () => {
  it.each(connectionProblemCodes)("say what happened and what to do: %s", (code) => {
    for (const protocol of ["imap", "smtp"] as const) {
      const words = describeProblem(code, { protocol, server });
      expect(words).toMatch(/^[A-Z].{20,}\.$|^mail\.acme\.test .{20,}\.$/);
      expect(words).not.toMatch(/undefined|null/);
    }
  });

  it("bring the provider's own help", () => {
    const profile = profileOfServer("imap.gmail.com", "ada@gmail.com");
    const words = describeProblem("app_password_required", { protocol: "imap", server, profile });
    expect(words).toContain("Gmail does not accept the usual password here. Google wants an app password");
  });
});

describe("naming a refused login", () => {
  const gmail = profileOfServer("imap.gmail.com", "ada@gmail.com");
  const icloud = profileOfServer("imap.mail.me.com", "ada@me.com");
  const yahoo = profileOfServer("imap.mail.yahoo.com", "ada@yahoo.com");
  const outlook = profileOfServer("outlook.office365.com", "ada@acme.test");

  it("takes a usual password where only app passwords are good for just that", () => {
    expect(refineRefusal("wrong_password", gmail, "my-dog-Rex-1")).toBe("app_password_required");
    expect(refineRefusal("wrong_password", yahoo, "Sommer2024!")).toBe("app_password_required");
    expect(refineRefusal("wrong_password", icloud, "Sommer2024!")).toBe("app_password_required");
  });

  it("takes an app password that is refused for a wrong one", () => {
    expect(refineRefusal("wrong_password", gmail, "abcd efgh ijkl mnop")).toBe("wrong_password");
    expect(refineRefusal("wrong_password", icloud, "abcd-efgh-ijkl-mnop")).toBe("wrong_password");
  });

  it("blames no password where none is taken", () => {
    expect(refineRefusal("wrong_password", outlook, "whatever it was")).toBe("oauth_required");
  });

  it("leaves every other problem and every unknown server alone", () => {
    expect(refineRefusal("timeout", gmail, "x")).toBe("timeout");
    expect(refineRefusal("wrong_password", undefined, "x")).toBe("wrong_password");
  });
});

describe("naming a failed handshake", () => {
  it.each([
    ["CERT_HAS_EXPIRED certificate has expired", "tls_expired"],
    ["Error initiating TLS - certificate has expired", "tls_expired"],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "tls_wrong_host"],
    ["Hostname/IP does not match certificate's altnames", "tls_wrong_host"],
    ["DEPTH_ZERO_SELF_SIGNED_CERT", "tls_self_signed"],
    ["unable to verify the first certificate", "tls_self_signed"],
    ["unable to get local issuer certificate", "tls_self_signed"],
    ["ERR_SSL_WRONG_VERSION_NUMBER", "tls_failed"],
  ])("reads %s", (text, code) => {
    expect(codeOfTlsFailure(text)).toBe(code);
  });
});
