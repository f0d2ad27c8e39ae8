export type Language = "en" | "de" | "sv" | "fr" | "ja" | "ar" | "es";
export type Person = { name: string; address: string; language: Language };

const person = (name: string, address: string, language: Language): Person => ({ name, address, language });

/** Customers of a small shop for enamel pots, with reserved domains (RFC 2606). */
export const customers: Person[] = [
  person("Maria Lindqvist", "maria.lindqvist@post.example", "sv"),
  person("Jonas Weber", "jonas.weber@werkstatt.example", "de"),
  person("Priya Nair", "priya@lumen.example", "en"),
  person("Hiroshi Tanaka", "tanaka@sakura.example", "ja"),
  person("Claire Dubois", "claire.dubois@courrier.example", "fr"),
  person("Olu Adeyemi", "olu@brightpath.example", "en"),
  person("Sofía Romero", "sofia.romero@correo.example", "es"),
  person("Ben Carter", "ben@cartersupply.example", "en"),
  person("نور الحسن", "nour@barid.example", "ar"),
  person("Eva Nováková", "eva.novakova@posta.example", "de"),
  person("Thomas Brandt", "t.brandt@nordhof.example", "de"),
  person("Katrin Schäfer", "katrin.schaefer@briefkasten.example", "de"),
  person("Emily O’Connor", "emily.oconnor@mailbox.example", "en"),
  person("Lars Öberg", "lars.oberg@fjall.example", "sv"),
  person("Grace Kim", "grace.kim@hanok.example", "en"),
  person("Dr. Wolfgang Größer", "groesser@institut.example", "de"),
  person("Anaïs Lefèvre", "anais@atelier.example", "fr"),
  person("Samuel Okafor", "samuel.okafor@kitchenlab.example", "en"),
  person("Ingrid Sandström", "ingrid@sandstrom.example", "sv"),
  person("Marek Kowalski", "marek@dom.example", "en"),
  person("Hannelore Fuchs", "h.fuchs@waldblick.example", "de"),
  person("Chloé Martin", "chloe.martin@boite.example", "fr"),
  person("Daniel Whitaker", "d.whitaker@harbour.example", "en"),
  person("Yasmin El-Sayed", "yasmin@nile.example", "en"),
];

export const teams = {
  support: { name: "Northwind Support", address: "support@northwind.test" },
  sales: { name: "Northwind Wholesale", address: "sales@northwind.test" },
} as const;

export type Team = keyof typeof teams;

/** Whose mailbox the sample account is: `.example` is nobody's (RFC 2606). */
export const shop = { name: "Northwind", address: "sample@northwind.example" } as const;
