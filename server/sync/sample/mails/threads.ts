import type { Team } from "./people.ts";

type Turn = {
  by: "customer" | "team";
  text: string;
  files?: { name: string; kind: "jpg" | "pdf" | "csv" }[];
  html?: boolean;
};
export type Thread = {
  customer: string;
  subject: string;
  to: Team[];
  hoursAgo: number;
  isUnseen?: boolean;
  isFlagged?: boolean;
  turns: Turn[];
};

const them = (text: string, files?: Turn["files"]): Turn => ({ by: "customer", text, ...(files ? { files } : {}) });
const us = (text: string): Turn => ({ by: "team", text });

/** The conversations a visitor reads first, newest first. */
export const threads: Thread[] = [
  {
    customer: "Maria Lindqvist",
    subject: "Order 48213 arrived damaged",
    to: ["support", "sales"],
    hoursAgo: 0.3,
    isUnseen: true,
    turns: [
      them(
        "Hello,\n\nI ordered the enamel pot on Friday and wanted to ask when it will be sent. It is a present for my sister, whose birthday is on Sunday.\n\nKind regards\nMaria",
      ),
      us(
        "Hej Maria,\n\nit left Malmö last night with PostNord, number 7331 4408 21. You can expect it before noon.\n\nAda\nNorthwind Support",
      ),
      them(
        "Hello,\n\nthe parcel came this morning but the lid is cracked from the handle to the rim. I enclose two pictures. Could you send me a new lid, or should I return the whole pot?\n\nKind regards\nMaria",
        [
          { name: "lid-crack.jpg", kind: "jpg" },
          { name: "parcel.jpg", kind: "jpg" },
        ],
      ),
    ],
  },
  {
    customer: "Jonas Weber",
    subject: "Rechnung März fehlt",
    to: ["support"],
    hoursAgo: 0.6,
    isUnseen: true,
    turns: [
      them(
        "Guten Morgen,\n\nkönnten Sie mir bitte die Rechnung für unsere Bestellung vom 14. März noch einmal schicken? Unsere Buchhaltung findet sie nicht, und der Jahresabschluss drängt. Die Bestellnummer ist 47731.\n\nMit freundlichen Grüßen\nJonas Weber\nWerkstatt am Kanal",
      ),
    ],
  },
  {
    customer: "Priya Nair",
    subject: "API limits for the enterprise plan",
    to: ["sales"],
    hoursAgo: 1.1,
    isUnseen: true,
    turns: [
      them(
        "Hi there,\n\nwe pull your stock list every ten minutes for 14 shops and have started to see refusals. Is there a higher limit on the wholesale plan?\n\nThanks\nPriya",
      ),
      us("Hi Priya,\n\nthe wholesale plan allows 600 requests an hour. Would that do?\n\nTom"),
      them("That would be exactly right. How do we switch, and does it start at once?\n\nPriya"),
      us("I can switch you over today. May I do it at 18:00 your time?\n\nTom"),
      them("Thanks Tom, 18:00 is fine. I have told the team in Pune as well.\n\nPriya"),
    ],
  },
  {
    customer: "Hiroshi Tanaka",
    subject: "配送先の住所を変更したい",
    to: ["support"],
    hoursAgo: 1.8,
    turns: [
      them(
        "お世話になっております。\n\n先週注文しました琺瑯鍋（注文番号 48190）の配送先を変更したいのですが、まだ間に合いますでしょうか。新しい住所は京都市左京区です。\n\nよろしくお願いいたします。\n田中 浩",
      ),
    ],
  },
  {
    customer: "Claire Dubois",
    subject: "Remboursement de la commande 47902",
    to: ["support"],
    hoursAgo: 2.2,
    isFlagged: true,
    turns: [
      them(
        "Bonjour,\n\nj’ai renvoyé la casserole il y a dix jours et je n’ai toujours pas reçu le remboursement. Pouvez-vous me dire où il en est ?\n\nCordialement\nClaire Dubois",
      ),
      us(
        "Bonjour Claire,\n\nle colis est bien arrivé mardi. Le remboursement de 64,90 € part aujourd’hui, il faut compter deux à trois jours ouvrés.\n\nLena",
      ),
    ],
  },
  {
    customer: "Olu Adeyemi",
    subject: "Cannot sign in after the update",
    to: ["support"],
    hoursAgo: 3,
    turns: [
      them("Since yesterday's update I cannot sign in to the shop. It says my session has expired, over and over."),
      us(
        "Hello Olu,\n\nsorry about that. Could you tell me which browser you use, and whether a private window makes a difference?\n\nAda",
      ),
      them("Firefox 148 on Linux. A private window works! Why is that?"),
      us("Then an old cookie is in the way. Please clear the cookies for northwind.test once and try again."),
      them("That did it. Thank you for the quick help, and greetings from Lagos."),
    ],
  },
  {
    customer: "Sofía Romero",
    subject: "¿Tienen tienda en Valencia?",
    to: ["support"],
    hoursAgo: 26,
    turns: [
      them(
        "Hola,\n\nquería saber si tienen alguna tienda física en Valencia o cerca, porque me gustaría ver los colores antes de comprar.\n\nUn saludo\nSofía",
      ),
    ],
  },
  {
    customer: "Ben Carter",
    subject: "Wholesale price list 2027",
    to: ["sales"],
    hoursAgo: 28,
    turns: [
      them(
        "Hi,\n\nwe would like to carry the Saltholm range next year. Could you send your price list and the minimum order?\n\nBen Carter\nCarter Supply Co.",
      ),
      us(
        "Hello Ben,\n\ngladly. You will find the price list attached to the next mail; the minimum order is 24 pieces, colours mixed as you like.\n\nTom",
      ),
      them("Attached the signed agreement. Please confirm that the January prices hold until the end of March.", [
        { name: "agreement-signed.pdf", kind: "pdf" },
      ]),
    ],
  },
  {
    customer: "نور الحسن",
    subject: "مرحبا، متى يصل الطلب رقم ٤٨١٩٠",
    to: ["support"],
    hoursAgo: 30,
    turns: [
      them("مرحبا،\n\nمتى يصل الطلب رقم ٤٨١٩٠ من فضلكم؟ أحتاجه قبل نهاية الأسبوع لأن لدينا ضيوفًا.\n\nشكرا جزيلا\nنور"),
    ],
  },
  {
    customer: "Thomas Brandt",
    subject: "Angebot für 120 Kochtöpfe mit Gravur",
    to: ["sales"],
    hoursAgo: 49,
    isFlagged: true,
    turns: [
      them(
        "Sehr geehrte Damen und Herren,\n\nfür unser Hotel am Nordhof suchen wir 120 Töpfe mit eingraviertem Wappen. Ist das möglich, und mit welcher Lieferzeit müssen wir rechnen?\n\nMit freundlichen Grüßen\nThomas Brandt",
        [{ name: "wappen.pdf", kind: "pdf" }],
      ),
      us(
        "Sehr geehrter Herr Brandt,\n\ndas ist möglich. Wir rechnen mit sechs Wochen ab Freigabe des Musters. Ein Angebot finden Sie bis Freitag in Ihrem Postfach.\n\nLena Meyer",
      ),
      them("Vielen Dank, sechs Wochen passen gut. Bitte schicken Sie uns vorab ein Muster in Taubenblau."),
    ],
  },
  {
    customer: "Emily O’Connor",
    subject:
      "🎉 Thank you — the kettle is beautiful (and a tiny question about limescale, the whistle and the colour of the knob)",
    to: ["support"],
    hoursAgo: 52,
    turns: [
      them(
        "Hello lovely people,\n\njust to say that the kettle arrived and it is even prettier than in the pictures 😍.\n\nTwo tiny questions: how do I get rid of limescale without harming the enamel, and is the knob available in brass?\n\nEmily x",
      ),
    ],
  },
  {
    customer: "Lars Öberg",
    subject: "Garanti på stekpannan",
    to: ["support"],
    hoursAgo: 75,
    turns: [
      them(
        "Hej!\n\nEmaljen på min stekpanna har spruckit efter två år. Gäller garantin fortfarande? Jag har kvar kvittot.\n\nVänliga hälsningar\nLars Öberg",
        [{ name: "kvitto.pdf", kind: "pdf" }],
      ),
      us(
        "Hej Lars!\n\nJa, garantin är tio år på emaljen. Vi skickar en ny panna i morgon, du behöver inte returnera den gamla.\n\nAda",
      ),
      them("Fantastiskt, tack så mycket!"),
    ],
  },
];
