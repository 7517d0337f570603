// docs/dialog-states.md is the table of statuses; here every cell of it is tried against the model and
// the locale files. Which event is which call stands in TRIES; what it leads to stands in the document.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { passTo, release, takeOver } from '../../src/dialogs/assignment.ts';
import {
  ACTIONS,
  type Action,
  actionsOf,
  answerDelivered,
  answerTakenBack,
  cancelNote,
  DIALOG_STATUSES,
  type Dialog,
  type DialogStatus,
  noteWritten,
  press,
  receive,
  type Said,
} from '../../src/dialogs/dialog.ts';
import { movedTo } from '../../src/dialogs/moving/model.ts';
import { rate } from '../../src/dialogs/rating.ts';
import { createTranslator } from '../../src/platform/i18n.ts';
import { localeSource } from '../support/locale-files.ts';
import { BORIS, dialogIn, later, noon } from './dialog-in.ts';

const document = readFileSync(new URL('../../docs/dialog-states.md', import.meta.url), 'utf8');
const [statuses = [], buttons = [], events = []] = tablesOf(document);
const t = createTranslator();

/** What an event leads to: a status, a refusal, or a new dialog. */
type Result = DialogStatus | '✗' | 'new';

const TOO_LATE = new Date(noon.getTime() + 73 * 3_600_000);

const TRIES: Readonly<Record<string, (dialog: Dialog) => Result>> = {
  question: (dialog) => said(dialog, 'question'),
  wordless: (dialog) => said(dialog, 'wordless'),
  thanks: (dialog) => said(dialog, 'thanks'),
  'album-part': (dialog) => said(dialog, 'album-part'),
  'question-too-late': (dialog) => said(dialog, 'question', TOO_LATE),
  'thanks-too-late': (dialog) => said(dialog, 'thanks', TOO_LATE),
  rating: (dialog) => {
    const rated = rate(dialog, 4, later);
    return rated.status === 'rated' ? rated.dialog.status : '✗';
  },
  'rating-words': (dialog) => said({ ...dialog, rating: 4, ratedAt: later }, 'question'),
  ...Object.fromEntries(
    ACTIONS.map((action) => [action, (dialog: Dialog) => pressed(dialog, action)]),
  ),
  'close-unseen': (dialog) => pressed({ ...dialog, waitingSince: noon, revision: 4 }, 'close'),
  // What is closed is refused before: see test/journeys/assignment.db.test.ts.
  transfer: (dialog) => (dialog.status === 'closed' ? '✗' : passTo(dialog, BORIS, later).status),
  'take-over': (dialog) =>
    dialog.status === 'closed' ? '✗' : takeOver(dialog, BORIS, later).status,
  release: released,
  'idle-too-long': released,
  move: (dialog) => movedTo(dialog, { id: 2, kind: 'forum' }).status,
  'note-written': (dialog) => noteWritten(dialog).status,
  'note-cancelled': (dialog) => cancelNote(dialog).status,
  'note-timed-out': (dialog) => cancelNote(dialog).status,
  'answer-delivered': (dialog) => delivered(dialog, null),
  'answer-delivered-late': (dialog) => delivered(dialog, later),
  'answer-taken-back': (dialog) =>
    answerTakenBack({ ...dialog, answersDelivered: 1 }, { stillWaitingSince: noon }).status,
};

/** No call of the model belongs to these: they cannot move a status. Journeys show that they do not. */
const MOVE_NOTHING = [
  ...[
    'reaction',
    'staff-reaction',
    'said-by-itself',
    'client-edit',
    'client-deleted',
    'blocked',
    'returned',
    'note-in-words',
    'answer-failed',
  ],
  ...[
    'answer-unknown',
    'held',
    'answer-held',
    'given-in-turn',
    'staff-edit',
    'warned',
    'missed',
    'topic-deleted',
  ],
];

