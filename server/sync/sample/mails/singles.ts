import type { Language } from "./people.ts";

export type Single = { subject: string; text: string };

/** `{n}` is an order number, `{name}` who writes. */
export const singles: Record<Language, Single[]> = {
  en: [
    {
      subject: "Where is my order {n}?",
      text: "Hi,\n\nthe tracking page has said “in transit” for five days. Could you look into it?\n\nThanks\n{name}",
    },
    {
      subject: "Wrong colour delivered (order {n})",
      text: "Hello,\n\nI ordered the sage green saucepan but got the grey one. It is unused. How do we swap it?\n\n{name}",
    },
    {
      subject: "Is the casserole safe on induction?",
      text: "Dear team,\n\nwe are moving to an induction hob. Will the 24 cm casserole work on it?\n\nBest\n{name}",
    },
    {
      subject: "Invoice for order {n}",
      text: "Hi,\n\ncould I have an invoice with our VAT number for order {n}? It is GB 123 4567 89.\n\nRegards\n{name}",
    },
    {
      subject: "Gift wrapping",
      text: "Hello,\n\ndo you offer gift wrapping, and can I add a card with a few words of my own?\n\n{name}",
    },
    {
      subject: "Discount code does not work",
      text: "The code AUTUMN15 from your newsletter is refused at the till. Is it over already?\n\n{name}",
    },
    {
      subject: "Change of address for order {n}",
      text: "Hi, I typed the old house number by mistake. It should be 47, not 74. Can you still change it?\n\n{name}",
    },
    {
      subject: "Spare lid for the 20 cm pot",
      text: "Hello, my lid fell on the tiles. Do you sell lids alone?\n\n{name}",
    },
  ],
  de: [
    {
      subject: "Lieferstatus zur Bestellung {n}",
      text: "Guten Tag,\n\nseit einer Woche hat sich bei der Sendung nichts getan. Können Sie nachsehen, wo das Paket steckt?\n\nViele Grüße\n{name}",
    },
    {
      subject: "Rückgabe der Bestellung {n}",
      text: "Hallo,\n\nder Topf ist schön, aber leider zu groß für unseren Herd. Wie schicke ich ihn zurück?\n\nFreundliche Grüße\n{name}",
    },
    {
      subject: "Spülmaschinenfest?",
      text: "Guten Tag,\n\ndürfen die emaillierten Becher in die Spülmaschine? Auf der Verpackung steht nichts dazu.\n\n{name}",
    },
    {
      subject: "Gutschein einlösen",
      text: "Hallo zusammen,\n\nich habe einen Gutschein über 50 € bekommen, finde aber kein Feld dafür.\n\nBeste Grüße\n{name}",
    },
    {
      subject: "Rechnungsadresse ändern ({n})",
      text: "Guten Morgen,\n\nbitte stellen Sie die Rechnung auf unsere neue Anschrift aus.\n\nMit freundlichen Grüßen\n{name}",
    },
    {
      subject: "Kratzer am Boden des Bräters",
      text: "Sehr geehrte Damen und Herren,\n\nnach dem ersten Gebrauch hat der Bräter einen tiefen Kratzer. Ist das ein Mangel?\n\n{name}",
    },
  ],
  sv: [
    {
      subject: "Fråga om leverans av order {n}",
      text: "Hej,\n\nkan jag hämta paketet hos er i Malmö i stället?\n\nHälsningar\n{name}",
    },
    { subject: "Byta färg", text: "Hej!\n\nGår det att byta den blå kastrullen mot en röd?\n\nMvh\n{name}" },
    {
      subject: "Faktura för order {n}",
      text: "Hej,\n\njag behöver en faktura med vårt organisationsnummer.\n\nTack på förhand\n{name}",
    },
  ],
  fr: [
    {
      subject: "Commande {n} incomplète",
      text: "Bonjour,\n\nil manque les deux tasses dans le colis reçu ce matin.\n\nMerci d’avance\n{name}",
    },
    {
      subject: "Garantie de la bouilloire",
      text: "Bonjour,\n\nle sifflet de ma bouilloire ne fonctionne plus. Est-elle encore sous garantie ?\n\nCordialement\n{name}",
    },
  ],
  ja: [
    {
      subject: "注文番号 {n} の領収書について",
      text: "お世話になっております。\n\n領収書を発行していただけますでしょうか。\n\n{name}",
    },
  ],
  ar: [{ subject: "استفسار عن الطلب {n}", text: "مرحبا،\n\nهل يمكن تغيير لون القدر إلى الأحمر؟\n\n{name}" }],
  es: [
    {
      subject: "Pedido {n} sin confirmar",
      text: "Hola,\n\nno he recibido la confirmación de mi pedido. ¿Ha llegado bien?\n\nGracias\n{name}",
    },
  ],
};
