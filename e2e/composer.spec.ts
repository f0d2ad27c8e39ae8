import type { Page } from "@playwright/test";
import { en as strings } from "#lib/strings/en";
import { expect, test } from "./fixtures.ts";
import { maria, sales, support } from "./support/people.ts";

const words = strings.composer;
const sendingMs = 40_000;
const dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** What another program puts on the clipboard, pasted where the cursor is. */
async function paste(page: Page, { html = "", text = "", png = "" }): Promise<void> {
  await page.getByRole("textbox", { name: words.text, exact: true }).evaluate(
    (element, given) => {
      const data = new DataTransfer();
      if (given.html !== "") data.setData("text/html", given.html);
      if (given.text !== "") data.setData("text/plain", given.text);
      const bytes = Uint8Array.from(atob(given.png), (character) => character.codePointAt(0) ?? 0);
      if (given.png !== "") data.items.add(new File([bytes], "kettle.png", { type: "image/png" }));
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    },
    { html, text, png },
  );
}

test("what is pasted is cleaned, an image stands in the text, and the mail says the same in text and HTML", async ({
  admin,
  supportMailbox,
  customer,
}) => {
  await supportMailbox.receive({
    from: maria,
    subject: "Welcher Kessel?",
    text: "Guten Tag, wir können das nicht finden und bitte Sie um Hilfe.",
  });
  await admin.inbox.goTo();
  await admin.inbox.open("Welcher Kessel?");
  await admin.composer.reply("");
  await paste(admin.page, {
    html: `<p class="MsoNormal" style="color:red">The <b>blue</b> one<o:p></o:p></p><ul><li>light</li><li>cheap</li></ul><p>see <a href="https://acme.test/k">the page</a></p><img src="https://track.test/p.gif">`,
    text: "The blue one",
  });
  await paste(admin.page, { png: dot });
  await expect(admin.composer.text.getByRole("img", { name: "kettle" })).toBeVisible();
  await admin.composer.send();
  await expect.poll(() => supportMailbox.count("Sent"), { timeout: sendingMs }).toBe(1);

  const [stored] = await supportMailbox.mails("Sent");
  const [mail] = await supportMailbox.read("Sent");
  const source = stored?.source.toString() ?? "";
  expect(source.match(/multipart\/(?:alternative|related)/g)).toEqual(
    expect.arrayContaining(["multipart/alternative", "multipart/related"]),
  );
  const image = mail?.attachments[0];
  expect(image).toMatchObject({ filename: "kettle.png", mimeType: "image/png", disposition: "inline" });
  const contentId = image?.contentId?.replace(/[<>]/g, "") ?? "";
  expect(mail?.html).toContain(`src="cid:${contentId}"`);
  expect(mail?.html).toContain("<strong>blue</strong>");
  expect(mail?.html).not.toMatch(/class=|color:red|track\.test|<o:p/);
  expect(mail?.text).toContain("The blue one\n\n- light\n- cheap\n\nsee the page <https://acme.test/k>");
  expect(mail?.text).toMatch(/Am [\d.]+ um [\d:]+ schrieb Maria/);
  expect(mail?.text).toContain("> Guten Tag");
  expect(await customer.count()).toBe(1);
});

test("the quoted mail is folded away, and can be opened and shortened", async ({ admin, supportMailbox, customer }) => {
  await supportMailbox.receive({ from: maria, subject: "Two things", text: "First thing\n\nSecond thing" });
  await admin.inbox.goTo();
  await admin.inbox.open("Two things");
  await admin.composer.reply("Yes to the first.");
  await admin.page.getByRole("button", { name: words.quotedBelow.reply }).click();
  await expect(admin.composer.text).toContainText("Second thing");
  await admin.composer.text.getByText("Second thing").click({ clickCount: 3 });
  await admin.page.keyboard.press("Backspace");
  await expect(admin.composer.text).not.toContainText("Second thing");
  await admin.composer.send();
  await expect.poll(() => customer.count(), { timeout: sendingMs }).toBe(1);
  const [mail] = await customer.read();
  expect(mail?.text).toContain("> First thing");
  expect(mail?.text).not.toContain("Second thing");
  expect(mail?.text?.match(/wrote:/g)).toHaveLength(1);
});

