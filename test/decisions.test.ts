// What was decided is found: every file of docs/decisions stands in its index, every paragraph has its day and its name.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('../docs/decisions/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const files = readdirSync(folder).filter((name) => name !== 'README.md');

test('the index of decisions leads to every file, and to no other', () => {
  const named = [...read('README.md').matchAll(/\]\(([^)]+)\)/gu)].map(([, name]) => name);
  expect(named.toSorted()).toEqual(files.toSorted());
});

test.each(files)('%s has a title and then dated paragraphs alone', (name) => {
  const [title, ...paragraphs] = read(name).trim().split('\n\n');
  expect(title).toMatch(/^# \S/u);
  expect(paragraphs.length).toBeGreaterThan(0);
  for (const paragraph of paragraphs)
    expect(paragraph).toMatch(/^\*\*\d{4}-\d{2}-\d{2}(?: ·|:) [^*]+\*\*/u);
});
