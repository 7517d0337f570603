// The data behind a button: `<action>:<id>:<revision>` and, for a button that is one of several
// answers, `:<choice>`. It comes back from the client, who can send whatever he likes: it is checked
// before it is used, and it proves nothing about who pressed. Rights are checked by the service.

/** Telegram refuses more (BUTTON_DATA_INVALID). */
export const MAX_CALLBACK_DATA_BYTES = 64;

/** Our rows are numbered by Postgres' integer; whatever is larger is nobody's, and not worth a query. */
const MAX_ID = 2 ** 31 - 1;
const LONGEST_REVISION = Number.MAX_SAFE_INTEGER.toString(36);
const ID = '([1-9]\\d{0,15})';
const REVISION = '(0|[1-9a-z][0-9a-z]{0,10})';

export type ButtonTarget = {
  /** The row the button is about: a whole number from 1 to 2^31 − 1. */
  readonly id: number;
  /** The state of that row the card was drawn from, from 0, so that an outdated press is noticed. */
  readonly revision: number;
};

export type Button = {
  readonly action: string;
  /** For `bot.callbackQuery(…)`; what it lets through still goes through `parse`. */
  readonly pattern: RegExp;
  /** @throws RangeError naming the button, for an id or revision that is no such number. */
  encode(target: ButtonTarget): string;
  /** What was encoded, or null for anything that `encode` does not produce. */
  parse(data: string | undefined): ButtonTarget | null;
};

export type ChoiceButton<Choice extends string> = {
  readonly action: string;
  readonly pattern: RegExp;
  encode(target: ButtonTarget & { readonly choice: Choice }): string;
  parse(data: string | undefined): (ButtonTarget & { readonly choice: Choice }) | null;
};

/** A button with one meaning. `action` is its word in the data: small letters, digits and dashes. */
export function defineButton(action: string): Button {
  assertWord(action, action);
  assertFits(action, `${action}:${MAX_ID}:${LONGEST_REVISION}`);
  const pattern = new RegExp(`^${action}:${ID}:${REVISION}$`);
  return {
    action,
    pattern,
    encode: (target) => encodeTarget(action, target),
    parse: (data) => readTarget(pattern.exec(data ?? '')),
  };
}

/** Several answers to one question (a rating from 1 to 5): one handler, and the answer is typed. */
export function defineChoice<const Choice extends string>(
  action: string,
  choices: readonly Choice[],
): ChoiceButton<Choice> {
  assertWord(action, action);
  for (const choice of choices) {
    assertWord(action, choice);
    assertFits(action, `${action}:${MAX_ID}:${LONGEST_REVISION}:${choice}`);
  }
  const pattern = new RegExp(`^${action}:${ID}:${REVISION}:(${choices.join('|')})$`);
  return {
    action,
    pattern,
    encode: ({ choice, ...target }) => `${encodeTarget(action, target)}:${choice}`,
    parse(data) {
      const match = pattern.exec(data ?? '');
      const target = readTarget(match);
      const choice = choices.find((known) => known === match?.[3]);
      return target && choice ? { ...target, choice } : null;
    },
  };
}

function encodeTarget(action: string, { id, revision }: ButtonTarget): string {
  if (!Number.isSafeInteger(id) || id < 1 || id > MAX_ID)
    throw new RangeError(`button ${action}: bad id ${id}`);
  if (!Number.isSafeInteger(revision) || revision < 0) {
    throw new RangeError(`button ${action}: bad revision ${revision}`);
  }
  return `${action}:${id}:${revision.toString(36)}`;
}

function readTarget(match: RegExpExecArray | null): ButtonTarget | null {
  const id = Number(match?.[1]);
  const revision = Number.parseInt(match?.[2] ?? '', 36);
  if (id > MAX_ID || !Number.isSafeInteger(id) || !Number.isSafeInteger(revision)) return null;
  return { id, revision };
}

function assertWord(action: string, word: string): void {
  if (!/^[a-z0-9-]+$/.test(word)) throw new RangeError(`button ${action}: bad word «${word}»`);
}

/** Measured once, when the button is defined and with the longest ids, not when some user is the first to have one. */
function assertFits(action: string, longest: string): void {
  const bytes = Buffer.byteLength(longest);
  if (bytes > MAX_CALLBACK_DATA_BYTES) {
    throw new RangeError(
      `button ${action}: its data may take ${bytes} bytes, Telegram allows ${MAX_CALLBACK_DATA_BYTES}`,
    );
  }
}
