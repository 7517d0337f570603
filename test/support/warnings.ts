// What Node, or a library by it, warns of while a test runs.

export interface Warnings {
  readonly heard: readonly string[];
  stop(): void;
}

/** Listens until it is stopped. Libraries say most things once in a process. */
export function hearWarnings(): Warnings {
  const heard: string[] = [];
  const hear = ({ message }: Error) => heard.push(message);
  process.on('warning', hear);
  return { heard, stop: () => process.off('warning', hear) };
}
