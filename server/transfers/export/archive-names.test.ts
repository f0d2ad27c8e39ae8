import { array, assert, constantFrom, oneof, property, record, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { exportFormats } from "#lib/contracts/vocabulary";
import { archiveNames, emlName } from "./archive-names.ts";

const folder = (path: string, accountId = 1) => ({
  accountId,
  accountName: `Account ${accountId}`,
  path,
  delimiter: "/",
});

describe("names in an archive", () => {
  it("are folders in folders, beside each other in Maildir", () => {
    const folders = [folder("INBOX"), folder("Projects/2026")];
    expect(archiveNames(folders, "mbox")).toEqual(["INBOX.mbox", "Projects/2026.mbox"]);
    expect(archiveNames(folders, "maildir")).toEqual(["Maildir", "Maildir/.Projects.2026"]);
    expect(archiveNames(folders, "eml")).toEqual(["INBOX", "Projects/2026"]);
  });

  it("begin with their account where there are several", () => {
    expect(archiveNames([folder("INBOX", 1), folder("INBOX", 2)], "eml")).toEqual([
      "Account 1/INBOX",
      "Account 2/INBOX",
    ]);
  });

  it("never lead out of the archive, and are no two alike on any system", () => {
    const piece = constantFrom("..", ".", "", "/", "\\", "C:", "CON", "a", "A", "ä", "ä", "\0", "\n", " ");
    const path = oneof(string(), array(piece).map((pieces) => pieces.join(""))); // prettier-ignore
    const folders = array(record({ accountId: constantFrom(1, 2), accountName: path, path, delimiter: constantFrom("/", ".", "") })); // prettier-ignore
    assert(
      property(folders, constantFrom(...exportFormats), (given, format) => {
        const names = archiveNames(given, format);
        expect(new Set(names.map((name) => name.normalize("NFC").toLowerCase())).size).toBe(given.length);
        for (const name of names) {
          expect(name).not.toMatch(/^\/|\\|\p{Cc}|[<>:"|?*]/u);
          expect(name.split("/")).not.toContain("..");
          expect(name.split("/")).not.toContain("");
        }
      }),
    );
  });

  it("of a mail are its day, its number and its subject as far as a file can be called so", () => {
    const mail = { receivedAt: new Date("2026-11-02T10:00:00Z"), uid: 7 };
    expect(emlName({ ...mail, subject: "Re: ../../etc/passwd" })).toBe("2026-11-02 7 Re_ .._.._etc_passwd.eml");
    expect(emlName({ ...mail, subject: "" })).toBe("2026-11-02 7.eml");
  });
});
