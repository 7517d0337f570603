import { describe, expect, it } from 'vitest';
import { commandWords, parseStaffCommand } from '../../src/staff/staff-command.ts';

const words = commandWords((what) => {
  if (what === 'manager') return ['менеджер', 'manager'];
  if (what === 'support') return ['поддержка, саппорт', 'support'];
  return what === 'remove' ? ['убрать', 'delete'] : [];
});

const parse = (text: string) => parseStaffCommand(text, words);

describe('what is written after /staff', () => {
  it('nothing asks for the list', () => {
    expect(parse('')).toEqual({ kind: 'list' });
    expect(parse('  \n ')).toEqual({ kind: 'list' });
  });

  it('a role alone is for the person replied to', () => {
    expect(parse('manager')).toEqual({ kind: 'grant', role: 'manager', target: { by: 'reply' } });
  });

  it('a role and a number are for the person with that number', () => {
    const target = { by: 'id', userId: 123456789 };

    expect(parse('manager 123456789')).toEqual({ kind: 'grant', role: 'manager', target });
    expect(parse('  MANAGER\t123456789 ')).toEqual({ kind: 'grant', role: 'manager', target });
  });

  it('roles may be said in the words of any language, and by any of their names', () => {
    expect(parse('Менеджер')).toMatchObject({ kind: 'grant', role: 'manager' });
    expect(parse('саппорт')).toMatchObject({ kind: 'grant', role: 'support' });
    expect(parse('supervisor')).toMatchObject({ kind: 'grant', role: 'supervisor' });
    expect(parse('убрать 5')).toEqual({ kind: 'remove', target: { by: 'id', userId: 5 } });
    expect(parse('delete')).toEqual({ kind: 'remove', target: { by: 'reply' } });
  });

  it('a username is recognised, so that it can be explained why it is of no use', () => {
    expect(parse('manager @katya')).toMatchObject({
      target: { by: 'username', username: 'katya' },
    });
  });

  it.each(['-1001234567890', '0', '12.5', '1e9', '99999999999999999999', 'катя', '0x10'])(
    '%s is no number of a person',
    (word) => {
      expect(parse(`manager ${word}`)).toMatchObject({ target: { by: 'nonsense', word } });
    },
  );

  it('a word too many is handed back rather than passed over', () => {
    expect(parse('remove 5 now')).toEqual({ kind: 'unknown', word: 'now' });
    expect(parse('manager 5 катя смирнова')).toEqual({ kind: 'unknown', word: 'катя' });
  });

  it('an unknown word is handed back', () => {
    expect(parse('директор 5')).toEqual({ kind: 'unknown', word: 'директор' });
    expect(parse('123456789')).toEqual({ kind: 'unknown', word: '123456789' });
  });
});
