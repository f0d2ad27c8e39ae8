import { describeTurns, haste } from "#server/testing/describe-turns";

describeTurns(120_000 / haste);
