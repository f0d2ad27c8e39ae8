import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { en as strings } from "#lib/strings/en";
import { expect, test } from "./fixtures.ts";
import { blackPages, middleOf } from "./support/pdf.ts";
import { maria } from "./support/people.ts";

const words = strings.conversation;
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const quoteOfGmail = `<div class="gmail_quote"><div class="gmail_attr">On Mon, 2 Feb 2026 at 10:00, Acme &lt;support@acme.test&gt; wrote:</div><blockquote class="gmail_quote">Which kettle is it?</blockquote></div>`;

const backgroundOf = (page: Page) =>
  page
    .frameLocator("article iframe")
    .locator("html")
    .evaluate((element) => getComputedStyle(element).backgroundColor);

test("what a mail answers is folded away, and answers between the lines are not", async ({ admin, supportMailbox }) => {
  await supportMailbox.receive({ from: maria, subject: "Which colour", html: `<p>The blue one.</p>${quoteOfGmail}` });
  await supportMailbox.receive({
    from: maria,
    subject: "Two answers",
    text: "On Mon, 2 Feb 2026 at 10:00, Acme <support@acme.test> wrote:\n> Which kettle?\nThe blue one.\n> When?\nAt 3pm PST.\n",
  });
  await admin.inbox.goTo();
  await admin.inbox.open("Which colour");
  const body = admin.conversation.body();
  await expect(body.getByText("The blue one.")).toBeVisible();
  await expect(body.getByText("Which kettle is it?")).toBeHidden();
  await admin.conversation.region.getByRole("button", { name: words.showQuoted }).click();
  await expect(body.getByText("Which kettle is it?")).toBeVisible();

  await admin.inbox.open("Two answers");
  await expect(admin.conversation.region.getByText("At 3pm PST.")).toBeVisible();
  await expect(admin.conversation.region.getByRole("button", { name: words.showQuoted })).toHaveCount(0);
  // Midnight in Berlin, where the browser is.
  await expect(admin.conversation.region.locator("time", { hasText: "3pm PST" })).toHaveAttribute(
    "title",
    /at 00:00, your time$/,
  );
});

test("plain mail is dark in the dark theme, a newsletter keeps its page, and the reader has the last word", async ({
  admin,
  supportMailbox,
}) => {
  const { page, inbox, conversation } = admin;
  const sheet = `<table width="600" bgcolor="#fff3d6"><tr><td style="color:#553300">Autumn stews</td></tr></table>`;
  await supportMailbox.receive({ from: maria, subject: "Plain words", html: `<p style="color:#000">Plain words.</p>` });
  await supportMailbox.receive({ from: { name: "Stews", address: "news@stews.test" }, subject: "Autumn", html: sheet });
  await page.emulateMedia({ colorScheme: "dark" });
  await inbox.goTo();
  await inbox.open("Plain words");
  await expect.poll(() => backgroundOf(page)).toBe("rgb(20, 21, 25)");
  await inbox.open("Autumn");
  await expect(conversation.body().getByText("Autumn stews")).toBeVisible();
  expect(await backgroundOf(page)).toBe("rgb(255, 255, 255)");
  await conversation.region.getByRole("button", { name: words.onDark }).click();
  await expect.poll(() => backgroundOf(page)).toBe("rgb(20, 21, 25)");
  await page.reload();
  await expect.poll(() => backgroundOf(page)).toBe("rgb(20, 21, 25)");
});

