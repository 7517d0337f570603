const PATIENCE_MS = 60_000;

/** How often it is looked: without a pause between, looking would keep the bot from its work. */
const LOOK_MS = 2;

/** Waits until something is true `times` looks in a row. */
export async function until(
  isTrue: () => boolean | Promise<boolean>,
  otherwise: string,
  times = 1,
): Promise<void> {
  const started = performance.now();
  for (let seen = 0; seen < times; ) {
    seen = (await isTrue()) ? seen + 1 : 0;
    if (seen < times) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    if (performance.now() - started > PATIENCE_MS) throw new Error(otherwise);
  }
}
