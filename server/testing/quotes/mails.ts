import { languages, type Language } from "./languages.ts";

/** A mail and all that its writer said in it; the rest is to be folded. */
export type QuotedSample = {
  name: string;
  text?: string;
  html?: string;
  isForward?: boolean;
  /** What stays visible, in words: white space does not count. */
  visible: string;
  /** Words that must not be hidden whatever happens, beyond `visible`. */
  own?: readonly string[];
};

/** Each client's way to answer, hand on and sign, in each language. */
export function generatedMails(): QuotedSample[] {
  return languages.flatMap((language) =>
    [...textMails(language), ...htmlMails(language)].map((mail) =>
      Object.assign(mail, { name: `${language.code}: ${mail.name}` }),
    ),
  );
}

const earlier = "Earlier words of a longer mail.";

function textMails(language: Language): QuotedSample[] {
  const { own, answer, quoted, gmail, apple, thunderbird, yahoo, original, forwarded, iphone, getOutlook } = language;
  const marked = `> ${quoted}\n>\n> ${earlier}`;
  const block = blockOf(language).join("\n");
  const visible = own;
  const inline = `${thunderbird}\n> ${quoted}\n${answer}\n\n> ${earlier}\n\n${own}`;
  return [
    { name: "Gmail, text", text: `${own}\n\n${gmail}\n\n${marked}`, visible },
    { name: "Gmail, text, broken introduction", text: `${own}\n\n${broken(gmail)}\n\n${marked}`, visible },
    { name: "Gmail, text, signature above", text: `${own}\n\n-- \nPat Roe\nExample Ltd\n\n${gmail}\n\n${marked}`, visible },
    { name: "Apple Mail, text", text: `${own}\n\n${apple}\n\n${marked}`, visible },
    { name: "iPhone, text", text: `${own}\n\n${iphone}\n\n> ${apple}\n> \n${marked}`, visible },
    { name: "Thunderbird, text", text: `${own}\n\n${thunderbird}\n${marked}\n>> older\n`, visible },
    { name: "Thunderbird, text, answer below", text: `${thunderbird}\n${marked}\n\n${own}\n`, visible: `${thunderbird}\n${marked}\n\n${own}`, own: [own] },
    { name: "Thunderbird, text, answer below and signature", text: `${thunderbird}\n${marked}\n\n${own}\n\n-- \nPat Roe\n`, visible: `${thunderbird}\n${marked}\n\n${own}`, own: [own] },
    { name: "Thunderbird, text, between the lines", text: inline, visible: inline, own: [own, answer] },
    { name: "Yahoo, text without marks", text: `${own}\n\n${yahoo}\n\n\n${quoted}\n${earlier}\n`, visible },
    { name: "Outlook, text", text: `${own}\n\n________________________________\n${block}\n\n${quoted}\n\n${earlier}`, visible },
    { name: "Outlook, text, divider", text: `${own}\n\n-----${original}-----\n${block}\n\n${quoted}`, visible },
    { name: "Outlook mobile, text", text: `${own}\n\n${getOutlook}<https://aka.ms/o0ukef>\n________________________________\n${block}\n\n${quoted}`, visible },
    { name: "handed on, text", text: `${own}\n\n---------- ${forwarded} ---------\n${block}\n\n${quoted}`, visible: `${own}\n\n---------- ${forwarded} ---------\n${block}\n\n${quoted}`, own: [own, quoted] },
    { name: "Outlook, handed on, text", isForward: true, text: `${own}\n\n${block}\n\n${quoted}`, visible: `${own}\n\n${block}\n\n${quoted}`, own: [own, quoted] },
  ];
} // prettier-ignore