test("files are tiles that can be looked at, gone through by keys, and had all at once", async ({
  admin,
  supportMailbox,
}) => {
  const { page, inbox, conversation } = admin;
  const breaches: string[] = [];
  page.on("console", (message) => /Content Security Policy/i.test(message.text()) && breaches.push(message.text()));
  await supportMailbox.receive({
    from: maria,
    subject: "Some files",
    html: `<p>See: <img src="cid:here@x" alt="In place" width="20" height="20"></p>`,
    attachments: [
      { filename: "here.png", content: png, cid: "here@x" },
      { filename: "aside.png", content: png, cid: "nowhere@x" },
      { filename: "prices.csv", content: 'name,price\n"Kettle, blue",30\n', contentType: "text/csv" },
      { filename: "offer.pdf", content: blackPages(2), contentType: "application/pdf" },
      { filename: "broken.pdf", content: blackPages(1).slice(0, 60), contentType: "application/pdf" },
    ],
  });
  await inbox.goTo();
  await inbox.open("Some files");
  await expect
    .poll(() =>
      conversation
        .body()
        .getByAltText("In place")
        .evaluate((image) => "naturalWidth" in image && image.naturalWidth),
    )
    .toBe(1);
  const files = conversation.region.getByRole("region", { name: words.files });
  await expect(files.getByRole("listitem")).toHaveCount(4);
  const firstPage = files.getByRole("img", { name: words.firstPage });
  await expect.poll(() => middleOf(firstPage), "the first page of a PDF file is drawn").toEqual([0, 0, 0]);
  await files.getByRole("button", { name: words.look("aside.png") }).click();
  const lightbox = page.getByRole("dialog");
  await expect(lightbox.getByRole("img", { name: "aside.png" })).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(lightbox.getByRole("cell", { name: "Kettle, blue" })).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => middleOf(lightbox.getByRole("img", { name: words.pageOf(1, 2) }))).toEqual([0, 0, 0]);
  await page.keyboard.press("Escape");
  await expect(lightbox).toHaveCount(0);
  await expect(files.getByRole("button", { name: words.look("aside.png") })).toBeFocused();
  expect(breaches).toEqual([]);

  const download = page.waitForEvent("download");
  await files.getByRole("link", { name: words.downloadAll(5) }).click();
  const packed = await readFile(await (await download).path());
  for (const name of ["here.png", "aside.png", "prices.csv"]) expect(packed.includes(name)).toBe(true);
});

test("a long thread is its first and its last mail, opens in place, and is walked by keys", async ({
  admin,
  supportMailbox,
}) => {
  const { page, inbox, conversation } = admin;
  const references: string[] = [];
  for (let at = 1; at <= 14; at += 1) {
    const receivedAt = new Date(Date.UTC(2026, 0, at, 10));
    references.push(
      await supportMailbox.receive({
        from: maria,
        subject: at === 1 ? "Kettles" : "Re: Kettles",
        text: `Words of mail ${at}.`,
        references: references.slice(-1),
        receivedAt,
      }),
    );
  }
  await inbox.goTo();
  await expect.poll(() => inbox.conversations.filter({ hasText: "Kettles" }).count()).toBe(1);
  const open = page.waitForResponse(/\/api\/conversations\/acts$/);
  await inbox.open("Kettles");
  await open;
  await page.reload();
  await expect(conversation.messages).toHaveCount(2);
  await conversation.region.getByRole("button", { name: words.earlier(12) }).click();
  await expect(conversation.messages).toHaveCount(14);
  await expect(conversation.messages.nth(1)).toBeFocused();
  await page.keyboard.press("Shift+N");
  await expect(conversation.messages.nth(2)).toBeFocused();
  await page.keyboard.press("Shift+O");
  await expect(conversation.region.getByText("Words of mail 7.")).toBeVisible();
  await expect(conversation.region.getByRole("article")).toHaveCount(14);
  await page.keyboard.press("Shift+O");
  await expect(conversation.messages).toHaveCount(2);
});

