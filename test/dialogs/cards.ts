// Cards for tests: what stands on one unless a test says otherwise, and how it reads.
import type { CardFacts, CardLogLine, CardQuestion } from '../../src/dialogs/card-repository.ts';
import { createCardViews } from '../../src/dialogs/card-views.ts';
import { createTranslator } from '../../src/platform/i18n.ts';
import { htmlToPlain } from '../../src/platform/telegram/html.ts';
import { dialogIn, noon } from './dialog-in.ts';

export const views = createCardViews({ t: createTranslator(), timeZone: 'Europe/Moscow' });
const HEADER = ['number', 'client', 'previous'] as const;

export function question(text: string): CardQuestion {
  return {
    messageId: 1,
    at: noon,
    content: { kind: 'text', text, entities: [] },
    parts: 1,
    mixed: false,
    answered: false,
  };
}

export function logLine(type: string, over: Partial<CardLogLine> = {}): CardLogLine {
  return {
    type,
    at: noon,
    times: 1,
    staffName: 'Катя Смирнова',
    staffId: 7,
    otherName: null,
    note: null,
    ...over,
  };
}

export function facts(over: Partial<CardFacts> = {}): CardFacts {
  return {
    dialog: dialogIn('unanswered', { waitingSince: noon }),
    deadlineAt: new Date(noon.getTime() + 30 * 60_000),
    clientName: 'Анна Петрова',
    username: 'anna',
    company: null,
    source: null,
    unreachable: null,
    department: null,
    deskLocale: 'ru',
    deskChatId: -1002000000001,
    assigneeName: null,
    labels: [],
    standings: [],
    previousThreadId: null,
    former: null,
    questions: [question('Сколько стоит?')],
    hiddenQuestions: 0,
    log: [logLine('opened', { staffName: null, staffId: null })],
    reminders: [],
    ...over,
  };
}

/** The card as it reads, and its first lines: how it stands, until when, what to do. */
export function shown(over: Partial<CardFacts> = {}, now = noon) {
  const { text, keyboard } = views.dialogCard(facts(over), HEADER, now);
  return { text: htmlToPlain(text), html: text, top: htmlToPlain(text).split('\n\n')[0], keyboard };
}
