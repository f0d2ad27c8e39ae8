/** A command that cannot be done: the tagged answer. */
export class Refusal extends Error {}