test("a forwarded mail has its head, its words once and its files", async ({ admin, supportMailbox, customer }) => {
  const file = { filename: "plan.txt", content: "the plan" };
  await supportMailbox.receive({ from: sales, subject: "The plan", text: "Here is the plan.", attachments: [file] });
  await admin.inbox.goTo();
  await admin.inbox.open("The plan");
  await admin.page.keyboard.press("f");
  await expect(admin.composer.file("plan.txt")).toBeVisible();
  await admin.composer.write("For you.");
  const to = admin.page.getByRole("combobox", { name: words.to, exact: true });
  await to.fill(maria.address);
  // Whoever is half typed is meant as well.
  await to.press("Control+Enter");
  await expect.poll(() => customer.count(), { timeout: sendingMs }).toBe(1);
  const [mail] = await customer.read();
  expect(mail?.subject).toBe("Fwd: The plan");
  expect(mail?.text).toMatch(/For you\.\s+-{10} Forwarded message -{10}\nFrom: .*\nDate: .*\nSubject: The plan\nTo: /);
  expect(mail?.text?.match(/Here is the plan\./g)).toHaveLength(1);
  expect(mail?.attachments.map(({ filename }) => filename)).toEqual(["plan.txt"]);
});

test("recipients are suggested, moved, edited and removed by keyboard", async ({ admin, supportMailbox }) => {
  await supportMailbox.receive({ from: maria, subject: "Hello" });
  await admin.inbox.goTo();
  await expect(admin.inbox.conversation("Hello")).toBeVisible();
  await admin.page.keyboard.press("c");
  const to = admin.page.getByRole("combobox", { name: words.to, exact: true });
  await to.pressSequentially(maria.address.slice(0, 3));
  await expect(admin.page.getByRole("option", { name: maria.name })).toBeVisible();
  await to.press("Enter");
  const chip = admin.page.getByRole("button", { name: words.recipientMenu(maria.name) });
  await expect(chip).toBeVisible();
  await to.pressSequentially("noreply@shop.test;");
  await expect(admin.page.getByText(words.noReply("noreply@shop.test"))).toBeVisible();
  await to.press("Backspace");
  await expect(admin.page.getByText(words.noReply("noreply@shop.test"))).toBeHidden();
  await to.press("ArrowLeft");
  await expect(chip).toBeFocused();
  await admin.page.keyboard.press("Enter");
  await admin.page.getByRole("menuitem", { name: words.moveTo(words.cc) }).click();
  await expect(admin.page.getByRole("combobox", { name: words.cc, exact: true })).toBeVisible();
});

test("a promised file that is not there, and mail that came in meanwhile, hold a mail back until it is said twice", async ({
  admin,
  supportMailbox,
  mailServer,
  customer,
}) => {
  const question = await supportMailbox.receive({ from: maria, subject: "Invoice?" });
  await admin.inbox.goTo();
  await admin.inbox.open("Invoice?");
  await admin.composer.reply("I have attached");
  const more = { from: maria, to: support, subject: "Re: Invoice?", text: "Please?", references: [question] };
  await mailServer.deliver(more);
  await expect(admin.conversation.messages).toHaveCount(2);
  await admin.page.keyboard.type(" it.");
  await admin.composer.send();
  await expect(admin.page.getByText(words.forgotten.title("attached"))).toBeVisible();
  await admin.page.getByRole("button", { name: words.forgotten.sendAnyway }).click();
  await expect(admin.page.getByText(words.stale.title(1))).toBeVisible();
  await expect(admin.conversation.messages).toHaveCount(2);
  await admin.page.getByRole("button", { name: words.stale.sendAnyway }).click();
  await expect(admin.conversation.messages).toHaveCount(3);
  await expect.poll(() => customer.count(), { timeout: sendingMs }).toBe(1);
  expect((await customer.read())[0]?.text).toContain("I have attached it.");
});

test("send and close goes on to the next conversation, undo leads back, and a mail may leave later", async ({
  admin,
  supportMailbox,
}) => {
  await supportMailbox.receive({ from: maria, subject: "Second in line" });
  await admin.inbox.goTo();
  await expect(admin.inbox.conversation("Second in line")).toBeVisible();
  await supportMailbox.receive({ from: sales, subject: "First in line" });
  await admin.inbox.open("First in line");
  await admin.composer.reply("Done.");
  await admin.page.keyboard.press("Control+Shift+Enter");
  await expect(admin.conversation.subject).toHaveText("Second in line");
  await expect(admin.inbox.conversation("First in line")).toBeHidden();
  await admin.page.keyboard.press("z");
  await expect(admin.conversation.subject).toHaveText("First in line");
  await expect(admin.composer.text).toContainText("Done.");
  await expect(admin.conversation.status).toContainText("Open");
  await admin.page.getByRole("button", { name: words.sendMenu }).click();
  await admin.page.getByRole("menuitem", { name: strings.conversation.snoozes.tomorrow }).click();
  await expect(admin.conversation.messages.last()).toContainText("Will be sent");
});
