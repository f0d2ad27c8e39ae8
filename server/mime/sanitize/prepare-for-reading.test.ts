import { describe, expect, it } from "vitest";
import { sanitize } from "./sanitize.ts";

const read = (html: string) =>
  sanitize({
    html,
    cidUrls: {},
    showRemoteImages: false,
    imageProxy: null,
    reading: { isForward: false, sentAt: "2026-02-02T10:00:00Z" },
  });

describe("what is made of a mail for its reader", () => {
  it("marks the quote node by node, and leaves the words above it", () => {
    const { html } = read(
      `<p>Yes.</p><p>On Mon, 2 Feb 2026 at 10:00, Kim &lt;kim@x.example&gt; wrote:</p><blockquote type="cite">No?</blockquote>`,
    );
    expect(html).toBe(
      `<div><p>Yes.</p><p class="postroom-quote">On Mon, 2 Feb 2026 at 10:00, Kim &lt;kim@x.example&gt; wrote:</p><blockquote type="cite" class="postroom-quote">No?</blockquote></div>`,
    );
  });

  it("does not let a mail use our marks", () => {
    expect(read(`<p class="a postroom-quote">Pay <span class="postroom-quote">nothing</span></p>`).html).toBe(
      `<div><p class="a">Pay nothing</p></div>`,
    );
  });

  it("marks times that mean one instant", () => {
    expect(read("<p>We meet at 15:00 CET.</p>").html).toBe(
      `<div><p>We meet at <time class="postroom-time" datetime="2026-02-02T14:00:00.000Z">15:00 CET</time>.</p></div>`,
    );
  });

  it.each([
    ["<p>Hello</p>", "<div><p>Hello</p></div>"],
    [`<p style="color:#1a1a1a;background:white">Hello</p>`, "<div><p>Hello</p></div>"],
    [
      `<style>p.MsoNormal{color:black;margin:0}</style><p>Hi</p>`,
      "<style>p.MsoNormal{margin:0}</style><div><p>Hi</p></div>",
    ],
    [`<p style="color:#1f497d">Hello</p>`, `<div><p style="color:light-dark(#1f497d,#627fa4)">Hello</p></div>`],
    [`<font color="red">Hello</font>`, `<div><font style="color:light-dark(#ff0000,#ff4d4d)">Hello</font></div>`],
  ])("draws %s in the colours of the theme", (html, safe) => {
    const result = read(html);
    expect(result).toMatchObject({ followsTheme: true });
    expect(result.html.replace(/,#[0-9a-f]{6}\)/, ",…)")).toBe(safe.replace(/,#[0-9a-f]{6}\)/, ",…)"));
    expect(read(result.html).html).toBe(result.html);
  });

  it.each([
    `<table width="600" bgcolor="#eeeeee"><tr><td>Sale</td></tr></table>`,
    `<body bgcolor="#102030" text="white">Sale</body>`,
    `<table style="width:640px"><tr><td><img src="https://x.example/1.png">Sale</td></tr></table>`,
    `<style>.hero{background-color:#ffe}</style><div class="hero">Sale</div>`,
  ])("leaves %s its own page", (html) => {
    expect(read(html).followsTheme).toBe(false);
  });
});