test("a name tells who it is, and the details what is known of the mail", async ({ admin, supportMailbox }) => {
  const { page, inbox, conversation } = admin;
  await supportMailbox.receive({ from: maria, subject: "First question", text: "One?" });
  await supportMailbox.receive({ from: maria, subject: "Second question", text: "Two?" });
  await inbox.goTo();
  await inbox.open("Second question");
  await conversation.region.getByRole("button", { name: maria.name, exact: true }).hover();
  const card = page.getByRole("dialog", { name: words.contactCard(maria.name) });
  await expect(card).toContainText("2 in 2 conversations");
  await expect(card.getByRole("link", { name: /First question/ })).toBeVisible();
  await card.getByRole("link", { name: words.contact.search }).click();
  await expect(page).toHaveURL(/q=from/);

  await inbox.open("Second question");
  await conversation.messages.last().getByRole("button", { name: words.moreActions }).click();
  await page.getByRole("menuitem", { name: words.details }).click();
  const details = page.getByRole("dialog", { name: words.detailsTitle });
  await expect(details).toContainText(words.authentication.none);
  await details.getByRole("radio", { name: words.parts.headers }).click();
  await expect(details.getByText("Message-ID", { exact: true })).toBeVisible();
  await details.getByRole("radio", { name: words.parts.source }).click();
  await expect(details.getByText("Subject: Second question")).toBeVisible();
});

test("on paper a conversation is its subject and its mails", async ({ admin, supportMailbox }) => {
  const { page, inbox, conversation } = admin;
  await supportMailbox.receive({ from: maria, subject: "For the files", text: "Words to keep." });
  await inbox.goTo();
  await inbox.open("For the files");
  await expect(conversation.region.getByText("Words to keep.")).toBeVisible();
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute("data-printed", "");
  });
  await page.keyboard.press("Control+p");
  await expect(page.locator("body[data-printed]")).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(conversation.subject).toBeVisible();
  await expect(conversation.region.getByText("Words to keep.")).toBeVisible();
  await expect(inbox.conversations.first()).toBeHidden();
  await expect(conversation.status).toBeHidden();
});

test("an invitation is a card, and accepting it answers its organiser as calendars do", async ({
  admin,
  supportMailbox,
  customer,
}) => {
  const { page, inbox, conversation } = admin;
  const calendar = [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//EN", "METHOD:REQUEST", "BEGIN:VEVENT", "UID:kettles@lindqvist.test", "DTSTAMP:20260201T100000Z",
    "DTSTART;TZID=America/New_York:20260204T150000", "DTEND;TZID=America/New_York:20260204T160000", "SUMMARY:A talk about kettles", "LOCATION:Room 3",
    `ORGANIZER;CN=${maria.name}:mailto:${maria.address}`, "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:support@acme.test", "END:VEVENT", "END:VCALENDAR", "",
  ].join("\r\n"); // prettier-ignore
  await supportMailbox.receive({
    from: maria,
    subject: "Invitation: kettles",
    text: "Please come.",
    attachments: [{ filename: "invite.ics", content: calendar, contentType: "text/calendar; method=REQUEST" }],
  });
  await inbox.goTo();
  await inbox.open("Invitation: kettles");
  const card = conversation.region.getByRole("region", { name: words.event.kinds.invitation });
  await expect(card.getByRole("heading", { name: "A talk about kettles" })).toBeVisible();
  await expect(card.getByRole("link", { name: words.download("invite.ics") })).toBeVisible();
  await expect(conversation.region.getByText("invite.ics"), "what the card shows is no file beside it").toHaveCount(0);
  await expect(card).toContainText("21:00");
  await expect(card).toContainText("15:00 (America/New York) for the organiser");
  await card.getByRole("button", { name: words.event.answers.accepted }).click();
  await expect(card.getByRole("status")).toHaveText(words.event.answered("support@acme.test"));
  await expect.poll(() => customer.count(), { timeout: 40_000 }).toBe(1);
  const [mail] = await customer.mails();
  const source = (mail?.source.toString() ?? "").replace(/=\r?\n/g, "");
  expect(source).toContain("Subject: Accepted: A talk about kettles");
  expect(source).toMatch(/text\/calendar;[^\n]*method=REPLY/);
  await expect(page.getByText(words.event.answered("support@acme.test"))).toBeVisible();
});
