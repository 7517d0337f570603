// A press of a button, from the tap until its answer is shown to the person.

export type Press = {
  readonly queryId: string;
  readonly userId: number;
  readonly chatId: number;
  /** Of an ephemeral message negative: see `viewIdOf`. */
  readonly messageId: number;
  readonly threadId?: number;
  readonly data: string;
  /** ISO time. */
  readonly at: string;
  answer?: PressAnswer;
};

/** What the person saw: nothing (the clock on the button went away), a line, or a window. */
export type PressAnswer = {
  readonly text: string;
  readonly alert: boolean;
  readonly url?: string;
  readonly at: string;
};
