// Compares what people did with what was found afterwards: nothing lost, nothing done twice, and said
// twice only as often as the bot died in the middle of saying something.
import {
  checkAlbums,
  checkEdits,
  checkReactions,
  keyOf,
  type Versions,
  versionsOf,
  withoutLine,
} from './changes.ts';
import type { Deed, Said } from './deeds.ts';
import type { Observed, ObservedEvent, ObservedMessage } from './observed.ts';
import { statusesAfter } from './replay.ts';

export type Finding = { readonly violations: readonly string[]; readonly figures: Figures };

export type Figures = {
  readonly questions: number;
  readonly answers: number;
  readonly presses: number;
  /** Texts that were said once too often. */
  readonly repeatedToDesk: number;
  readonly repeatedToClients: number;
};

/** @param inFlight how many texts were being sent when the bot was killed, over all kills */
export function check(history: readonly Deed[], seen: Observed, inFlight: number): Finding {
  const said = history.filter(isSaid);
  const versions = versionsOf(history);
  const rows = new Map(seen.messages.map((row) => [`${row.chatId}/${row.messageId}`, row]));
  const rowOf = (deed: Said) => rows.get(`${deed.chatId}/${deed.messageId}`);
  const authors = new Map(byStaffKeys(said));
  const staffOf = (message: ObservedMessage) => authors.get(keyOf(message)) ?? null;
  const asked = said.filter(({ kind }) => kind === 'asked');
  const byStaff = said.filter(({ kind }) => kind !== 'asked');
  const repeatedToDesk = extra(asked, (deed) => timesInDesk(seen, versions.all(deed)));
  const repeatedToClients = extra(byStaff, (deed) => timesToClients(seen, versions.all(deed)));
  const repeated = repeatedToDesk + repeatedToClients;
  const violations = [
    ...said.flatMap((deed) => (rowOf(deed) ? [] : [`lost: «${deed.text}» is not in the database`])),
    ...duplicateRows(seen),
    ...asked.flatMap((deed) => checkQuestion(seen, deed, rowOf(deed), versions)),
    ...asked.flatMap((deed) => checkHeard(seen, deed, rowOf(deed), asked.map(rowOf))),
    ...byStaff.flatMap((deed) => checkStaffWords(seen, deed, rowOf(deed), versions)),
    ...checkEdits(history, said, rowOf, versions),
    ...checkAlbums(said, rowOf, versions, seen),
    ...checkReactions(history, deskOf(byStaff), staffOf, seen),
    ...checkPresses(history, seen),
    ...checkDialogs(history, seen),
    ...checkCards(seen, said, versions),
    ...Object.entries(seen.left).flatMap(([table, count]) =>
      count > 0 ? [`${count} left to do in ${table}`] : [],
    ),
    ...(repeated > inFlight ? [`${repeated} texts said twice, ${inFlight} were in flight`] : []),
  ];
  const presses = history.filter(({ kind }) => kind === 'pressed').length;
  const counts = { questions: asked.length, answers: byStaff.length, presses };
  return { violations, figures: { ...counts, repeatedToDesk, repeatedToClients } };
}

function extra(deeds: readonly Said[], times: (deed: Said) => number): number {
  return deeds.reduce((sum, deed) => sum + Math.max(0, times(deed) - 1), 0);
}

function isSaid(deed: Deed): deed is Said {
  return deed.kind === 'asked' || deed.kind === 'answered' || deed.kind === 'noted';
}

function byStaffKeys(said: readonly Said[]): (readonly [string, number])[] {
  return said.map((deed) => [keyOf(deed), deed.userId]);
}

/** The chat in which staff write; 0 where nobody did. */
function deskOf(byStaff: readonly Said[]): number {
  return byStaff[0]?.chatId ?? 0;
}

/** A copy is the text itself, as it was said or corrected; a card only contains it. */
function timesInDesk({ inDesk }: Observed, texts: readonly string[]): number {
  return inDesk.filter((message) => texts.includes(withoutLine(message.text))).length;
}

