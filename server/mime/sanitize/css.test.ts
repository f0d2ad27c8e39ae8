import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeDeclarations, safeStyleSheet } from "./css.ts";

describe("safeDeclarations", () => {
  it("keeps what a newsletter is laid out with", () => {
    expect(
      safeDeclarations(
        "color: #FF0000; background: #fff url(https://x/y.png) no-repeat; font: bold 12px/1.5 'Helvetica Neue', Arial, sans-serif; padding:10px 5px; width:100%!important; border: 1px solid rgba(0, 0, 0, .5); display:inline-block",
      ),
    ).toBe(
      `color:#FF0000;background-color:#fff;font:bold 12px/1.5"Helvetica Neue",Arial,sans-serif;padding:10px 5px;width:100%!important;border:1px solid rgba(0,0,0,.5);display:inline-block`,
    );
  }); // prettier-ignore

  it.each([
    "background-image:url(https://x/y)", "background:url(javascript:alert(1))", "color:expression(alert(1))", "width:calc(1px + 1px)", "color:var(--x)", "--x:red",
    "background:image-set('https://x/y' 1x)", "content:'x'", "position:fixed", "position:absolute;", "z-index:9", "top:0", "transform:scale(9)", "animation:x 1s",
    "transition:all 1s", "cursor:url(x)", "behavior:url(x)", "-moz-binding:url(x)", "filter:progid:x", "list-style-image:url(x)", "margin:-99px", "margin-left:-1em",
    "text-indent:-9999px", "pos\\ition:fixed", "color:\\75rl(x)", "background:\\55 RL(x)", "font-family:url(x)", "font-family:'a</style>b'", "font-family:\"x;}*{\"", "color:red;}", "{}",
    "@import 'x'", "color:#12", "width:1e9999px;", "src:local(x)", "mask:url(#x)", "clip-path:url(#x)", "background:element(#x)", "color:env(x)", "color:attr(x)", "inset:0",
  ])("drops %s", (style) => {
    expect(safeDeclarations(style).replace("color:red", "")).toBe("");
  }); // prettier-ignore

  it("reads on behind what it does not take", () => {
    expect(safeDeclarations("position:fixed;color:red;;x;/**/width:url(;height:1px")).toBe("color:red");
    expect(safeDeclarations("color:red;mso-line-height-rule:exactly;*zoom:1;height:2px")).toBe("color:red;height:2px");
  });
});

describe("safeStyleSheet", () => {
  it("keeps rules and media queries", () => {
    expect(safeStyleSheet("<!-- .a, td > p:first-child { color: red } @media only screen and (max-width: 600px) { .b[class=x] { width: 100% !important } } -->")).toBe(
      ".a,td>p:first-child{color:red}\n@media only screen and (max-width:600px){.b[class=x]{width:100%!important}}",
    );
  }); // prettier-ignore

  it.each([
    "@import url(https://x);", "@import 'https://x';", "@font-face{font-family:x;src:url(https://x)}", "@charset 'utf-7';", "@namespace x 'y';", "@keyframes x{from{color:red}}", "@supports (color:red){a{color:red}}",
    "@media (x:url(https://y)){a{color:red}}", "@media screen{@media screen{a{color:red}}}", "a:has(b){color:red}", "a::before{color:red}", "a[href^='\\]x']{color:red}", "\\61{color:red}",
    "a{background:url(x)}", "a{}", "</style><script>alert(1)</script>", "a{color:red", "}".repeat(9), "@page{margin:1cm}", "a{b{color:red}}",
  ])("drops %s", (css) => {
    expect(safeStyleSheet(css)).not.toMatch(/url|import|@(?!media)|<|\\|::|:has|src/i);
    if (css !== "a{color:red") expect(safeStyleSheet(css)).toBe("");
  }); // prettier-ignore

  it("ends a style sheet and a selector that never would", () => {
    expect(safeStyleSheet("a{color:red}".repeat(20_000)).split("\n")).toHaveLength(3000);
    expect(safeStyleSheet(`${"a ".repeat(10_000)}{color:red} b{color:red}`)).toBe("b{color:red}");
  });

  it("writes nothing anew the second time, and nothing that loads or leaves its element, whatever the text", () => {
    const piece = fc.constantFrom("a", "{", "}", "color", ":", "red", ";", "url(", ")", "@import", "@media", "screen", "\\", "'", '"', "/*", "*/", "<", ">", "</style>", "(", "background", " ", "x.y", "#1234", "-1px", "margin", "!important", "expression(", "var(--a)", "\n", "<!--", "-->", "font-family", ",");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const sheet = safeStyleSheet(pieces.join(""));
        expect(safeStyleSheet(sheet)).toBe(sheet);
        expect(sheet).not.toMatch(/url\(|import|expression|var\(|<|\\|margin:-/i);
        const style = safeDeclarations(pieces.join(""));
        expect(safeDeclarations(style)).toBe(style);
        expect(style).not.toMatch(/url\(|import|expression|var\(|<|\\|[{}]|margin:-/i);
      }),
      { seed: 61, numRuns: 2000 },
    );
  }); // prettier-ignore
});
