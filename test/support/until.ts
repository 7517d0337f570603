const PATIENCE_MS = 60_000;

/** Waits, turn by turn of the event loop, until something is true `times` turns in a row. */
export async function until(
  isTrue: () => boolean | Promise<boolean>,
  otherwise: string,
  times = 1,
): Promise<void> {
  const started = performance.now();
  for (let seen = 0; seen < times; ) {
    seen = (await isTrue()) ? seen + 1 : 0;
    if (seen < times) await new Promise((resolve) => setImmediate(resolve));
    if (performance.now() - started > PATIENCE_MS) throw new Error(otherwise);
  }
}
