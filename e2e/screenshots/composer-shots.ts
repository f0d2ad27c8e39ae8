/** The composer in its states. */
import type { Page } from "@playwright/test";
import { forgetAnswers } from "./drafts.ts";
import { pointNowhere, reply } from "./prepare.ts";
import { hasComeToRest, strings, type Shot } from "./shot.ts";

const words = strings.composer;
const subject = "Cannot sign in";
const path = "/inbox/open";

const textOf = (page: Page) => page.getByRole("textbox", { name: words.text, exact: true });
const click = (page: Page, name: string) => page.getByRole("button", { name }).first().click();

async function begin(page: Page): Promise<void> {
  await forgetAnswers(page);
  await page.evaluate(hasComeToRest);
  await page.keyboard.press("r");
  await textOf(page).waitFor();
}

async function replyWithQuote(page: Page): Promise<void> {
  await forgetAnswers(page);
  await reply(page);
  await click(page, words.quotedBelow.reply);
  await textOf(page).locator("blockquote").waitFor();
}

async function addressed(page: Page): Promise<void> {
  await page.evaluate(hasComeToRest);
  await page.keyboard.press("c");
  const to = page.getByRole("combobox", { name: words.to, exact: true });
  await to.fill(
    "priya@acme.test, noreply@shop.test, Jonathan Featherstonehaugh-Cholmondeley <jonathan@elsewhere.test>, nobody",
  );
  await to.press("Enter");
  await to.pressSequentially("an");
  await page.getByRole("option").first().waitFor();
}

async function withFiles(page: Page): Promise<void> {
  await forgetAnswers(page);
  await reply(page);
  // One stays underway, one fails, one is too large.
  await page.route("**/api/uploads*", async (route) => {
    const body = route.request().postData() ?? "";
    if (body.includes("underway")) return;
    if (body.includes("failing")) await route.abort();
    else await route.continue();
  });
  // Made in the page: handing over as many bytes takes longer than a picture may.
  await page.locator("input[type=file]").evaluate(
    (input: HTMLInputElement, sizes) => {
      const data = new DataTransfer();
      for (const [name, bytes] of Object.entries(sizes))
        data.items.add(new File([new Uint8Array(bytes)], name, { type: "application/pdf" }));
      input.files = data.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    },
    {
      "Price list 2026.pdf": 212_000,
      "A very long name of a catalogue that nobody will ever read to its end.pdf": 3_400_000,
      "failing.pdf": 40_000,
      "underway.pdf": 900_000,
      "film.mov": 27_000_000,
    },
  );
  await page.getByRole("button", { name: words.removeFile("Price list 2026.pdf") }).waitFor();
  await page.getByText(strings.composer.retryUpload("failing.pdf")).or(page.getByRole("alert")).first().waitFor();
  await page.getByRole("listitem").filter({ hasText: "film.mov" }).scrollIntoViewIfNeeded();
}

async function withImage(page: Page): Promise<void> {
  await forgetAnswers(page);
  await reply(page);
  await textOf(page).evaluate(async (element) => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [420, 180];
    const context = canvas.getContext("2d");
    if (!context) return;
    context.fillStyle = "teal";
    context.fillRect(0, 0, 420, 180);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
    if (!blob) return;
    const data = new DataTransfer();
    data.items.add(new File([blob], "Kettle.png", { type: "image/png" }));
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await textOf(page).getByRole("img", { name: "Kettle" }).waitFor();
}

async function tall(page: Page): Promise<void> {
  await withImage(page);
  await click(page, words.enlarge);
}

async function conflict(page: Page): Promise<void> {
  await forgetAnswers(page);
  await reply(page);
  await page.getByText(/^(Saved|Gespeichert|Gesichert) /).waitFor();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await textOf(other).press("Control+End");
  await textOf(other).pressSequentially(" And more.");
  await page.getByText(words.conflict.title).waitFor();
  await other.close();
}

async function signature(page: Page): Promise<void> {
  await page
    .getByRole("button", { name: strings.accounts.menuLabel("") })
    .first()
    .click();
  await page.getByRole("menuitem", { name: strings.accounts.edit }).click();
  const field = page.getByRole("textbox", { name: strings.accounts.signature.label });
  await field.fill("Northwind Trading\nHarbour Street 4, Bergen");
}

async function chooseReply(page: Page): Promise<void> {
  await begin(page);
  await page.keyboard.type("/");
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("ArrowDown");
}

async function leaveUnfilled(page: Page): Promise<void> {
  await begin(page);
  await page.keyboard.type("/where");
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: words.send, exact: true }).click();
  await page.getByText(strings.canned.unfilled.title("{{parcel.number}}")).waitFor();
  await pointNowhere(page);
}

/** The pictures after it are of mail with looks again. */
async function plain(page: Page): Promise<void> {
  await begin(page);
  if (!(await page.locator("[data-plain]").isVisible())) await switchLooks(page);
  await page.locator("[data-plain]").click();
  await page.keyboard.type(
    "Hello Olu,\n\nI am glad that it works again. If it should not:\n\n  1. close the shop\n  2. open it again",
  );
  await page
    .context()
    .request.patch("/api/me", {
      headers: { origin: new URL(page.url()).origin },
      data: { preferences: { plainText: false } },
    });
}

async function switchLooks(page: Page): Promise<void> {
  await openFormats(page);
  await page.getByRole("menuitemcheckbox", { name: strings.plain.name }).click();
}

async function openFormats(page: Page): Promise<void> {
  await page.getByRole("button", { name: words.moreFormats }).click();
}

async function formats(page: Page): Promise<void> {
  await begin(page);
  await openFormats(page);
  await page.getByRole("menuitemcheckbox", { name: strings.plain.name }).waitFor();
}

async function newReply(page: Page): Promise<void> {
  await page.getByRole("button", { name: strings.canned.editLabel("Greeting") }).click();
  await page.getByRole("button", { name: strings.canned.placeholder["agent.name"] }).waitFor();
}

export const composerShots: Shot[] = [
  { name: "composer-empty", path, subject, prepare: begin },
  { name: "composer-quote", path, subject, prepare: replyWithQuote },
  { name: "composer-recipients", path, prepare: addressed },
  { name: "composer-files", path, subject, prepare: withFiles },
  { name: "composer-image", path, subject, prepare: withImage },
  { name: "composer-tall", path, subject, prepare: tall },
  { name: "composer-conflict", path, subject, prepare: conflict },
  { name: "composer-canned", path, subject, prepare: chooseReply },
  { name: "composer-unfilled", path, subject, prepare: leaveUnfilled },
  { name: "composer-plain", path, subject, prepare: plain },
  { name: "composer-formats", path, subject, prepare: formats },
  { name: "canned-replies", path: "/settings/canned-replies" },
  { name: "canned-reply", path: "/settings/canned-replies", prepare: newReply },
  { name: "composer-signature", path: "/settings/accounts/1", prepare: signature },
];