describe('the document', () => {
  it('has every status, every button and every event, and no other', () => {
    expect(statuses.map(({ status }) => code(status))).toEqual([...DIALOG_STATUSES]);
    expect(buttons.map(({ button }) => code(button)).sort()).toEqual([...ACTIONS].sort());
    expect(events.map(({ event }) => code(event)).sort()).toEqual(
      [...Object.keys(TRIES), ...MOVE_NOTHING].sort(),
    );
  });

  it.each(statuses)('shows $status under its words in both languages', (row) => {
    const key = `status-${code(row.status)}`;

    expect([row.Russian, row.English]).toEqual([t('ru', key), t('en', key)]);
  });

  it.each(buttons)('shows the button $button under its words in both languages', (row) => {
    const key = `action-${code(row.button)}`;

    expect([row.Russian, row.English]).toEqual([t('ru', key), t('en', key)]);
  });

  it.each(statuses)('offers in $status the buttons that the model offers', (row) => {
    const dialog = dialogIn(code(row.status) as DialogStatus);
    const listed = [...(row['buttons, in their order'] ?? '').matchAll(/`([\w-]+)`/g)];

    expect(listed.map(([, button]) => button)).toEqual(actionsOf(dialog));
  });

  it('quotes what the program says', () => {
    const spoken = [...localeSource('ru').matchAll(/^[\w-]+ = (.+)$/gm)]
      .map(([, sentence]) => sentence?.replaceAll(/\{ \$\w+ \}/g, '…') ?? '')
      .map(normal);
    const quoted = [...document.matchAll(/«((?:[^«»]|«[^»]*»)+)»/g)].map(
      ([, words]) => words ?? '',
    );
    // With numbers and signs in them they are examples.
    const sentences = quoted.filter((words) => /^[\p{L}\s.,:!?…«»—-]+$/u.test(words));
    const parts = sentences.flatMap((words) => normal(words).split('…'));

    expect(parts.length).toBeGreaterThan(50);
    expect(parts.filter((part) => !spoken.some((one) => one.includes(part.trim())))).toEqual([]);
  });
});

describe('every cell of the table', () => {
  const cells = events.flatMap((row) =>
    DIALOG_STATUSES.map((from) => ({
      event: code(row.event),
      from,
      cell: code(row[`\`${from}\``]),
    })),
  );

  it.each(cells.filter(({ cell }) => cell !== '–'))(
    '$event in $from: $cell',
    ({ event, from, cell }) => {
      const attempt = TRIES[event];
      if (!attempt) return expect(cell).toBe('=');
      expect(attempt(dialogIn(from))).toBe(meaningOf(cell, from));
    },
  );
});

function released(dialog: Dialog): Result {
  const result = release({ ...dialog, waitingSince: noon });
  return result.status === 'done' ? result.dialog.status : '✗';
}

function said(dialog: Dialog, what: Said, now = later): Result {
  const result = receive(dialog, { said: what, now, reopenHours: 72 });
  return result.status === 'new' ? 'new' : result.dialog.status;
}

function pressed(dialog: Dialog, action: Action): Result {
  const result = press(dialog, { action, staffId: BORIS, now: later, revision: 3 });
  return result.status === 'done' ? result.dialog.status : '✗';
}

function delivered(dialog: Dialog, stillWaitingSince: Date | null): Result {
  return answerDelivered(dialog, { staffId: BORIS, stillWaitingSince }).status;
}

function meaningOf(cell: string, from: DialogStatus): string {
  if (cell === '=') return from;
  // `dialogIn('note')` was in work before.
  return cell === 'back' ? 'in_work' : cell;
}

type Row = Readonly<Record<string, string>>;

/** The tables of a document, each row by the titles of its columns. */
function tablesOf(markdown: string): Row[][] {
  const blocks = markdown.split(/\n(?:[^|\n][^\n]*|)\n/).map((block) => block.trim());
  return blocks
    .filter((block) => block.startsWith('|'))
    .map((block) => {
      const [titles = [], , ...rows] = block.split('\n').map(cellsOf);
      return rows.map((row) => Object.fromEntries(titles.map((title, n) => [title, row[n] ?? ''])));
    });
}

function cellsOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

/** The code in a cell (the first, where words stand around it), or the cell itself. */
function code(cell = ''): string {
  return /`([^`]+)`/.exec(cell)?.[1] ?? cell;
}

function normal(words: string): string {
  return words.replaceAll(/[«»*]/g, '').trim();
}
