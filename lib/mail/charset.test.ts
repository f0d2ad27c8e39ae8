import { describe, expect, it } from "vitest";
import { bytesOfBase64, decodeBytes } from "./charset.ts";
import { decodeWords } from "./encoded-words.ts";

const hex = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

describe("decodeBytes", () => {
  it.each([
    ["utf-8", "c3a4", "ä"],
    ["UTF8", "c3a4", "ä"],
    ["iso-8859-1", "e4", "ä"],
    ["latin1", "80", "€"],
    ["cp1252", "80", "€"],
    ["ISO-8859-15", "a4", "€"],
    ["x-sjis", "82a0", "あ"],
    ["cp932", "82a0", "あ"],
    ["iso-2022-jp", "1b244224221b2842", "あ"],
    ["ks_c_5601-1987", "b0a1", "가"],
    ["gb2312", "c4e3", "你"],
    ["koi8-r", "d0d2c9", "при"],
    ["tis-620", "a1", "ก"],
    ["utf-7", "612b414f512d622b2d", "aäb+"],
  ])("reads %s", (charset, bytes, expected) => {
    expect(decodeBytes(hex(bytes), charset)).toBe(expected);
  });

  it("reads UTF-8 that was announced as ASCII, and Latin that was announced as UTF-8", () => {
    expect(decodeBytes(new TextEncoder().encode("Grüße"), "us-ascii")).toBe("Grüße");
    expect(decodeBytes(hex("4772fcdf65"), "utf-8")).toBe("Grüße");
    expect(decodeBytes(hex("4772fcdf65"), "no-such-charset")).toBe("Grüße");
  });

  it.each([
    ["shift_jis", "93fa967b8cea82cc8365834c8358836782c582b7", "日本語のテキストです"],
    ["euc-jp", "c6fccbdcb8eca4cea5c6a5ada5b9a5c8a4c7a4b9", "日本語のテキストです"],
    ["euc-kr", "c7d1b1b9beeeb7ce20beb420b1db", "한국어로 쓴 글"],
    ["gb18030", "d5e2cac7d6d0cec4b5c4d2bbb6cecec4d7d6", "这是中文的一段文字"],
    ["big5", "c163c5e9a4a4a4e5aabaa440ac71a4e5a672", "繁體中文的一段文字"],
    ["windows-1251", "cff0e8e2e5f22c20ece8ebfbe520e4f0f3e7fcff", "Привет, милые друзья"],
    ["koi8-r", "f0d2c9d7c5d42c20c4d2d5dad8d1", "Привет, друзья"],
  ])("guesses %s that nobody announced", (_, bytes, expected) => {
    expect(decodeBytes(hex(bytes), "")).toBe(expected);
  });

  it("guesses no far language for a few accents", () => {
    expect(decodeBytes(hex("556e652066696e206427616e6ee965206368617267e965206574206465627574"), "")).toBe(
      "Une fin d'année chargée et debut",
    );
  });
});

describe("bytesOfBase64", () => {
  const text = (encoded: string) => new TextDecoder().decode(bytesOfBase64(encoded));

  it("takes base64 as mail systems leave it", () => {
    expect(text("aGFsbG8=")).toBe("hallo");
    expect(text("aGFs\r\nbG8")).toBe("hallo");
    expect(text("aG!Fs bG8=")).toBe("hallo");
    expect(text("aGFs=bG8=")).toBe("hallo");
    expect(text("aGFsbG8=aGFsbG8=")).toBe("hallohallo");
  });
});

describe("decodeWords", () => {
  it.each([
    ["plain", "plain"],
    ["=?utf-8?q?Gr=C3=BC=C3=9Fe?=", "Grüße"],
    ["=?utf-8?Q?a_b?= c", "a b c"],
    ["=?utf-8?q?a?= =?utf-8?q?b?=", "ab"],
    ["=?utf-8?q?a?=  x =?utf-8?q?b?=", "a  x b"],
    ["=?utf-8?b?w6Q=?=", "ä"],
    ["=?utf-8?q?=C3?= =?utf-8?q?=A4?=", "ä"],
    ["=?iso-8859-1?q?=E4?= =?utf-8?q?=C3=A4?=", "ää"],
    ["=?utf-8*de?q?=C3=A4?=", "ä"],
    ["=?utf-8?x?ab?=", "=?utf-8?x?ab?="],
    ["=?utf-8?q?broken", "=?utf-8?q?broken"],
    ["=?utf-8?q?Hello world?=", "Hello world"],
    ["=?utf-8?q?=ZZ?=", "=ZZ"],
    ["=?ks_c_5601-1987?B?sKE=?=", "가"],
  ])("reads %s", (raw, expected) => {
    expect(decodeWords(raw)).toBe(expected);
  });
});
