import { expect, it } from "vitest";
import { AccountHolds, leftOf } from "../../account-holds.ts";
import { heedSmtp } from "./heed-smtp.ts";

it.each([
  ["450 4.2.1 The user you are trying to contact is receiving mail too quickly; rate limit exceeded", true],
  ["421 4.7.0 Too many messages from this mailbox, slow down", true],
  ["432 4.3.2 Concurrent connections limit exceeded; request is throttled", true],
  ["450 4.2.0 Greylisted, try again in five minutes", false],
  ["452 4.2.2 Mailbox full", false],
])("after “%s” nothing else is sent for a while: %s", (reason, isHeld) => {
  const holds = new AccountHolds();
  heedSmtp(holds, 7, reason);
  const hold = holds.of(7, "sending");
  expect(hold !== null && leftOf(hold) > 60_000).toBe(isHeld);
  expect(holds.of(7, "all")).toBeNull();
});
