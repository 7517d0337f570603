// Whether a new ticket may be one that is there: of the same type, and about the same in its words. Pure. Better a
// question too few than one too many: nobody likes to be asked whether they mean what they say.

import type { TicketStatus } from './ticket.ts';

export interface Comparable {
  readonly id: number;
  readonly typeId: number;
  readonly status: TicketStatus;
  readonly summary: string;
  readonly description: string;
  /** When it was opened. */
  readonly openedAt: Date;
}

/** So many words in common at least, and this share of those of whoever has fewer. */
const LEAST_COMMON = 2;
const LEAST_SHARE = 0.5;

/** The one most like it, of several the latest; null: none is. `ignored`: greetings and the like. */
export function mostAlike<T extends Comparable>(
  wanted: { readonly typeId: number; readonly words: string },
  others: readonly T[],
  ignored: readonly string[] = [],
): T | null {
  const passed = new Set(ignored.flatMap(roots));
  const rootsOf = (text: string) => new Set(roots(text).filter((root) => !passed.has(root)));
  const own = rootsOf(wanted.words);
  const alike = others
    .filter(({ typeId }) => typeId === wanted.typeId)
    .map((other) => ({ other, share: share(own, rootsOf(textOf(other))) }))
    .filter((found) => found.share >= LEAST_SHARE)
    .toSorted(
      (a, b) => b.share - a.share || b.other.openedAt.getTime() - a.other.openedAt.getTime(),
    );
  return alike[0]?.other ?? null;
}

function textOf({ summary, description }: Comparable): string {
  return `${summary} ${description}`;
}

function share(own: ReadonlySet<string>, others: ReadonlySet<string>): number {
  const common = [...own].filter((root) => others.has(root)).length;
  return common < LEAST_COMMON ? 0 : common / Math.min(own.size, others.size);
}

/** What words begin with: endings say little. Words of one or two letters say nothing, numbers all they are. */
function roots(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .replaceAll(YO, YE)
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.flatMap((word) => {
    if (/\p{N}/u.test(word)) return [word];
    return word.length < 3 ? [] : [word.slice(0, rootLength(word.length))];
  });
}

function rootLength(length: number): number {
  if (length <= 4) return 3;
  return length <= 7 ? 4 : 5;
}

/** People write one for the other. */
const YO = '\u0451';
const YE = '\u0435';
