import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { botApi } from '../../src/sandbox/bot-api/methods.ts';
import type { Fields, TypeRef } from '../../src/sandbox/bot-api/schema.ts';
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts';
import { methods } from '../../src/sandbox/methods/index.ts';
import { callRaw } from './bot-api.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const all = Object.keys(botApi.methods);
const simulated = Object.keys(methods);
const others = all.filter((name) => !simulated.includes(name));

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox();
});
afterAll(() => sandbox.close());

/** The least a value of this type can be. */
function least(type: TypeRef): unknown {
  if (type === 'number') return 1;
  if (type === 'boolean') return true;
  if (type === 'string' || type === 'file') return 'a';
  if ('literal' in type) return type.literal[0];
  if ('list' in type) return [];
  if ('anyOf' in type) return least(type.anyOf[0] ?? 'string');
  const named = botApi.types[type.named];
  if (named === undefined) throw new Error(`no type ${type.named}`);
  return typeof named === 'object' && 'fields' in named ? leastPayload(named.fields) : least(named);
}

function leastPayload(fields: Fields): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, field]) => field.required)
      .map(([name, field]) => [
        name,
        field.unit === 'items' ? [least(itemOf(field.type))] : least(field.type),
      ]),
  );
}

function itemOf(type: TypeRef): TypeRef {
  if (typeof type === 'object' && 'list' in type) return type.list;
  throw new Error('not a list');
}

describe('the list of Bot API methods', () => {
  it('is what the script derives from the installed types today', () => {
    const derived = execFileSync(process.execPath, ['scripts/derive-bot-api.js', '--print'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 16 * 1024 * 1024,
    });

    const committed = readFileSync(`${root}src/sandbox/bot-api/methods.ts`, 'utf8');

    expect(derived).toBe(committed);
  }, 60_000);

  it('has all 185 methods of Bot API 10.3, and simulates no other', () => {
    expect(all).toHaveLength(185);
    expect(simulated.length).toBeGreaterThanOrEqual(60);
    expect(simulated.filter((name) => !all.includes(name))).toEqual([]);
  });

  it('is asked about every call: an argument that a method does not have is refused', async () => {
    const answers = await descriptions(all, () => ({ no_such_argument: 1 }));

    expect(answers).toEqual(
      all.map((name) => `Bad Request: sandbox: ${name} has no parameter "no_such_argument"`),
    );
  });

  it('knows what each method requires', async () => {
    const demanding = all.filter((name) => Object.keys(leastOf(name)).length > 0);

    const answers = await descriptions(demanding, () => ({}));

    expect(demanding.length).toBeGreaterThan(150);
    expect(answers.filter((words) => !/is required$|is empty$/.test(words))).toEqual([]);
  });

  it('has methods that are not simulated: they are checked and then fail loudly by their name', async () => {
    const answers = await descriptions(others, leastOf);

    expect(others).toHaveLength(all.length - simulated.length);
    expect(answers).toEqual(
      others.map((name) => `Not Implemented: sandbox: method ${name} is not simulated`),
    );
  });
});

function leastOf(method: string): Record<string, unknown> {
  return leastPayload(botApi.methods[method] ?? {});
}

async function descriptions(
  names: readonly string[],
  payload: (name: string) => Record<string, unknown>,
): Promise<string[]> {
  const answers = names.map((name) => callRaw(sandbox, name, payload(name)));
  return (await Promise.all(answers)).map(({ description = '' }) => description);
}