function timesToClients({ toClient }: Observed, texts: readonly string[]): number {
  return [...toClient.values()].flat().filter((text) => texts.includes(withoutLine(text))).length;
}

function duplicateRows({ messages }: Observed): string[] {
  const keys = messages.map(({ chatId, messageId }) => `${chatId}/${messageId}`);
  return keys.flatMap((key, at) => (keys.indexOf(key) < at ? [`kept twice: ${key}`] : []));
}

function checkQuestion(
  seen: Observed,
  deed: Said,
  row: ObservedMessage | undefined,
  { newest }: Versions,
): string[] {
  if (!row) return [];
  const dialog = seen.dialogs.find(({ id }) => id === row.dialogId);
  const wrong: string[] = [];
  if (dialog?.clientUserId !== deed.userId) wrong.push(`«${deed.text}» is in a foreign dialog`);
  if (row.copies !== 1) wrong.push(`«${deed.text}» has ${row.copies} known copies`);
  const lead = row.purpose === 'rating-words' ? seen.inDesk : [];
  const text = newest(deed);
  const asWords = lead.some((one) => withoutLine(one.text).endsWith(`\n${text}`));
  if (!asWords && timesInDesk(seen, [text]) === 0) wrong.push(`«${text}» is in no thread`);
  return wrong;
}

/**
 * An album is heard once, with its first part. A later part is heard too when it came after the others
 * had been answered: nobody who answered had read it.
 */
function checkHeard(
  { events }: Observed,
  deed: Said,
  row: ObservedMessage | undefined,
  asked: readonly (ObservedMessage | undefined)[],
): string[] {
  if (!row) return [];
  const own = events.filter(({ dialogId }) => dialogId === row.dialogId);
  const isHearing = ({ type, messageId }: ObservedEvent) =>
    messageId === row.id && (type === 'asked' || type === 'rating-words');
  const heard = own.filter(isHearing).length;
  const before = own.slice(0, own.findIndex(isHearing));
  const isRight = isLaterPart(deed)
    ? heard === 0 || (heard === 1 && answeredIn(before, previousIn(asked, row)))
    : heard === 1;
  return isRight ? [] : [`«${deed.text}» was heard ${heard} times`];
}

/** The client's message before this one in its dialog, by its number; 0: there is none. */
function previousIn(
  asked: readonly (ObservedMessage | undefined)[],
  { id, dialogId }: ObservedMessage,
): number {
  const earlier = asked.flatMap((row) => (row?.dialogId === dialogId && row.id < id ? row.id : []));
  return Math.max(0, ...earlier);
}

/** Whether nothing that was asked up to the message `upTo` waits after these events. */
function answeredIn(events: readonly ObservedEvent[], upTo: number): boolean {
  const heardLast = events.findLastIndex(({ type }) => type === 'asked');
  return events.some(
    ({ type, messageId }, index) =>
      (type === 'answer-delivered' && (messageId ?? 0) > upTo) ||
      ((type === 'called' || type === 'closed') && index > heardLast),
  );
}

function checkStaffWords(
  seen: Observed,
  deed: Said,
  row: ObservedMessage | undefined,
  { all, newest }: Versions,
): string[] {
  if (!row) return [];
  const words = newest(deed);
  const happened = (type: string) =>
    seen.events.filter((event) => event.type === type && event.messageId === row.id).length;
  if (row.purpose !== 'answer') {
    return timesToClients(seen, all(deed)) > 0
      ? [`a client reads «${deed.text}», which is a ${row.purpose}`]
      : [];
  }
  // Under a note stands a button that sends it after all.
  if (deed.kind === 'noted' && happened('note-sent') === 0) {
    return [`the note «${deed.text}» is taken for an answer`];
  }
  const wrong: string[] = [];
  const dialog = seen.dialogs.find(({ id }) => id === row.dialogId);
  const theirs = seen.toClient.get(dialog?.clientUserId ?? 0) ?? [];
  if (!theirs.map(withoutLine).includes(words))
    wrong.push(`the answer «${words}» never reached its client`);
  const noted = happened('answer-delivered');
  if (!deed.album && noted !== 1)
    wrong.push(`the answer «${deed.text}» is noted as delivered ${noted} times`);
  return wrong;
}

