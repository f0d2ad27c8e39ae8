import type { QuotedSample } from "./mails.ts";

const on = "On Mon, 2 Feb 2026 at 10:00, Kim Doe <kim@example.com> wrote:";
const block =
  "From: Kim Doe <kim@example.com>\nSent: Monday, 2 February 2026 10:00\nTo: help@example.com\nSubject: Report";

/** A text that is all to be seen. */
const whole = (name: string, text: string): QuotedSample => ({ name, text, visible: text });
const wholeHtml = (name: string, html: string, visible: string): QuotedSample => ({ name, html, visible });
const folded = (name: string, own: string, rest: string): QuotedSample => ({
  name,
  text: `${own}\n${rest}`,
  visible: own,
});

/** What no template makes: mails as people and broken programs write them. */
export const oddMails: QuotedSample[] = [
  whole("answers between quoted lines", `${on}\n> Do you like A?\nYes.\n> And B?\nNo, because of its price.\n> And C?\n`.trimEnd().replace(/\n> And C\?$/, "\n> And C?\nC too.")),
  whole("one short answer in small letters between long quoted lines", `${on}\n> Could you tell us whether the delivery on Tuesday is still on, or moved?\nyes it is\n> And whether we should send somebody to wait for it at the back entrance?\nno`),
  whole("an answer below a quote without an introduction", "> When?\n\nTomorrow at ten."),
  folded("answers between, and then a rest of the quote", `${on}\n> When?\n\nTomorrow.`, "\n> And where?\n> Regards\n> Kim"),
  folded("several levels", "Agreed.", `\n${on}\n> I think so too.\n>\n> On Sun, 1 Feb 2026, Pat Roe wrote:\n>> Shall we?\n>>> Once more?`),
  folded("an introduction over three lines", "Fine.", "\nOn Monday, February 2,\n2026 at 10:00 AM Kim Doe\n<kim@example.com> wrote:\n\n> Is it?"),
  folded("an introduction right below the words", "Thanks a lot", `${on}\n> Is it?`),
  folded("the address broken inside its brackets", "Fint.", "\nman. 2. feb. 2026 kl. 10:00 skrev Kim Doe <kim@example.com\n>:\n\n> Ja?"),
  folded("no introduction", "Done.", "\n> Could you do it?\n> Thanks"),
  folded("a list's footer below the quote", "Done.", `\n${on}\n> Could you?\n\n_______________________________________________\nusers mailing list\nusers@lists.example.com`),
  folded("a signature below the quote", "Done.", `\n${on}\n> Could you?\n\n-- \nPat Roe\nExample Ltd`),
  folded("a disclaimer behind a rule", "Done.\nPat", "\n--------------------\nThis message is confidential and intended only for its recipient."),
  whole("a disclaimer without a rule", "Done.\n\nThis message is confidential."),
  folded("Zoho", "Done.", "\n---- On Mon, 02 Feb 2026 10:00:00 +0100 kim@example.com wrote ----\n\nCould you?"),
  folded("Mail.ru", "Готово.", "\nПонедельник, 2 февраля 2026, 10:00 +03:00 от Kim Doe <kim@example.com>:\n\nСможете?"),
  folded("Yandex", "Готово.", "\n02.02.2026, 10:00, \"Kim Doe\" <kim@example.com>:\n> Сможете?"),
  folded("QQ", "好的。", "\n------------------ 原始邮件 ------------------\n发件人: \"Kim\" <kim@example.com>;\n发送时间: 2026年2月2日(星期一) 上午10:00\n收件人: \"help\"<help@example.com>;\n主题: 报告\n\n可以吗？"),
  folded("a block of headers with a blank line in it", "Done.", `\n${block.replace("\nTo:", "\n\nTo:")}\n\nCould you?`),
  folded("a block of headers with many recipients", "Done.", `\n${block.replace("help@example.com", Array.from({ length: 6 }, (_, at) => `Person ${at} <p${at}@example.com>;`).join("\n  "))}\n\nCould you?`),
  folded("web.de", "Erledigt.", "\nGesendet: Montag, 2. Februar 2026 um 10:00 Uhr\nVon: \"Kim Doe\" <kim@example.com>\nAn: help@example.com\nBetreff: Bericht\n\nGeht das?"),
  whole("a form that was filled in", "A new message came through the form on our page.\n\nFrom: Kim Doe\nEmail: kim@example.com\nSubject: Broken printer\nMessage: It does not print.\nPlease help."),
  whole("a journey", "Please book this:\n\nFrom: Berlin\nTo: Paris\nDate: 3 March 2026\n\nTwo persons, by train."),
  whole("answers promised in red, in a quote without marks", `My answers are below in red.\n\n${block}\n\nIs it Tuesday?\nNo, on Friday.`),
  whole("eine Antwort im Text", `Meine Antworten stehen unten im Text.\n\nVon: Kim Doe <kim@example.com>\nGesendet: Montag, 2. Februar 2026 10:00\nAn: help@example.com\nBetreff: Bericht\n\nDienstag?\nNein, am Freitag.`),
  whole("somebody's words told", "Please see what Kim Doe wrote on 2 March 2026 at 10:00:\n\nIt has shipped.\n\nBut it has not."),
  whole("a sentence with a colon, and then the point", "On 2 March 2026 you wrote:\n\nIt has shipped.\n\nBut it has not arrived."),
  whole("two things with dashes between", "Take one of these:\n--\nthe blue one, which is cheap.\n--\nthe green one, which is not."),
  whole("rules of a table", "Name   Price\n-----------\nBlue   3\nGreen  4\n-----------\nSum    7"),
  whole("a sentence that begins like a telephone's", "Sent from my desk, which is much quieter than my phone.\nCall me."),
  whole("a text in a table of bars", "| Name | Price |\n| Blue | 3 |"),
  whole("handed on by Apple Mail", "For you.\n\nBegin forwarded message:\n\n> From: Kim Doe <kim@example.com>\n> Subject: Report\n> Date: 2 February 2026 at 10:00\n> To: help@example.com\n>\n> It is done."),
  whole("handed on with nothing said", `---------- Forwarded message ---------\n${block}\n\nIt is done.`),
  whole("only a quote", "> Could you do it?\n> Thanks"),
  folded("right to left", "שלום, תודה.", "\n‫בתאריך יום ב׳, 2 בפבר׳ 2026 ב-10:00 מאת ‪Kim Doe‬‏ <‪kim@example.com‬‏>:‬\n\n> אפשר?"),
  folded("a telephone's words below no empty line", "Done.\nPat", "\nSent from Yahoo Mail on Android\n\n" + on + "\n> Could you?"),
  wholeHtml("an indented paragraph of the writer's own", `<div>We offer:</div><blockquote style="margin:0 0 0 40px;border:none;padding:0px"><div>Ten of the blue ones.</div></blockquote>`, "We offer: Ten of the blue ones."),
  wholeHtml("red answers in Outlook's quote", `<p>See below.</p><div style="border-top:solid #E1E1E1 1.0pt"><p><b>From:</b> Kim Doe &lt;kim@example.com&gt;<br><b>Sent:</b> Monday, 2 February 2026 10:00<br><b>To:</b> help@example.com<br><b>Subject:</b> Report</p></div><p>Is it Tuesday?</p><p><span style="color:red">No, on Friday.</span></p>`, "See below. From: Kim Doe <kim@example.com> Sent: Monday, 2 February 2026 10:00 To: help@example.com Subject: Report Is it Tuesday? No, on Friday."),
  wholeHtml("handed on by Thunderbird", `<p>For you.</p><div class="moz-forward-container">-------- Forwarded Message --------<table><tr><th>Subject: </th><td>Report</td></tr><tr><th>From: </th><td>Kim</td></tr></table><p>It is done.</p></div>`, "For you. -------- Forwarded Message -------- Subject: Report From: Kim It is done."),
  wholeHtml("an answer below Gmail's quote", `<div class="gmail_quote"><div class="gmail_attr">On Mon, 2 Feb 2026 at 10:00, Kim &lt;kim@example.com&gt; wrote:</div><blockquote class="gmail_quote">When?</blockquote></div><div>Tomorrow at ten.</div>`, "On Mon, 2 Feb 2026 at 10:00, Kim <kim@example.com> wrote: When? Tomorrow at ten."),
  { name: "a text in pre", html: `<pre>Done.\n\nOn Mon, 2 Feb 2026 at 10:00, Kim Doe &lt;kim@example.com&gt; wrote:\n&gt; Could you?</pre>`, visible: "Done." },
  { name: "lines broken by br only", html: `Done.<br><br>-----Original Message-----<br>From: Kim Doe<br>Sent: Monday, 2 February 2026 10:00<br>To: help<br>Subject: Report<br><br>Could you?`, visible: "Done." },
  { name: "Outlook on the web, a signature above", html: `<div>Done.</div><div id="Signature"><p>Pat Roe</p><p>Example Ltd</p></div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>From:</b> Kim Doe<br><b>Sent:</b> Monday, 2 February 2026 10:00<br><b>To:</b> help<br><b>Subject:</b> Report</div><div>Could you?</div>`, visible: "Done." },
  { name: "a picture alone, and a quote", html: `<div><img src="data:image/png;base64,AAAA"></div><div class="gmail_quote"><div class="gmail_attr">On Mon, 2 Feb 2026 at 10:00, Kim &lt;kim@example.com&gt; wrote:</div><blockquote class="gmail_quote">A picture?</blockquote></div>`, visible: "" },
]; // prettier-ignore
