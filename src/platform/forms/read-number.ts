// A number as people write it: «1 500», «12,5», «12.5», «1.500,00». Null where it is none, or has more
// digits behind the point than asked for.

const PLAIN = /^[+-]?\d+(?:\.\d+)?$/;

/** `decimals`: digits behind the point at most, from 0. */
export function readNumber(text: string, decimals: number): number | null {
  const tight = text.replace(/[\s\u00A0\u202F'’]/g, '').replace('−', '-');
  const written = decimals === 0 ? tight : withPoint(tight, decimals);
  if (!PLAIN.test(written)) return null;
  if ((written.split('.')[1] ?? '').length > decimals) return null;
  const value = Number(written);
  return Number.isSafeInteger(Math.round(value * 10 ** decimals)) ? value : null;
}

/** The last of two different marks parts the fraction, and the other one groups thousands. */
function withPoint(tight: string, decimals: number): string {
  const [comma, point] = [tight.lastIndexOf(','), tight.lastIndexOf('.')];
  if (comma < 0) return tight;
  if (point < 0) return tight.replace(',', '.');
  const [mark, group] = comma > point ? [',', '.'] : ['.', ','];
  const fraction = tight.length - 1 - Math.max(comma, point);
  if (fraction > decimals) return tight;
  return tight.replaceAll(group, '').replace(mark, '.');
}
