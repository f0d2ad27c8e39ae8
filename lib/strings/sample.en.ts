export const sampleEn = {
  offer: "Look around with sample mail",
  text: "This is sample mail to look around with. Nothing of it leaves this machine.",
  /** A mailbox of the team's own is there now. */
  textBesideReal: (name: string) =>
    `${name} is connected, so the sample mail is not needed any more. Nothing of it leaves this machine.`,
  connect: "Connect a mailbox",
  remove: "Remove sample mail",
  removed: "The sample mail is gone.",
  bringBack: "Bring it back",
  noServer: "There is no mail server behind sample mail: nothing is compared, brought in or sent.",
  removeText:
    "It goes whole, with all that was done to it: notes, tags, drafts. Mail of other accounts stays as it is.",
  notSent: "Sample mail is not sent to anybody. What you write is kept as a draft.",
};
