import { expect, it } from "vitest";
import { authenticationResults } from "./authentication-results.ts";

it("reads what our own server found out, and from whom", () => {
  const headers = {
    "authentication-results":
      "mx.acme.test; dkim=pass (2048-bit key) header.d=example.com header.s=a; spf=softfail smtp.mailfrom=kim@example.org;\r\n dmarc=fail (p=NONE) header.from=example.com; arc=none; x-own=pass",
  };
  expect(authenticationResults(headers)).toEqual({
    server: "mx.acme.test",
    results: [
      { method: "dkim", result: "pass", about: "example.com" },
      { method: "spf", result: "softfail", about: "example.org" },
      { method: "dmarc", result: "fail", about: "example.com" },
      { method: "arc", result: "none", about: "" },
    ],
  });
});

it("believes nothing that came with the mail", () => {
  const headers = {
    "Authentication-Results":
      "mx.acme.test; spf=fail smtp.mailfrom=evil.test\nmx.acme.test; dmarc=pass header.from=bank.test",
  };
  expect(authenticationResults(headers)?.results).toEqual([{ method: "spf", result: "fail", about: "evil.test" }]);
});

it("says nothing where nothing was found out", () => {
  expect(authenticationResults({})).toBeNull();
  expect(authenticationResults({ "authentication-results": "mx.acme.test; none" })).toBeNull();
});
