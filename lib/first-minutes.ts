/**
 * How far an agent's first minutes have come. It is kept with their preferences on the server, so that what was done or waved away on
 * one device does not return on another. Agents who were here before have neither entry, and are left in peace.
 */
export const setupSteps = ["inbox", "mail", "ready"] as const;

/** What follows the first admin's own name and password. */
export type SetupStep = (typeof setupSteps)[number];

type Preferences = Readonly<Record<string, unknown>>;

/** For the first admin, who has everything but their own name before them. */
export const untilSetUp = { setupStep: "inbox" } as const satisfies { setupStep: SetupStep };
/** For everybody who is new. */
export const tourDue = { tour: "due" } as const;

/** Null is how a preference is taken away. */
export const setUpEntirely = { setupStep: null };
export const tourEnded = { tour: null };

/** Undefined once the setup has been gone through, and for everybody whom it does not concern. */
export function setupStepOf({ setupStep }: Preferences): SetupStep | undefined {
  return setupSteps.find((step) => step === setupStep);
}

export function isTourDue({ tour }: Preferences): boolean {
  return tour === tourDue.tour;
}