/** Not the first of its album. */
function isLaterPart({ album, chatId, messageId }: Said): boolean {
  return album !== undefined && album !== `${chatId}/${messageId}`;
}

function checkPresses(history: readonly Deed[], seen: Observed): string[] {
  const pressed = history.flatMap((deed) => (deed.kind === 'pressed' ? [deed] : []));
  return pressed.flatMap(({ queryId, label }) => {
    if (!seen.presses.has(queryId)) return [`lost: the press «${label}» ${queryId}`];
    // That two write at the same time is noted beside what they did.
    const effects = seen.events.filter(
      (event) => event.queryId === queryId && event.type !== 'writers-met',
    );
    if (effects.length <= 1) return [];
    return [`«${label}» took effect ${effects.length} times: ${effects.map(({ type }) => type)}`];
  });
}

function checkDialogs(history: readonly Deed[], { dialogs, events }: Observed): string[] {
  const clients = new Set(history.flatMap((deed) => (deed.kind === 'asked' ? [deed.userId] : [])));
  const wrong = [...clients].flatMap((userId) => {
    const count = dialogs.filter(({ clientUserId }) => clientUserId === userId).length;
    return count === 1 ? [] : [`client ${userId} has ${count} dialogs`];
  });
  for (const { id, status, rating } of dialogs) {
    const own = events.filter(({ dialogId }) => dialogId === id);
    const expected = statusesAfter(own);
    if (!expected.has(status)) wrong.push(`dialog ${id} is ${status}, not ${[...expected]}`);
    const ratings = own.flatMap((event) => (event.type === 'rated' ? [event.rating] : []));
    if (ratings.length > 1) wrong.push(`dialog ${id} was rated ${ratings.length} times`);
    if ((ratings[0] ?? null) !== rating) wrong.push(`dialog ${id} shows another rating`);
  }
  return wrong;
}

const STATUS_WORDS: Readonly<Record<string, string>> = {
  unanswered: 'НЕ ОТВЕЧЕНО',
  in_work: 'В РАБОТЕ',
  answered: 'ОТВЕЧЕНО',
  had_call: 'БЫЛ СОЗВОН',
  to_continue: 'ПРОДОЛЖИТЬ',
  note: 'ВНУТРЕННЯЯ ЗАМЕТКА',
  closed: 'ЗАКРЫТО',
};

/** A card has room for so many questions; those before them are counted on it. */
const ON_A_CARD = 8;

function checkCards(
  { dialogs, messages, cards }: Observed,
  said: readonly Said[],
  { newest }: Versions,
): string[] {
  const deeds = new Map(said.map((deed) => [keyOf(deed), deed]));
  return dialogs.flatMap(({ id, status, threadId }) => {
    const card = cards.findLast((pinned) => pinned.threadId === threadId);
    if (!card) return [`dialog ${id} has no card`];
    const wrong: string[] = [];
    const [title = ''] = card.text.split('\n');
    if (!title.includes(` ${STATUS_WORDS[status]}`)) wrong.push(`card ${id} says «${title}»`);
    const waiting = messages
      .filter((row) => row.dialogId === id && row.waits)
      .flatMap((row) => deeds.get(keyOf(row)) ?? [])
      .filter((deed) => !isLaterPart(deed));
    for (const asked of waiting.slice(-ON_A_CARD)) {
      const text = newest(asked);
      const times = card.text.split('\n').filter((line) => line.endsWith(` ${text}`)).length;
      if (times !== 1) wrong.push(`«${text}» stands ${times} times on card ${id}`);
    }
    return wrong;
  });
}
