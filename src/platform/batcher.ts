// Gathers what is asked at the same time into one piece of work, as the DataLoader pattern does:
// callers speak of one thing, the database hears of many in one statement.

import { isStorageTrouble } from './database/index.ts';

export interface BatcherOptions<Input, Output> {
  /** Does all of them; answers in the same order. */
  readonly run: (inputs: readonly Input[]) => Promise<readonly Output[]>;
  /** The largest batch. */
  readonly most: number;
  /** How many batches may run at once. Defaults to 1. */
  readonly sideBySide?: number;
  /**
   * Whether a batch that failed so is repeated one by one, so that the culprit fails alone.
   * Defaults to everything but a database that is away, which would fail each of them as well.
   */
  readonly repeatAlone?: (error: unknown) => boolean;
}

interface Waiting<Input, Output> {
  readonly input: Input;
  readonly resolve: (output: Output) => void;
  readonly reject: (error: unknown) => void;
}

/** The function to call with one input; it resolves with that input's output. */
export function createBatcher<Input, Output>(
  options: BatcherOptions<Input, Output>,
): (input: Input) => Promise<Output> {
  const { run, most, sideBySide = 1, repeatAlone = isOwnFault } = options;
  const queue: Waiting<Input, Output>[] = [];
  let running = 0;
  let planned = false;

  function plan(): void {
    if (planned || running >= sideBySide || queue.length === 0) return;
    planned = true;
    // One turn of the event loop later: whoever was about to ask has asked by then.
    setImmediate(() => {
      planned = false;
      void flush();
    });
  }

  async function flush(): Promise<void> {
    const batch = queue.splice(0, most);
    if (batch.length === 0) return;
    running += 1;
    plan();
    try {
      await settle(batch);
    } finally {
      running -= 1;
      plan();
    }
  }

  async function settle(batch: readonly Waiting<Input, Output>[]): Promise<void> {
    try {
      const outputs = await run(batch.map((waiting) => waiting.input));
      if (outputs.length !== batch.length) {
        throw new Error(`asked for ${batch.length} at once, answered ${outputs.length}`);
      }
      for (const [index, waiting] of batch.entries()) waiting.resolve(outputs[index] as Output);
    } catch (error) {
      if (batch.length > 1 && repeatAlone(error)) {
        for (const waiting of batch) await settle([waiting]);
      } else {
        for (const waiting of batch) waiting.reject(error);
      }
    }
  }

  return (input) =>
    new Promise((resolve, reject) => {
      queue.push({ input, resolve, reject });
      plan();
    });
}

function isOwnFault(error: unknown): boolean {
  return !isStorageTrouble(error);
}
