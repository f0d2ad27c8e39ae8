import { afterAll, describe, expect, it } from "vitest";
import { closePool } from "../pool.ts";
import { quoteReply } from "./quote-reply.ts";
import { sanitizeHtml } from "./sanitize-html.ts";

afterAll(closePool);

const mail = {
  from: { name: "Jane <b>Doe</b>", address: "jane@example.com" },
  at: new Date("2026-02-02T09:05:00Z"),
  text: "Hello,\n\n> older\nbye\n",
  html: "",
};

describe("quoteReply", () => {
  it("says who wrote what when, in text and HTML", async () => {
    const quote = await quoteReply(mail, "Europe/Berlin");
    expect(quote.text).toBe("On 2 Feb 2026, 10:05, Jane <b>Doe</b> <jane@example.com> wrote:\n\n> Hello,\n>\n>> older\n> bye");
    expect(quote.html).toContain("Jane &#60;b&#62;Doe&#60;/b&#62; &#60;jane@example.com&#62; wrote:");
    expect(quote.html).toContain("<blockquote");
    expect(quote.html).toContain("Hello,\n\n&#62; older\nbye");
  }); // prettier-ignore

  it("carries nothing on that runs, loads or restyles", async () => {
    const html =
      "<style>p{color:red}</style><p onclick=x style='position:fixed;color:red'>Hi<script>alert(1)</script><img src=https://evil.example/pixel><img src=cid:a></p><form action=https://evil.example>";
    const quote = await quoteReply({ ...mail, html });
    expect(quote.html).toContain('<p style="color:red">Hi</p>');
    expect(quote.html).not.toMatch(/evil|script|<img|<style|onclick|fixed|form/);
  }); // prettier-ignore

  it("quotes the text of a mail whose HTML is a bomb", async () => {
    const quote = await quoteReply({ ...mail, html: "<div>".repeat(20_000) });
    expect(quote.html).toContain("Hello,");
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
