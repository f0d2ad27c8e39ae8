import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { AccountHolds } from "../account-holds.ts";
import { useClock } from "../clock.ts";
import { adviceOf, type Advice } from "./advice.ts";
import { classifyError, type Errand } from "./classify-error.ts";
import { heedError, heedText } from "./heed-server.ts";

const start = Date.UTC(2026, 10, 29, 12);
let restore = () => undefined as void;
beforeEach(() => {
  restore = useClock({ now: () => new Date(start) });
});
afterEach(() => restore());

/** As imapflow throws it. */
function refusal(answer: string): Error {
  const [, status = "", code = "", text = ""] = /^(NO|BAD|BYE) (?:\[([^\] ]+)[^\]]*\] )?(.*)$/.exec(answer) ?? [];
  if (status === "BYE") return Object.assign(new Error("x"), { code: "NoConnection", reason: answer.slice(4) });
  const section = code ? [{ section: [{ type: "ATOM", value: code }] }] : [];
  const response = { command: status, attributes: [...section, { type: "TEXT", value: text }] };
  return Object.assign(new Error("x"), { response, responseStatus: status, responseText: text });
}

const errorOf = (answer: string, errand: Errand = "command") =>
  classifyError(refusal(answer), { errand, host: "mail.test", secrets: [] });

describe("what a server's words ask for", () => {
  const rows: [string, Advice, Errand?][] = [
    ["NO [ALERT] Too many simultaneous connections. (Failure)", "wait", "connect"],
    ["NO [OVERQUOTA] Account exceeded command or bandwidth limits.", "slow-down", "fetch"],
    ["NO [OVERQUOTA] Account exceeded command or bandwidth limits.", "slow-down", "connect"],
    ["BYE Session expired, please login again.", "reconnect"],
    ["NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)", "reauthorise", "connect"],
    ["NO [ALERT] Please log in via your web browser: https://support.example.com (Failure)", "stop", "connect"],
    ["NO [ALERT] Application-specific password required: https://support.example.com (Failure)", "reauthorise", "connect"],
    ["NO Lockdown in sector 4", "stop", "connect"],
    ["BAD Request is throttled. Suggested Backoff Time: 299961 milliseconds", "wait"],
    ["NO Request is throttled. Suggested Backoff Time: 299961 milliseconds", "wait", "connect"],
    ["BYE Connection closed. 14", "reconnect"],
    ["BYE Connection is closed. 13", "reconnect"],
    ["BAD User is authenticated but not connected.", "wait", "connect"],
    ["NO AUTHENTICATE failed.", "reauthorise", "connect"],
    ["NO LOGIN failed.", "reauthorise", "connect"],
    ["NO Server Unavailable. 15", "wait", "connect"],
    ["NO not connected", "wait"],
    ["NO [LIMIT] CAPABILITY Rate limit hit.", "slow-down", "connect"],
    ["NO [LIMIT] UID FETCH Rate limit hit.", "slow-down", "fetch"],
    ["BYE [LIMIT] Rate limit hit.", "slow-down"],
    ["NO [UNAVAILABLE] UID FETCH Server error - Please try again later", "wait", "fetch"],
    ["NO [UNAVAILABLE] Maximum number of connections from user+IP exceeded (mail_max_userip_connections=10)", "wait", "connect"],
    ["BYE Disconnected for inactivity.", "reconnect"],
    ["NO [INUSE] Mailbox is locked, will abort in 175 seconds", "wait", "select"],
    ["NO [SERVERBUG] Internal error occurred. Refer to server log for more information.", "wait", "select"],
    ["NO [UNAVAILABLE] Temporary authentication failure.", "wait", "connect"],
    ["NO Authentication Limit Exceeded", "wait", "connect"],
    ["NO [AUTHORIZATIONFAILED] No such user", "reauthorise", "connect"],
    ["NO [EXPIRED] Password has expired", "reauthorise", "connect"],
    ["NO [PRIVACYREQUIRED] Plaintext authentication disallowed.", "stop", "connect"],
    ["NO [NOPERM] Access denied", "stop"],
  ]; // prettier-ignore
  it.each(rows)("%s → %s", (answer, advice, errand) => {
    expect(adviceOf(errorOf(answer, errand))).toBe(advice);
  });

  it("that concern a folder or a message ask nothing of the account", () => {
    for (const answer of ["NO [TRYCREATE] No", "NO [NONEXISTENT] No", "NO [CANNOT] No", "NO [ALREADYEXISTS] No"])
      expect(adviceOf(errorOf(answer, "deliver"))).toBeNull();
  });
});

describe("what one connection was told", () => {
  const holdsAfter = (tell: (holds: AccountHolds) => void) => {
    const holds = new AccountHolds();
    tell(holds);
    return (scope: Parameters<AccountHolds["of"]>[1]) => {
      const hold = holds.of(7, scope);
      return hold ? hold.until.getTime() - start : null;
    };
  };
  const throttled = "BAD Request is throttled. Suggested Backoff Time: 299961 milliseconds";

  it("keeps the whole account from the server for as long as was asked, its sending too", () => {
    const left = holdsAfter((holds) => heedError(holds, 7, errorOf(throttled)));
    expect([left("all"), left("sending"), left("bodies")]).toEqual([299_961, 299_961, 299_961]);
  });

  it("counts also when it was said in a goodbye or beside an answer", () => {
    expect(holdsAfter((holds) => heedText(holds, 7, throttled.slice(4)))("all")).toBe(299_961);
    expect(holdsAfter((holds) => heedText(holds, 7, "Connection closed. 14"))("bodies")).toBeNull();
  });

  it("in the text of an OK slows down what nobody waits for, and nothing else", () => {
    const left = holdsAfter((holds) => heedText(holds, 7, "Success [THROTTLED]"));
    expect([left("background"), left("fetches"), left("all")]).toEqual([120_000, null, null]);
  });

  it("of used-up bandwidth keeps bodies back for a day, while headers go on", () => {
    const used = errorOf("NO [OVERQUOTA] Account exceeded command or bandwidth limits.", "fetch");
    const left = holdsAfter((holds) => heedError(holds, 7, used));
    expect([left("bodies"), left("background")]).toEqual([86_400_000, null]);
  });

  it("is not undone by a shorter request", () => {
    const left = holdsAfter((holds) => {
      heedError(holds, 7, errorOf(throttled));
      heedError(holds, 7, errorOf(throttled.replace("299961", "1000")));
    });
    expect(left("all")).toBe(299_961);
  });
});
