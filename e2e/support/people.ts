/** Somebody with an address. */
export type Person = { name: string; address: string };

export const ada = { name: "Ada Kern", address: "ada@acme.test" };
export const tom = { name: "Tom Sand", address: "tom@acme.test" };

/** The team's own mailboxes. */
export const support = { name: "Acme Support", address: "support@acme.test" };
export const sales = { name: "Acme Sales", address: "sales@acme.test" };

/** A customer, with a mailbox of her own. */
export const maria = { name: "Maria Lindqvist", address: "maria@lindqvist.test" };

export const mailPassword = "mail password";
export const agentPassword = "correct horse battery staple";

export const asHeader = ({ name, address }: Person): string => `"${name}" <${address}>`;
