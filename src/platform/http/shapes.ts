// The small shapes of which requests from outside are made. Texts come without what no database keeps and
// no person sees; each rule says what is right, for whoever wrote the request.
import { z } from 'zod';

/** Controls of direction, zero widths, halves of surrogate pairs; line feeds are white space below. */
const INVISIBLE = /[\p{Cf}\p{Cs}]/gu;
const BLANK = /[\s\p{Cc}]+/gu;
/** In several lines: controls but line feeds and tabs, controls of direction, halves of surrogate pairs. */
const UNWANTED = /[\p{Cs}\u202a-\u202e\u2066-\u2069]|[^\P{Cc}\n\t]/gu;

const LONGEST_ADDRESS = 2_000;

/** Words in one line: a name, a title. At most `most` UTF-16 units, at least one. */
export function line(most: number) {
  const rule = `must be a text of 1 to ${most} characters`;
  return z
    .string(rule)
    .overwrite((text) => text.replace(BLANK, ' ').replace(INVISIBLE, '').trim())
    .min(1, rule)
    .max(most, rule);
}

/** Words in several lines, as people write them. At most `most` UTF-16 units; may be empty. */
export function words(most: number) {
  const rule = `must be a text of at most ${most} characters`;
  return z
    .string(rule)
    .overwrite((text) => text.replace(/\r\n?/g, '\n').replace(UNWANTED, '').trim())
    .max(most, rule);
}

/** What something is called in the other system. */
export function foreignId() {
  const rule = 'must be 1 to 100 letters, digits or signs of ASCII, without spaces';
  return z.string(rule).regex(/^[\x21-\x7e]{1,100}$/, rule);
}

/** The address of a page. */
export function webAddress() {
  const rule = `must be an http(s) address of at most ${LONGEST_ADDRESS} characters`;
  return z.url({ protocol: /^https?$/, error: rule }).max(LONGEST_ADDRESS, rule);
}

/** A language in which people are addressed. */
export function languageCode() {
  return z.enum(['ru', 'en'], 'must be ru or en');
}

/** An object with these fields and no others: a mistyped name would otherwise be lost in silence. */
export function fields<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: ({ code }) => (code === 'invalid_type' ? 'must be an object' : undefined),
  });
}
