import { afterAll, describe, expect, it } from "vitest";
import { closePool } from "../pool.ts";
import { quoteMessage } from "./quote-message.ts";
import { sanitizeHtml } from "./sanitize-html.ts";

afterAll(closePool);

const mail = {
  from: { name: "Jane <b>Doe</b>", address: "jane@example.com" },
  at: new Date("2026-02-02T09:05:00Z"),
  to: [{ name: "", address: "support@acme.test" }],
  cc: [],
  subject: "Kettle",
  text: "Hello,\n\n> older\nbye\n",
  html: "",
};
const reply = { kind: "reply" as const, timeZone: "Europe/Berlin", words: "", contentIds: [] };

describe("quoteMessage", () => {
  it("says who wrote what when, in text and HTML", async () => {
    const quote = await quoteMessage(mail, reply);
    expect(quote.text).toBe("On 2 Feb 2026 at 10:05, Jane <b>Doe</b> <jane@example.com> wrote:\n\n> Hello,\n>\n>> older\n> bye");
    expect(quote.html).toContain("Jane &#60;b&#62;Doe&#60;/b&#62; &#60;jane@example.com&#62; wrote:");
    expect(quote.html).toContain("<blockquote");
    expect(quote.html).toContain("Hello,\n\n&#62; older\nbye");
  }); // prettier-ignore

  it("carries nothing on that runs, loads or restyles", async () => {
    const html =
      "<style>p{color:red}</style><p onclick=x style='position:fixed;color:red'>Hi<script>alert(1)</script><img src=https://evil.example/pixel><img src=cid:a></p><form action=https://evil.example>";
    const quote = await quoteMessage({ ...mail, html }, reply);
    expect(quote.html).toContain('<p style="color:red">Hi</p>');
    expect(quote.html).not.toMatch(/evil|script|<img|<style|onclick|fixed|form/);
  }); // prettier-ignore

  it("quotes the text of a mail whose HTML is a bomb", async () => {
    const quote = await quoteMessage({ ...mail, html: "<div>".repeat(20_000) }, reply);
    expect(quote.html).toContain("Hello,");
  });
});

describe("a forwarded mail", () => {
  const forward = { kind: "forward" as const, timeZone: "Europe/Berlin", words: "", contentIds: ["logo@kettle"] };

  it("says from whom, when and to whom it was, in its own language", async () => {
    const german = { ...mail, text: "Können Sie uns bitte den Kessel schicken? Danke und viele Grüße" };
    const { text } = await quoteMessage(german, forward);
    expect(text.split("\n").slice(0, 5)).toEqual([
      "---------- Weitergeleitete Nachricht ----------",
      "Von: Jane <b>Doe</b> <jane@example.com>",
      "Datum: 02.02.2026 10:05",
      "Betreff: Kettle",
      "An: support@acme.test",
    ]);
  });

  it("shows the images that come along, and no others", async () => {
    const html = '<p>Hi<img src="cid:logo@kettle"><img src="cid:other"><img src="https://evil.example/pixel"></p>';
    const quote = await quoteMessage({ ...mail, html }, forward);
    expect(quote.html).toContain('src="cid:logo@kettle"');
    expect(quote.html).not.toMatch(/evil|cid:other/);
  });
});

describe("sanitizeHtml", () => {
  const rules = { cidUrls: {}, showRemoteImages: false, imageProxy: null };

  it("works in a thread of its own", async () => {
    expect(await sanitizeHtml({ ...rules, html: "<p>x<script>1</script></p>" })).toMatchObject({ html: "<div><p>x</p></div>", remoteImageCount: 0, hasHtml: true });
    expect(await sanitizeHtml({ ...rules, html: " " })).toMatchObject({ html: "", remoteImageCount: 0, hasHtml: false });
  }); // prettier-ignore

  it("shows the words of what is too much for that thread", async () => {
    // Ever new formatting elements are opened anew in every paragraph (HTML §13.2.4.3): the tree grows with the square of the text.
    const formats = Array.from({ length: 20_000 }, (_, at) => `<b id=${at}>`).join("");
    const shown = await sanitizeHtml({ ...rules, html: `${formats}the words${"<p>x".repeat(20_000)}` });
    expect(shown.hasHtml).toBe(false);
    expect(shown.html).toContain("the words");
    expect(shown.html).not.toContain("<b");
  }); // prettier-ignore
});
