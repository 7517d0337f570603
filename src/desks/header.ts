// The header of a card is data: which lines stand there and in which order, by desk, channel and
// status, so that a company adapts it without code.

export const HEADER_LINES = [
  'number',
  'client',
  'username',
  'company',
  'channel',
  'source',
  'page',
  'department',
  'previous',
  'opened',
] as const;
export type HeaderLine = (typeof HEADER_LINES)[number];

/** What a card shows where no rule says otherwise; a line with nothing to say takes no room. */
export const DEFAULT_HEADER: readonly HeaderLine[] = [
  'number',
  'client',
  'username',
  'company',
  'channel',
  'source',
  'previous',
  'opened',
];

/** Null: any. */
export interface HeaderScope {
  readonly deskId: number | null;
  readonly channel: string | null;
  readonly status: string | null;
}

export interface HeaderRule extends HeaderScope {
  readonly lines: readonly HeaderLine[];
}

export interface HeaderSubject {
  readonly deskId: number | null;
  readonly channel: string;
  readonly status: string;
}

/**
 * The lines of the most specific rule that fits. A desk weighs more than a channel and a status
 * together, a channel more than a status: desk+channel+status > desk+channel > desk+status > desk >
 * channel+status > channel > status > the rule for all > the default.
 */
export function headerFor(
  rules: readonly HeaderRule[],
  subject: HeaderSubject,
): readonly HeaderLine[] {
  const fitting = rules.filter((rule) => fits(rule, subject));
  const best = fitting.reduce<HeaderRule | null>(
    (a, b) => (a && weightOf(a) >= weightOf(b) ? a : b),
    null,
  );
  return best?.lines ?? DEFAULT_HEADER;
}

function fits(rule: HeaderScope, { deskId, channel, status }: HeaderSubject): boolean {
  return (
    (rule.deskId === null || rule.deskId === deskId) &&
    (rule.channel === null || rule.channel === channel) &&
    (rule.status === null || rule.status === status)
  );
}

function weightOf({ deskId, channel, status }: HeaderScope): number {
  return (deskId === null ? 0 : 4) + (channel === null ? 0 : 2) + (status === null ? 0 : 1);
}

export function isHeaderLine(word: string): word is HeaderLine {
  return (HEADER_LINES as readonly string[]).includes(word);
}
