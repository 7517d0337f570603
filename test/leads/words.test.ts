// «Лид» is a word of the office: whoever sells or buys reads of a request.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** The parts of a locale file of leads, by their headings: who reads them. */
function partsOf(locale: string): Map<string, string> {
  const file = new URL(`../../src/locales/${locale}/leads.ftl`, import.meta.url);
  const parts = readFileSync(file, 'utf8')
    .split(/^## leads: /mu)
    .slice(1);
  return new Map(parts.map((part) => [part.split('\n')[0] ?? '', part]));
}

/** What is said, without the names of messages. */
const said = (part: string) => part.replace(/^[a-z0-9_-]+ =/gmu, '');

describe('what exporters and importers read', () => {
  it.each([
    ['ru', 'сотрудникам', /(?<!\p{L})лид(?:а|у|е|ом|ы|ов|ах)?(?!\p{L})/iu],
    ['en', 'to staff', /\bleads?\b(?! nowhere)/i],
  ])('speaks of no leads (%s)', (locale, staff, word) => {
    const parts = partsOf(locale);
    const others = [...parts].filter(([heading]) => heading !== staff);

    expect(said(parts.get(staff) ?? '')).toMatch(word);
    expect(others.length).toBeGreaterThan(3);
    expect(others.filter(([, part]) => word.test(said(part))).map(([heading]) => heading)).toEqual(
      [],
    );
  });
});
