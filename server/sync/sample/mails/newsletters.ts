export type Newsletter = { name: string; address: string; subject: string; html: string };

/** Mail from machines: wide tables, remote pictures, colours of their own. */
export const newsletters: Newsletter[] = [
  newsletter(
    "Paydesk",
    "receipts@payments.example",
    "Payout of €12,480.20 on its way",
    "#635bff",
    "Your payout is on its way",
    [
      "Your payout of <strong>€12,480.20</strong> is on its way to your bank account ending in 4412. It should arrive by Wednesday.",
      "You can see which payments it is made of in your dashboard.",
    ],
  ),
  newsletter(
    "Parcel Desk",
    "status@parceldesk.example",
    "7 parcels handed over today",
    "#0f766e",
    "Handed over today",
    ["Seven parcels of yours left the depot in Malmö at 17:40. Two of them need a signature.", "Nothing is late."],
  ),
  newsletter(
    "The Kitchen Weekly",
    "hello@kitchenweekly.example",
    "Autumn stews, and why enamel keeps its heat",
    "#b45309",
    "One pot, four stews",
    [
      "This week: a beef stew from Jutland, beans from Asturias, a lentil pot from Aleppo and the vegetable stew of our own canteen.",
      "Also: why enamel on iron keeps its heat, with a thermometer and a lot of patience.",
    ],
  ),
  newsletter(
    "Cloud Ledger",
    "no-reply@cloudledger.example",
    "Your statement for October is ready",
    "#1d4ed8",
    "Statement ready",
    ["Your statement for October can be downloaded. Income 48,120 €, expenses 31,904 €."],
  ),
  newsletter(
    "Trade Fair Nordic",
    "news@tradefair.example",
    "Exhibitors: set-up times and parking",
    "#be123c",
    "Before you come",
    [
      "Hall 4 opens for set-up on Sunday at 08:00. Lorries park behind the north gate.",
      "Bring your badge: there are no copies at the door this year.",
    ],
  ),
];

function newsletter(
  name: string,
  address: string,
  subject: string,
  colour: string,
  title: string,
  paragraphs: string[],
): Newsletter {
  const body = paragraphs
    .map((text) => `<p style="margin:0 0 14px;font-size:15px;line-height:23px;color:#333">${text}</p>`)
    .join("");
  const html = `<!doctype html><html><body style="margin:0;background:#f2f3f5">
<table width="100%" cellpadding="0" cellspacing="0" bgcolor="#f2f3f5"><tr><td align="center" style="padding:24px">
<table width="600" cellpadding="0" cellspacing="0" bgcolor="#ffffff" style="border-radius:8px">
<tr><td bgcolor="${colour}" style="padding:22px 32px;border-radius:8px 8px 0 0;color:#ffffff;font:600 20px Georgia,serif">${name}</td></tr>
<tr><td style="padding:28px 32px;font-family:Arial,sans-serif"><h1 style="margin:0 0 16px;font-size:24px;color:#111">${title}</h1>
<img src="https://images.${address.split("@")[1] ?? ""}/banner.png" width="536" height="160" alt="A picture of ${title.toLowerCase()}">
<div style="height:16px"></div>${body}
<a href="https://www.${address.split("@")[1] ?? ""}/read" style="display:inline-block;background:${colour};color:#ffffff;padding:10px 18px;border-radius:6px;text-decoration:none">Read on</a></td></tr>
<tr><td style="padding:18px 32px;font:12px Arial,sans-serif;color:#888">You get this because you are a customer. <a href="https://www.${address.split("@")[1] ?? ""}/stop">Unsubscribe</a></td></tr>
</table></td></tr></table></body></html>`;
  return { name, address, subject, html };
}
