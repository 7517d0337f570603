// What a locale file says, without saying it: its keys, their arguments and the keys they lean on.
import { readdirSync, readFileSync } from 'node:fs';
import { FluentResource } from '@fluent/bundle';

export type Sentence = { readonly args: readonly string[]; readonly refers: readonly string[] };

export function readLocale(locale: string): Map<string, Sentence> {
  return readSentences(localeSource(locale));
}

/** All files of a locale, one after the other. */
export function localeSource(locale: string): string {
  const folder = new URL(`../../src/locales/${locale}/`, import.meta.url);
  const files = readdirSync(folder).sort();
  return files.map((file) => readFileSync(new URL(file, folder), 'utf8')).join('\n');
}

export function readSentences(source: string): Map<string, Sentence> {
  const { body } = new FluentResource(source);
  return new Map(body.map((message) => [message.id, describe(message)]));
}

/** Fluent's tree is plain data: wherever in it a variable or another message stands, it has a `type`. */
function describe(message: unknown): Sentence {
  const args = new Set<string>();
  const refers = new Set<string>();
  visit(message);
  return { args: [...args].sort(), refers: [...refers].sort() };

  function visit(node: unknown): void {
    if (typeof node !== 'object' || node === null) return;
    if ('type' in node && 'name' in node) {
      if (node.type === 'var') args.add(String(node.name));
      if (node.type === 'mesg') refers.add(String(node.name));
      if (node.type === 'term') refers.add(`-${String(node.name)}`);
    }
    for (const child of Object.values(node)) visit(child);
  }
}
