// `npm start` without a token: one line with the page's address, and nothing left behind at the end.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatView, MessageView } from '../../src/sandbox/client.ts';
import { demoIds } from '../../src/sandbox/demo.ts';
import { type Program, startProgram } from '../support/program.ts';
import { until } from '../support/until.ts';

let program: Program;

beforeAll(() => {
  // Nobody listens there: the sandbox that touched it could not start.
  const DATABASE_URL = 'postgresql://nobody@127.0.0.1:1/of-real-work';
  program = startProgram({ HTTP_PORT: '0', DATABASE_URL });
});
afterAll(() => program.kill('SIGKILL'));

describe('the program without a token', () => {
  it('prints one line with the address of a page that answers', async () => {
    const address = await program.until('the address', () =>
      /^Deskroom sandbox is ready: (http:\S+)$/m.exec(program.output())?.at(1),
    );
    expect(program.output().trim().split('\n')).toHaveLength(1);
    expect((await fetch(address)).status).toBe(200);
    expect((await program.door('/ready')).status).toBe(200);
  }, 60_000);

  it('has groups of clients, in which a request can be made at once, in either language', async () => {
    const address = /(http:\S+)$/m.exec(program.output())?.[1];
    const act = async <T>(name: string, args: object) => {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify(args);
      const answer = await fetch(`${address}/control/${name}`, { method: 'POST', headers, body });
      return ((await answer.json()) as { readonly result: readonly T[] }).result;
    };
    for (const [userId, hello] of [
      [demoIds.vera, 'Здравствуйте! Это чат поддержки для «Вкусно и рядом»'],
      [demoIds.emma, 'Hello! This is the support chat of “Harbour Coffee”'],
    ] as const) {
      const [group] = (await act<ChatView>('chats', { userId })).filter(
        ({ kind }) => kind === 'supergroup',
      );
      const isGreeted = async () =>
        (await act<MessageView>('messages', { userId, chatId: group?.chatId })).some(({ text }) =>
          text.startsWith(hello),
        );
      await until(isGreeted, `nobody says «${hello}»`);
    }
  });

  it('leaves a database that is named for real work alone, and says so', () => {
    expect(program.count('DATABASE_URL is left alone')).toBe(1);
  });

  it('ends with everything it started', async () => {
    const { pid } = program;
    const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
    const [database] = children.trim().split(' ').map(Number);
    expect(isAlive(database ?? 0)).toBe(true);

    expect(await program.kill('SIGTERM')).toEqual({ code: 0, signal: null });
    expect(isAlive(database ?? 0)).toBe(false);
  }, 30_000);
});

describe('the program without a token that is stopped while it sets itself up', () => {
  it('ends in order, and leaves no folder behind', async () => {
    const TMPDIR = await mkdtemp(path.join(tmpdir(), 'deskroom-test-'));
    const another = startProgram({ HTTP_PORT: '0', TMPDIR });
    await until(async () => (await readdir(TMPDIR)).length > 0, 'it makes no folder');

    expect(await another.kill('SIGTERM')).toEqual({ code: 0, signal: null });
    expect(await readdir(TMPDIR)).toEqual([]);
    expect(another.output()).toBe('');
    await rm(TMPDIR, { recursive: true });
  }, 60_000);
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return pid > 0;
  } catch {
    return false;
  }
}
