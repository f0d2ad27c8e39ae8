import { describeTurns, haste } from "#server/testing/describe-turns";

/** A machine with other work to do is slower, and no less fair: the two minutes themselves are held to in the soak. */
const patience = 4;

describeTurns((patience * 120_000) / haste);
