// In which order words stand on a page that are read from right to left.
import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../src/platform/documents/right-to-left.ts';

/** Lines of so many signs; spaces as they are typed. */
function shown(text: string, signs = 40) {
  const lines = linesOf(text, (words) => words.length <= signs);
  return lines.map(({ stretches, align }) => ({
    align,
    words: stretches.map((one) => one.text.replaceAll('\u00a0', ' ')),
  }));
}

describe('a line', () => {
  it('of Arabic alone is one stretch, so that whoever draws it turns it as a whole', () => {
    expect(shown('محمد علي')).toEqual([{ align: 'left', words: ['محمد علي'] }]);
  });

  it('of Arabic has numbers and foreign words from left to right, in their places from the right', () => {
    const [line] = shown('السعر 100 دولار CIF Alexandria');
    expect(line?.words).toEqual(['CIF Alexandria', ' دولار ', '100', 'السعر ']);
  });

  it('of Russian keeps its order, with Arabic turned in its place', () => {
    const [line] = shown('Ахмед (أحمد علي) сказал');
    expect(line?.words).toEqual(['Ахмед (', 'أحمد علي', ') сказал']);
  });

  it('opens brackets to the side from which it is read', () => {
    expect(shown('السعر (شامل) نهائي')[0]?.words).toEqual(['السعر )شامل( نهائي']);
  });
});

describe('a text', () => {
  it('is broken between words, its first words above, and stands at the right', () => {
    const lines = shown('أنا أعمل اليوم في الميناء', 14);
    expect(lines).toEqual([
      { align: 'right', words: ['أنا أعمل اليوم'] },
      { align: 'right', words: ['في الميناء'] },
    ]);
  });

  it('of two paragraphs has each in its own direction', () => {
    const lines = shown('да\nنعم نعم', 4);
    expect(lines.map(({ align }) => align)).toEqual(['left', 'right', 'right']);
  });
});
