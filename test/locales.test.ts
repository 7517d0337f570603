// Two files with the same sentences, all of them used, and no word for people anywhere else.
//
// A key is written whole, `t(locale, 'dialog-taken')`, or as a prefix that ends with a dash,
// `t(locale, `status-${status}`)`: all keys that begin so count as used, and one at least must exist.
import { describe, expect, it } from 'vitest';
import { readLocale, readSentences, type Sentence } from './support/locale-files.ts';
import { type Literal, literals, sources } from './support/source-scan.ts';

const CYRILLIC = /\p{Script=Cyrillic}/u;

const ru = readLocale('ru');
const en = readLocale('en');
const product = sources().filter(({ file }) => !file.startsWith('src/sandbox/'));
const written = product.flatMap(literals);

describe('the locale files', () => {
  it('say the same things', () => {
    expect([...en.keys()].sort()).toEqual([...ru.keys()].sort());
  });

  it('take the same arguments', () => {
    expect(argsOf(en)).toEqual(argsOf(ru));
  });

  it('have every sentence that the program asks for', () => {
    expect(missing(written, ru)).toEqual([]);
  });

  it('have no sentence that nobody asks for', () => {
    expect(unused(written, ru)).toEqual([]);
  });

  it('of English hold no Russian', () => {
    expect([...en.keys()].filter((key) => CYRILLIC.test(key))).toEqual([]);
  });
});

describe('the program', () => {
  it('holds no Russian word outside its locale files and the sandbox', () => {
    expect(product.length).toBeGreaterThan(20);
    expect(written.filter(({ raw }) => CYRILLIC.test(raw)).map(place)).toEqual([]);
  });
});

describe('these checks', () => {
  const scan = (text: string) => literals({ file: 'x.ts', text });
  const sentences = readSentences(
    'asked = { $name }\nstatus-new = { -brand }\nstatus-old = { asked }\n-brand = X\nidle = { $n ->\n [one] { $a }\n *[other] b\n }',
  );

  it('find a missing key, whole or by its beginning', () => {
    const source = scan(
      `t(l, 'asked'); x.t(l, \`status-\${s}\`); t('gone'); x.t(l, \`lost-\${s}\`); f('no');`,
    );

    expect(missing(source, sentences)).toEqual(['x.ts:1 gone', 'x.ts:1 lost-']);
  });

  it('find a key on either side of a choice, and leave an argument alone', () => {
    const source = scan(
      "t(l, late ? 'asked' : 'gone', { name: 'nobody' }); t('asked', 'not-a-key');",
    );

    expect(missing(source, sentences)).toEqual(['x.ts:1 gone']);
  });

  it('find a key that is used nowhere, with what only it leans on', () => {
    const byTable = scan("const KEYS = { a: 'idle', b: 'status-old' }");

    expect(unused(byTable, sentences)).toEqual(['status-new', '-brand']);
    expect(unused(scan(`t(l, \`status-\${s}\`)`), sentences)).toEqual(['idle']);
  });

  it('find arguments wherever they stand', () => {
    expect(sentences.get('idle')?.args).toEqual(['a', 'n']);
  });

  it('find a Russian word in a string, a template and a pattern, but not in a comment', () => {
    const source = scan(
      `// слово\nconst a = 'слово', b = \`x \${a} слово\`, c = /слово/u; /* слово */`,
    );

    expect(source.filter(({ raw }) => CYRILLIC.test(raw))).toHaveLength(3);
  });
});

function missing(written: readonly Literal[], sentences: Map<string, Sentence>): string[] {
  return written
    .filter(({ isKey }) => isKey)
    .filter(({ text, open }) => !keysFor({ text, open }, sentences).length)
    .map(place);
}

/** Any literal that is a key counts as its use: keys are chosen from tables as well as called by name. */
function unused(written: readonly Literal[], sentences: Map<string, Sentence>): string[] {
  const used = new Set(written.flatMap((literal) => keysFor(literal, sentences)));
  for (const key of used) for (const other of sentences.get(key)?.refers ?? []) used.add(other);
  return [...sentences.keys()].filter((key) => !used.has(key));
}

function keysFor({ text, open }: Pick<Literal, 'text' | 'open'>, sentences: Map<string, Sentence>) {
  if (!open) return sentences.has(text) ? [text] : [];
  return text.endsWith('-') ? [...sentences.keys()].filter((key) => key.startsWith(text)) : [];
}

function argsOf(sentences: Map<string, Sentence>): Record<string, readonly string[]> {
  return Object.fromEntries([...sentences].map(([key, { args }]) => [key, args]).sort());
}

function place({ file, line, text }: Literal): string {
  return `${file}:${line} ${text}`;
}
