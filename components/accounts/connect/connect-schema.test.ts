import { describe, expect, it } from "vitest";
import { emptyForm, fieldsAtFault, suggested, toAccount } from "./connect-schema.ts";

const imap = { host: "imap.northwind.test", port: 993, security: "tls" as const };
const smtp = { host: "smtp.northwind.test", port: 465, security: "tls" as const };
const found = {
  provider: "generic",
  providerName: "",
  source: "srv" as const,
  imap,
  smtp,
  username: "support@northwind.test",
  oauthProvider: null,
  takesPassword: true,
  help: null,
};

describe("the connect form", () => {
  it("fills in what an address tells, and keeps a name that was typed", () => {
    const values = suggested({ ...emptyForm, emailAddress: "support@northwind.test" }, found);
    expect(values).toMatchObject({ imap, smtp, username: "", name: "Support" });
    expect(suggested({ ...values, name: "Help desk" }, found).name).toBe("Help desk");
  });

  it("asks for a year of history, or for all of it", () => {
    const now = new Date("2026-11-23T00:00:00Z");
    expect(toAccount(emptyForm, now).historySince).toBe("2025-11-23T00:00:00.000Z");
    expect(toAccount({ ...emptyForm, history: "all" }, now).historySince).toBeNull();
  });

  it("leaves the user name out where it is the address", () => {
    expect(toAccount(emptyForm, new Date())).not.toHaveProperty("username");
    expect(toAccount({ ...emptyForm, username: "ada" }, new Date()).username).toBe("ada");
  });

  it("points at the field that each problem is about, once", () => {
    const refused = { ok: false, code: "refused", detail: "No connections there." };
    const wrong = { ok: false, code: "wrong_password", detail: "Not accepted." };
    expect(fieldsAtFault({ ok: false, imap: { ok: true }, smtp: refused, folders: [] })).toEqual([
      { field: "smtp.port", code: "refused", detail: "No connections there." },
    ]);
    expect(fieldsAtFault({ ok: false, imap: wrong, smtp: wrong, folders: [] })).toEqual([
      { field: "password", code: "wrong_password", detail: "Not accepted." },
    ]);
  });
});
