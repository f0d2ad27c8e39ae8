/** The drafts that a picture shows are its own: what the one before has written is thrown away, with nothing said about it. */
import type { Page } from "@playwright/test";
import { askAs, forget } from "./prepare.ts";
import { hasComeToRest } from "./shot.ts";

const mails = [
  {
    to: [{ name: "Maria Lindqvist", address: "maria.lindqvist@post.example" }],
    subject: "Your new lid is on its way",
    text: "Hello Maria, the new lid leaves Malmö this evening. Please keep the old one.",
  },
  {
    to: [
      { name: "Ben Carter", address: "ben@cartersupply.example" },
      { name: "Priya Nair", address: "priya@acme.example" },
    ],
    subject: "Wholesale terms for 2027",
    text: "Dear both, from fifty pieces on we give twelve per cent off the list price.",
  },
  { to: [{ name: "Olu Adeyemi", address: "olu@brightpath.example" }], subject: "", text: "Hello Olu," },
] as const;

/** Of the conversation that is open. */
export async function forgetAnswers(page: Page): Promise<void> {
  await page.evaluate(hasComeToRest);
  const count = await forget(page, `/api/drafts?conversationId=${new URL(page.url()).pathname.split("/").at(-1)}`);
  if (count === 0) return;
  await page.reload();
  await page.getByRole("article").last().waitFor();
}

/** The new mails that somebody has begun. */
export async function forgetMails(page: Page): Promise<void> {
  await forget(page, "/api/drafts");
}

/** New mails, as somebody leaves them on a busy day. They are listed once they lie on the mail server. */
export async function beginMails(page: Page): Promise<void> {
  const [first] = mails;
  const row = page.getByText(first.subject).first();
  await page.evaluate(hasComeToRest);
  if (await row.isVisible()) return;
  await forgetMails(page);
  for (const { text, ...mail } of mails)
    await askAs(page, "POST", "/api/drafts", { kind: "new", accountId: 1, html: `<p>${text}</p>`, text, ...mail });
  await row.waitFor({ timeout: 60_000 });
}
