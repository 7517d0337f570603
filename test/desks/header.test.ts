import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_HEADER,
  HEADER_LINES,
  type HeaderLine,
  type HeaderRule,
  headerFor,
} from '../../src/desks/header.ts';
import {
  type HeaderVocabulary,
  lineVocabulary,
  normal,
  parseHeaderCommand,
  vocabularyOf,
} from '../../src/desks/header-command.ts';

type Scope = Partial<Pick<HeaderRule, 'deskId' | 'channel' | 'status'>>;

function rule(lines: readonly HeaderLine[], scope: Scope = {}): HeaderRule {
  return { deskId: null, channel: null, status: null, ...scope, lines };
}

const subject = { deskId: 1, channel: 'telegram', status: 'closed' };

describe('the header of a card', () => {
  it('is the default where nobody said anything', () => {
    expect(headerFor([], subject)).toEqual(DEFAULT_HEADER);
  });

  it('knows each of its default lines, none twice', () => {
    expect(new Set(DEFAULT_HEADER).size).toBe(DEFAULT_HEADER.length);
    expect(HEADER_LINES).toEqual(expect.arrayContaining([...DEFAULT_HEADER]));
  });

  it('of another desk, channel or status says nothing here', () => {
    const elsewhere = [
      rule(['page'], { deskId: 2 }),
      rule(['page'], { deskId: 1, channel: 'webchat' }),
      rule(['page'], { deskId: 1, status: 'note' }),
    ];

    expect(headerFor(elsewhere, subject)).toEqual(DEFAULT_HEADER);
  });

  it('is the most specific rule, in this order', () => {
    const { deskId, channel, status } = subject;
    const bySpecificity: [Scope, HeaderLine][] = [
      [{ deskId, channel, status }, 'number'],
      [{ deskId, channel }, 'client'],
      [{ deskId, status }, 'username'],
      [{ deskId }, 'company'],
      [{ channel, status }, 'channel'],
      [{ channel }, 'source'],
      [{ status }, 'page'],
      [{}, 'department'],
    ];
    const rules = bySpecificity.map(([scope, line]) => rule([line], scope));

    bySpecificity.forEach(([, line], index) => {
      const fromHere = rules.slice(index);
      expect(headerFor(fromHere, subject)).toEqual([line]);
      expect(headerFor(fromHere.toReversed(), subject)).toEqual([line]);
    });
  });

  it('keeps the order that was asked for', () => {
    expect(headerFor([rule(['opened', 'number', 'client'], { deskId: 1 })], subject)).toEqual([
      'opened',
      'number',
      'client',
    ]);
  });
});

const words: HeaderVocabulary = {
  lines: lineVocabulary((line) =>
    line === 'number' ? ['Номер'] : line === 'source' ? ['Источник трафика'] : [],
  ),
  channels: vocabularyOf(['telegram', 'webchat'], () => []),
  statuses: vocabularyOf(['in_work', 'closed'], (status) => [
    status === 'closed' ? 'ЗАКРЫТО' : 'В РАБОТЕ',
  ]),
  reset: new Set(['default', 'по умолчанию'].map(normal)),
};

const parse = (text: string) => parseHeaderCommand(text, words);
const everywhere = { channel: null, status: null };

describe('what is written after /header', () => {
  it('nothing asks what is in force', () => {
    expect(parse(' ')).toEqual({ kind: 'show' });
  });

  it('lines by code or by name, in any case, each once', () => {
    expect(parse('number, client')).toEqual({
      kind: 'set',
      scope: everywhere,
      lines: ['number', 'client'],
    });
    expect(parse('НОМЕР, источник трафика,number')).toEqual({
      kind: 'set',
      scope: everywhere,
      lines: ['number', 'source'],
    });
    expect(parse('number\nclient,')).toMatchObject({ lines: ['number', 'client'] });
  });

  it('before a colon, the channel and the status it is for, in either order', () => {
    const scope = { channel: 'telegram', status: 'closed' };

    expect(parse('telegram closed: number')).toEqual({ kind: 'set', scope, lines: ['number'] });
    expect(parse('закрыто, Telegram : number')).toMatchObject({ scope });
    expect(parse('in_work: number')).toMatchObject({ scope: { channel: null, status: 'in_work' } });
    expect(parse('вработе: number')).toMatchObject({ scope: { channel: null, status: 'in_work' } });
    expect(parse(': number')).toMatchObject({ scope: everywhere });
  });

  it('back to the default, everywhere or there', () => {
    expect(parse('по умолчанию')).toEqual({ kind: 'reset', scope: everywhere });
    expect(parse('closed: default')).toEqual({
      kind: 'reset',
      scope: { channel: null, status: 'closed' },
    });
  });

  it('unknown names are handed back', () => {
    expect(parse('number, телефон')).toEqual({ kind: 'unknown-line', word: 'телефон' });
    expect(parse('vk: number')).toEqual({ kind: 'unknown-scope', word: 'vk' });
    expect(parse('telegram webchat: number')).toEqual({ kind: 'unknown-scope', word: 'webchat' });
    expect(parse('closed:')).toEqual({ kind: 'unknown-line', word: '' });
    expect(parse('number, default')).toEqual({ kind: 'unknown-line', word: 'default' });
  });

  it('never throws, and sets only lines that exist', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const command = parse(text);
        if (command.kind !== 'set') return;
        expect(HEADER_LINES).toEqual(expect.arrayContaining([...command.lines]));
        expect(new Set(command.lines).size).toBe(command.lines.length);
      }),
    );
  });
});
