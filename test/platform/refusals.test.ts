// docs/refusals.md says what the program does: each row of its tables is tried.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { troubleOfFailure } from '../../src/desks/desk.ts';
import { sendRightIn } from '../../src/desks/needs.ts';
import { judge } from '../../src/platform/outbox/verdict.ts';
import { classifyApiError } from '../../src/platform/telegram/api-errors.ts';
import type { ApiFailure } from '../../src/platform/telegram/api-failure.ts';
import { refusal } from '../support/bot-api-answers.ts';

/** One failure of each kind: the compiler counts them. */
const FAILURES: Record<ApiFailure['kind'], ApiFailure> = {
  'not-modified': { kind: 'not-modified' },
  blocked: { kind: 'blocked' },
  deactivated: { kind: 'deactivated' },
  'never-started': { kind: 'never-started' },
  'bot-recipient': { kind: 'bot-recipient' },
  'chat-gone': { kind: 'chat-gone', reason: 'kicked' },
  'thread-gone': { kind: 'thread-gone' },
  'thread-closed': { kind: 'thread-closed' },
  'not-a-forum': { kind: 'not-a-forum' },
  'no-rights': { kind: 'no-rights', what: 'act' },
  'edit-target-gone': { kind: 'edit-target-gone' },
  'cannot-edit': { kind: 'cannot-edit' },
  'copy-target-gone': { kind: 'copy-target-gone' },
  'cannot-copy': { kind: 'cannot-copy' },
  'file-unavailable': { kind: 'file-unavailable' },
  'quote-gone': { kind: 'quote-gone' },
  'cannot-parse': { kind: 'cannot-parse' },
  'reply-target-gone': { kind: 'reply-target-gone' },
  'too-long': { kind: 'too-long', what: 'text' },
  'react-target-gone': { kind: 'react-target-gone' },
  'pin-target-gone': { kind: 'pin-target-gone' },
  'delete-target-gone': { kind: 'delete-target-gone' },
  'cannot-delete': { kind: 'cannot-delete' },
  'query-too-old': { kind: 'query-too-old' },
  'person-elsewhere': { kind: 'person-elsewhere' },
  'empty-text': { kind: 'empty-text' },
  'file-too-big': { kind: 'file-too-big' },
  'group-full': { kind: 'group-full' },
  'too-many-groups': { kind: 'too-many-groups' },
  'voice-forbidden': { kind: 'voice-forbidden' },
  'connection-off': { kind: 'connection-off' },
  'customer-silent': { kind: 'customer-silent' },
  'method-not-found': { kind: 'method-not-found' },
  'bad-request': { kind: 'bad-request', code: 400, description: 'no' },
  'rate-limited': { kind: 'rate-limited', retryAfterSeconds: 7 },
  migrated: { kind: 'migrated', newChatId: -1009 },
  'server-error': { kind: 'server-error', code: 500 },
  'outcome-unknown': { kind: 'outcome-unknown', reason: 'timeout' },
  'not-sent': { kind: 'not-sent', reason: 'ECONNREFUSED' },
  unauthorized: { kind: 'unauthorized' },
  conflict: { kind: 'conflict', with: 'webhook' },
  unexpected: { kind: 'unexpected', error: new Error('a bug') },
};

const A_TEXT = {
  repeatable: false,
  askIfUnknown: false,
  attempts: 0,
  failures: 0,
  untilDone: false,
};

const page = readFileSync('docs/refusals.md', 'utf8');

/** What the sandbox says by itself, where somebody does what Telegram refuses. */
const SANDBOX = readdirSync('src/sandbox', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(`src/sandbox/${name}`, 'utf8'))
  .join('\n');

/** What tells this refusal from others: without the word for its code, and without the explanation. */
function essence(words: string): string {
  const [, , said = words] = /^([A-Z][a-z]+(?: [A-Z]?[a-z]+)*): (.+)$/.exec(words) ?? [];
  // The sandbox puts the right behind them.
  return said.replace('not enough rights to ', '').split(/[:;]/)[0] ?? said;
}

/** The rows below a heading, without the head of the table; `codes` lose their marks. */
function rowsUnder(heading: string): string[][] {
  const section = page.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replace(/^`(.*)`$/, '$1')),
  );
}

const done = rowsUnder('What is done').map(([kind = '', verdict = '']) => [kind, verdict]);
const said = rowsUnder('What it says');

describe('the page of refusals', () => {
  it('has a row for each meaning, and no other', () => {
    expect(done.map(([kind]) => kind).sort()).toEqual(Object.keys(FAILURES).sort());
  });

  it.each(done)('says of %s what is done: %s', (kind, verdict) => {
    expect(judge(FAILURES[kind as ApiFailure['kind']], A_TEXT).do).toBe(verdict);
  });

  it.each(said)('%s «%s» means %s, and is played in %s', (code, words, kind, file) => {
    expect(classifyApiError(refusal(Number(code), words ?? '')).kind).toBe(kind);
    const played = readFileSync(file ?? '', 'utf8');
    expect(`${played}\n${SANDBOX}`).toContain(essence(words ?? ''));
  });

  it('says of every missing right that the desk waits, but of that to pin and those to one kind', () => {
    const rights = said.filter(([, , kind]) => kind === 'no-rights');
    const waits = rights.filter(
      ([code, words]) =>
        troubleOfFailure(classifyApiError(refusal(Number(code), words ?? ''))) !== null,
    );
    const goesOn = rights.filter((row) => !waits.includes(row)).map(([, words = '']) => words);
    const kinds = goesOn.filter((words) => !words.includes('pinned'));
    expect(goesOn.length - kinds.length).toBe(1);
    expect(kinds.map((words) => /send (.+) to the chat/.exec(words)?.[1])).toEqual([
      'photos',
      'videos',
      'audios',
      'documents',
      'voice notes',
      'video notes',
      'stickers',
      'polls',
    ]);
  });

  it.each([
    ['send photos to the chat', 'can_send_photos'],
    ['send video notes to the chat', 'can_send_video_notes'],
    ['send videos to the chat', 'can_send_videos'],
    ['send animations to the chat', 'can_send_other_messages'],
    ['CHAT_SEND_DOCS_FORBIDDEN', 'can_send_documents'],
    ['CHAT_SEND_ROUNDVIDEOS_FORBIDDEN', 'can_send_video_notes'],
    ['CHAT_SEND_PLAIN_FORBIDDEN', null],
    ['CHAT_WRITE_FORBIDDEN', null],
    ['send text messages to the chat', null],
    ['send messages to the chat', null],
  ])('«%s» is about the kind %s', (what, right) => {
    expect(sendRightIn(what)).toBe(right);
    expect(troubleOfFailure({ kind: 'no-rights', what }) === null).toBe(right !== null);
  });
});
