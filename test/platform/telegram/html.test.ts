import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeHtml, html, joinHtml, raw } from '../../../src/platform/telegram/html.ts';

describe('html for Telegram', () => {
  it('shows words of people as they are, whatever they look like', () => {
    const name = '<b>Bob</b> & "sons"';

    expect(String(html`<b>${name}</b>`)).toBe(
      '<b>&lt;b&gt;Bob&lt;/b&gt; &amp; &quot;sons&quot;</b>',
    );
  });

  it('puts its own pieces in as they are, also from a list', () => {
    const rows = ['a<b', 'c'].map((row) => html`<i>${row}</i>\n`);

    expect(String(html`№ ${42} (${7n})\n${rows}${raw('<hr>')}`)).toBe(
      '№ 42 (7)\n<i>a&lt;b</i>\n<i>c</i>\n<hr>',
    );
    expect(String(joinHtml([html`<b>1</b>`, '<2>'], ' & '))).toBe('<b>1</b> &amp; &lt;2&gt;');
  });

  it('does not take an object that merely looks like a piece for one', () => {
    const forged = JSON.parse('{"html":"<b>","toString":"x"}') as string;

    expect(() => String(html`${forged}`)).toThrow();
  });

  it('leaves no markup of others, and nothing is lost', () => {
    const hostile = fc.string({ unit: fc.constantFrom(...'<>&"\'/abc;=# ', '&lt;', '<a href="') });
    fc.assert(
      fc.property(hostile, (text) => {
        const escaped = escapeHtml(text);

        expect(escaped).not.toMatch(/[<>"]/);
        expect(readBack(escaped)).toBe(text);
      }),
    );
  });
});

function readBack(escaped: string): string {
  return escaped
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
