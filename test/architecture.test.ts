// docs/architecture.md is read as a map: each room that is there stands on it, and what stands on it is there.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');

/** What rooms are made of, not rooms. */
const PARTS = new Set(['generated', 'handlers', 'outgoing', 'verbs', 'ru', 'en']);

const folders = readdirSync(path.join(ROOT, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ parentPath, name }) => path.relative(path.join(ROOT, 'src'), path.join(parentPath, name)))
  .map((folder) => folder.split(path.sep))
  .filter(([feature]) => feature !== 'generated');

/** The sandbox is a world of its own, told in one line. */
const rooms = folders.filter(([feature, ...inner]) => feature !== 'sandbox' || inner.length === 0);

const map = readFileSync(path.join(ROOT, 'docs/architecture.md'), 'utf8').split('```')[3] ?? '';

describe('the map of the house', () => {
  it('shows every room', () => {
    const names = new Set(rooms.map((room) => room.at(-1) ?? ''));
    const missing = [...names].filter((name) => !PARTS.has(name) && !map.includes(`${name}/`));
    expect(missing).toEqual([]);
  });

  it('shows no room that is not there', () => {
    const known = new Set(['src', 'docs', ...folders.flat()]);
    const named = [...map.matchAll(/(?<![\w/.-])([a-z][a-z-]*)\//g)].map(([, name]) => name ?? '');
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  it('names every file that stands between the rooms', () => {
    const files = readdirSync(path.join(ROOT, 'src')).filter((name) => name.endsWith('.ts'));
    expect(files.filter((name) => !map.includes(`  ${name} `))).toEqual([]);
  });
});
