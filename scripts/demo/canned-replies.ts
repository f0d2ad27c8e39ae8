/** What a shop answers every day. */
export const cannedReplies = [
  {
    name: "Greeting",
    html: "<p>Hello {{contact.firstName|there}},</p><p>thank you for writing to {{inbox.name}}.</p>",
  },
  {
    name: "Damaged on arrival",
    html: "<p>I am sorry that your order arrived damaged. A new one leaves today, and you need not send anything back.</p>",
  },
  {
    name: "Refund",
    html: "<p>We have sent the money back today. <strong>It takes three to five working days</strong> until your bank shows it.</p>",
  },
  {
    name: "Where is my parcel?",
    html: "<p>Your parcel has left us. Its number is {{parcel.number}}; the carrier shows where it is from this evening on.</p>",
  },
  {
    name: "Wholesale terms",
    html: "<p>From fifty pieces on we give:</p><ul><li>12 % off the list price</li><li>delivery free of charge</li><li>thirty days to pay</li></ul>",
  },
  {
    name: "Opening hours",
    html: "<p>We are here from Monday to Friday, nine to five, and answer within a working day.</p>",
  },
  { name: "Goodbye", html: "<p>Have a good day,<br>{{agent.firstName}}</p>" },
  {
    name: "Password does not work",
    html: "<p>Please ask for a new password on the sign-in page. The link in that mail works for an hour, and once.</p>",
  },
];