function htmlMails(language: Language): QuotedSample[] {
  const { code, own, answer, quoted, gmail, apple, thunderbird, yahoo, forwarded, iphone, getOutlook } = language;
  const dir = code === "ar" ? "rtl" : "ltr";
  const block = blockOf(language);
  const visible = own;
  const bold = block.map((line) => line.replace(/^([^:]+:)(.*)$/, (_, name, value) => `<b>${name}</b>${value}`));
  const said = (text: string) => escape(text);
  const quote = `<div dir="${dir}">${quoted}</div><div>${earlier}</div>`;
  const outlookWeb = `<div id="appendonsend"></div><hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg" dir="${dir}"><font face="Calibri, sans-serif" style="font-size:11pt">${bold.map(said2).join("<br>")}</font><div>&nbsp;</div></div><div dir="${dir}">${quote}</div>`;
  return [
    { name: "Gmail", html: `<div dir="${dir}">${own}</div><br><div class="gmail_quote gmail_quote_container"><div dir="${dir}" class="gmail_attr">${said(gmail)}<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">${quote}</blockquote></div>`, visible },
    { name: "Gmail, signature", html: `<div dir="${dir}"><div>${own}</div><div><br></div><span class="gmail_signature_prefix">-- </span><br><div dir="ltr" class="gmail_signature"><div dir="ltr">Pat Roe<br>Example Ltd</div></div></div><br><div class="gmail_quote"><div class="gmail_attr">${said(gmail)}</div><blockquote class="gmail_quote">${quote}</blockquote></div>`, visible },
    { name: "Gmail, between the lines", html: `<div dir="${dir}"><br><div class="gmail_quote"><div class="gmail_attr">${said(gmail)}</div><blockquote class="gmail_quote">${quoted}</blockquote><div>${answer}</div><blockquote class="gmail_quote"><div>${earlier}</div></blockquote><div>${own}</div></div></div>`, visible: `${gmail} ${quoted} ${answer} ${earlier} ${own}`, own: [answer, own] },
    { name: "Gmail, handed on", html: `<div dir="${dir}">${own}<br><br><div class="gmail_quote"><div class="gmail_attr">---------- ${forwarded} ---------<br>${block.map(said).join("<br>")}<br></div><br><br>${quote}</div></div>`, visible: `${own} ---------- ${forwarded} --------- ${block.join(" ")} ${quoted} ${earlier}`, own: [own, quoted] },
    { name: "Outlook desktop", html: `<div class="WordSection1"><p class="MsoNormal"><span style="font-size:11.0pt">${own}<o:p></o:p></span></p><p class="MsoNormal">&nbsp;</p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal">${bold.map(said2).join("<br>")}<o:p></o:p></p></div></div><p class="MsoNormal">&nbsp;</p><p class="MsoNormal">${quoted}</p><p class="MsoNormal">${earlier}</p></div>`, visible },
    { name: "Outlook on the web", html: `<div class="elementToProof" style="font-family:Aptos">${own}</div>${outlookWeb}`, visible },
    { name: "Outlook on the web, handed on", isForward: true, html: `<div class="elementToProof">${own}</div>${outlookWeb}`, visible: `${own} ${block.join(" ")} ${quoted} ${earlier}`, own: [own, quoted] },
    { name: "Outlook mobile", html: `<div dir="${dir}">${own}</div><div dir="${dir}"><br></div><div id="ms-outlook-mobile-signature"><a href="https://aka.ms/o0ukef">${said(getOutlook)}</a></div>${outlookWeb}`, visible },
    { name: "Apple Mail", html: `<body style="overflow-wrap:break-word">${own}<br><div><br><blockquote type="cite"><div>${said(apple)}</div><br class="Apple-interchange-newline"><div>${quote}</div></blockquote></div><br></body>`, visible },
    { name: "iPhone", html: `<div dir="${dir}"></div><div dir="${dir}">${own}</div><br><div dir="ltr">${said(iphone)}</div><div dir="ltr"><br><blockquote type="cite">${said(apple)}<br><br></blockquote></div><blockquote type="cite"><div dir="ltr">﻿${quote}</div></blockquote>`, visible },
    { name: "Thunderbird", html: `<p>${own}</p><div class="moz-cite-prefix">${said(thunderbird)}<br></div><blockquote type="cite" cite="mid:1@example.com"><p>${quoted}</p><p>${earlier}</p></blockquote>`, visible },
    { name: "Thunderbird, answer below", html: `<div class="moz-cite-prefix">${said(thunderbird)}<br></div><blockquote type="cite"><p>${quoted}</p></blockquote><p>${own}</p><div class="moz-signature">-- <br>Pat Roe</div>`, visible: `${thunderbird} ${quoted} ${own}`, own: [own] },
    { name: "Yahoo", html: `<div class="yahoo-style-wrap"><div dir="ltr">${own}</div><div><br></div></div><div id="yahoo_quoted_7" class="yahoo_quoted"><div style="font-size:13px"><div>${said(yahoo)}</div><div><br></div><div>${quote}</div></div></div>`, visible },
    { name: "another web mailer", html: `<p>${own}</p><p>${said(gmail)}</p><blockquote style="border-left:2px solid #1010ff;padding-left:5px">${quote}</blockquote>`, visible },
  ];
} // prettier-ignore

function blockOf({ outlook: [from, sent, to, subject, time] }: Language): string[] {
  return [
    `${from}: Kim Doe <kim@example.com>`,
    `${sent}: ${time}`,
    `${to}: help@example.com`,
    `${subject}: The report`,
  ];
}

/** As Gmail breaks a line that is too long: before the address, or within its brackets. */
function broken(line: string): string {
  return line.replace("<kim@", "<\nkim@").replace(/ (?=\S+\s\S+ <\n)/, "\n");
}

function escape(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/** Leaves the tags of a name in bold. */
function said2(text: string): string {
  return escape(text).replace(/&lt;(\/?b)&gt;/g, "<$1>");
}
