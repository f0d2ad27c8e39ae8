import { expect, test } from "./fixtures.ts";
import { maria, sales, support } from "./support/people.ts";

/** Ten seconds to take it back, and the way through two servers. */
const sendingMs = 40_000;

test("a reply reaches the customer as a mail should, and lies in Sent once", async ({
  admin,
  supportMailbox,
  customer,
}) => {
  const question = await supportMailbox.receive({
    from: maria,
    subject: "Which kettle?",
    text: "The blue one or the red one?",
  });
  await admin.inbox.goTo();
  await admin.inbox.open("Which kettle?");
  await admin.composer.reply("The blue one.");
  await admin.composer.send();
  await expect(admin.conversation.messages).toHaveCount(2);
  await expect.poll(() => customer.count(), { timeout: sendingMs }).toBe(1);

  const [reply] = await customer.read();
  expect(reply).toMatchObject({
    from: support,
    to: [maria],
    subject: "Re: Which kettle?",
    inReplyTo: question,
    references: question,
  });
  expect(reply?.text).toMatch(/^The blue one\./);
  expect(reply?.text).toContain("> The blue one or the red one?");
  expect(reply?.html).toContain("<blockquote");

  await expect.poll(() => supportMailbox.count("Sent")).toBe(1);
  const [copy] = await supportMailbox.read("Sent");
  expect(copy?.messageId).toBe(reply?.messageId);
  await expect.poll(() => supportMailbox.flagsOf("Which kettle?")).toContain("\\Answered");
  await expect(admin.conversation.messages).toHaveCount(2);
  await expect(admin.conversation.messages.last()).toContainText("Sent");
  expect(await supportMailbox.count("Sent")).toBe(1);
});

test("the customer's answer joins the conversation and opens it again", async ({
  admin,
  mailServer,
  supportMailbox,
  customer,
}) => {
  await supportMailbox.receive({ from: maria, subject: "Broken lid" });
  await admin.inbox.goTo();
  await admin.inbox.open("Broken lid");
  await admin.composer.reply("A new one is on its way.");
  await admin.composer.sendAndClose();
  await expect(admin.inbox.conversation("Broken lid")).toBeHidden();
  await expect.poll(() => customer.count(), { timeout: sendingMs }).toBe(1);

  const [reply] = await customer.read();
  const references = [reply?.references ?? "", reply?.messageId ?? ""];
  await mailServer.deliver({ from: maria, to: support, subject: "Re: Broken lid", text: "Thank you!", references });
  await expect(admin.inbox.conversation("Broken lid")).toHaveCount(1);
  await admin.inbox.open("Broken lid");
  await expect(admin.conversation.status).toContainText("Open");
  await expect(admin.conversation.region).toContainText("An answer opened this again");
  await expect(admin.conversation.messages.last()).toContainText("Thank you!");
});

test("a reply can be taken back for a while, and goes on where it was", async ({
  admin,
  mailServer,
  supportMailbox,
  customer,
}) => {
  await supportMailbox.receive({ from: maria, subject: "In a hurry" });
  await admin.inbox.goTo();
  await admin.inbox.open("In a hurry");
  await admin.composer.reply("Too fast");
  await admin.composer.send();
  await expect(admin.conversation.messages).toHaveCount(2);
  await admin.inbox.undo();
  await expect(admin.composer.text).toContainText("Too fast");
  await expect(admin.conversation.messages).toHaveCount(1);
  await admin.composer.write("er than light.");
  await admin.composer.send();
  await expect.poll(() => customer.count(), { timeout: sendingMs }).toBe(1);
  expect((await customer.read())[0]?.text).toContain("Too faster than light.");
  expect(mailServer.smtp.mails).toHaveLength(1);
});

test("a reply comes from the account that the question went to", async ({
  admin,
  salesMailbox,
  supportMailbox,
  customer,
}) => {
  await supportMailbox.receive({ from: maria, subject: "For support" });
  await salesMailbox.receive({ from: maria, subject: "For sales" });
  await admin.inbox.goTo();
  await admin.inbox.open("For sales");
  await admin.composer.reply("Gladly.");
  await admin.composer.send();
  await expect.poll(() => customer.count(), { timeout: sendingMs }).toBe(1);
  expect((await customer.read())[0]?.from).toEqual(sales);
  await expect.poll(() => salesMailbox.count("Sent")).toBe(1);
  expect(await supportMailbox.count("Sent")).toBe(0);
});

test("a draft survives a reload, and a file goes with it", async ({ admin, supportMailbox, customer }) => {
  await supportMailbox.receive({ from: maria, subject: "Price list?" });
  await admin.inbox.goTo();
  await admin.inbox.open("Price list?");
  await admin.composer.reply("Here it is.");
  await admin.composer.attach({ name: "prices.csv", mimeType: "text/csv", buffer: Buffer.from("kettle;12\n") });
  await expect(admin.composer.draftMark).toBeVisible();
  await admin.page.reload();
  await expect(admin.composer.text).toContainText("Here it is.");
  await expect(admin.composer.file("prices.csv")).toBeVisible();
  await admin.composer.send();
  await expect.poll(() => customer.count(), { timeout: sendingMs }).toBe(1);
  const [mail] = await customer.read();
  expect(mail?.attachments.map(({ filename, mimeType }) => ({ filename, mimeType }))).toEqual([
    { filename: "prices.csv", mimeType: "text/csv" },
  ]);
  expect(Buffer.from(contentOf(mail?.attachments[0])).toString()).toBe("kettle;12\n");
  await expect(admin.conversation.messages.last()).toContainText("prices.csv");
});

test("a new mail starts a conversation of its own", async ({ admin, supportMailbox, customer }) => {
  await admin.inbox.goTo();
  await admin.composer.begin({ to: maria, subject: "Your order is ready" });
  await admin.composer.write("Come and get it.");
  await admin.composer.send();
  await expect.poll(() => customer.count(), { timeout: sendingMs }).toBe(1);
  expect((await customer.read())[0]).toMatchObject({ from: support, subject: "Your order is ready" });
  await expect.poll(() => supportMailbox.count("Sent")).toBe(1);
  await admin.inbox.show("sent");
  await expect(admin.inbox.conversation("Your order is ready")).toHaveCount(1);
});

function contentOf(attachment: { content: ArrayBuffer | Uint8Array | string } | undefined): Uint8Array {
  if (!attachment) return new Uint8Array();
  const { content } = attachment;
  if (typeof content === "string") return Buffer.from(content);
  return new Uint8Array(content);
}
