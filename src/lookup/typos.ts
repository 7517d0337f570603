// Words that are written almost alike. Two words are near each other when the same letters are left of
// both after one or two are struck out: that can be looked up, however many words there are.

/** From so many letters on, two may be wrong; below, one. */
const TWO_FROM = 6;
/** Of longer words their beginnings are compared: it keeps the ways to mistype them few. */
const COMPARED = 7;
/** A shorter word mistyped is another word. */
export const SHORTEST = 4;
/** What is longer is no word. */
export const LONGEST = 32;

/** What may be left of a word, the word itself included: the same for a word and its mistyped forms. */
export function leftovers(word: string): readonly string[] {
  const found = new Set([word.slice(0, COMPARED)]);
  let last = [...found];
  for (let struck = 0; struck < mistakesIn(word); struck += 1) {
    last = last.flatMap((letters) =>
      Array.from(letters, (_, index) => letters.slice(0, index) + letters.slice(index + 1)),
    );
    for (const letters of last) found.add(letters);
  }
  return [...found];
}

/** How many letters of a word may be wrong. */
export function mistakesIn(word: string): number {
  return word.length >= TWO_FROM ? 2 : 1;
}

/**
 * How many letters have to be changed, added, struck out or exchanged with their neighbour to make of
 * `one` the beginning of `other`: the ending may be another.
 */
export function distance(one: string, other: string): number {
  const width = other.length + 1;
  let before: number[] = [];
  let last = Array.from({ length: width }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column < width; column += 1) {
      const same = one[row - 1] === other[column - 1];
      const exchanged = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        exchanged ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [before, last] = [last, current];
  }
  return Math.min(...last);
}

/** The nearest of these words, at most `most`; those that are too far are none. */
export function nearest(
  word: string,
  candidates: readonly string[],
  most: number,
): readonly string[] {
  const rated = candidates
    .map((candidate) => ({ candidate, far: distance(word, candidate) }))
    .filter(({ far }) => far <= mistakesIn(word))
    .sort((a, b) => a.far - b.far || a.candidate.length - b.candidate.length);
  const best = rated[0]?.far ?? 0;
  return rated
    .filter(({ far }) => far === best)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}
