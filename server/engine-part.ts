/** A part of the engine that runs until it is told to stop, in order, with nothing lost. */
export type EnginePart = { stop(): Promise<void> };
