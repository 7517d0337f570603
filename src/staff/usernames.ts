// Names of Telegram's that somebody has mistyped. Pure.

/** Telegram gives no shorter names; one letter of a short word makes another word. */
const SHORTEST = 5;

/**
 * Whether one letter makes of one name the other: one too many, one too few, a wrong one, or two
 * neighbours exchanged. Names in the same case; those of fewer than five letters are like none.
 */
export function isOneLetterOff(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < SHORTEST || long.length - short.length > 1 || one === other) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  const isReplaced = short.slice(at + 1) === long.slice(at + 1);
  const isExchanged = short[at] === long[at + 1] && short[at + 1] === long[at];
  return isReplaced || (isExchanged && short.slice(at + 2) === long.slice(at + 2));
}
