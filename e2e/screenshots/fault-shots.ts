/** A server that has troubles: mail that was lost here, mail that cannot be read, a password that no longer holds. */
import type { Page } from "@playwright/test";
import type { App } from "../support/app.ts";
import { tamper } from "../support/tamper.ts";
import { compare } from "./prepare.ts";
import { type Shot } from "./shot.ts";

const dayMs = 86_400_000;
const inbox = "(select min(id) from folders where role = 'inbox')";
const health = "/settings/sync-health?account=1";

/** Before each picture, as comparing mends it: what it will find. */
function loseMail(app: App): void {
  const some = (count: number) =>
    `(select uid from placements where folder_id = ${inbox} and flagged = 0 order by uid limit ${count})`;
  tamper(app, `update placements set flagged = 1 where folder_id = ${inbox} and uid in ${some(5)}`);
  tamper(app, `delete from placements where folder_id = ${inbox} and uid in ${some(2)}`);
}

/** After it: what stays until somebody sees to it. */
export function bringTrouble(app: App): void {
  const reasons = [
    "The server lists this message and does not give its headers.",
    "The mail server could not give this message. The server said: “[SERVERBUG] Cannot read cache file”",
  ];
  for (const [index, reason] of reasons.entries())
    tamper(
      app,
      `insert into quarantine (folder_id, generation, uid, reason, attempt_count, next_attempt_at, created_at)
       select id, generation, ${7001 + index}, '${reason}', 4, ${Date.now() + dayMs}, 0 from folders where id = ${inbox}`,
    );
  tamper(app, `update folders set quarantined_count = 2 where id = ${inbox}`);
  tamper(
    app,
    `update accounts set state = 'needs-attention', state_code = 'wrong_password', alerted_at = 1,
     state_detail = 'The mail server refuses the password. Enter the new one to go on.'`,
  );
  tamper(
    app,
    `insert into account_errors (account_id, code, detail, count, first_at, last_at)
     select id, state_code, state_detail, 3, ${Date.now() - dayMs / 12}, ${Date.now()} from accounts`,
  );
}

/** The page scrolls within its window. */
async function growTall(page: Page): Promise<void> {
  const { width = 0 } = page.viewportSize() ?? {};
  await page.setViewportSize({ width, height: 1500 });
}

export const differenceShots = (app: App): Shot[] => [
  {
    name: "differences",
    path: health,
    prepare: async (page) => {
      loseMail(app);
      await compare(page);
    },
  },
];

export const troubleShots: Shot[] = [
  { name: "attention", path: "/inbox/open" },
  { name: "attention-accounts", path: "/settings/accounts" },
  { name: "attention-health", path: health, prepare: growTall },
];
