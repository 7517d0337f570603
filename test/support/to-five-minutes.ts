const STEP_MS = 300_000;

/** The place in lists of a dialog that was last asked something at this moment. */
export function toFiveMinutes(at: Date): Date {
  return new Date(at.getTime() - (at.getTime() % STEP_MS));
}
