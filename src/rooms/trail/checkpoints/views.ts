// A checkpoint as its room reads it, what is said of it, and the list of them. HTML.

import { InlineKeyboard } from 'grammy';
import { harmlessLine } from '../../../dialogs/content/harmless.ts';
import type { Person } from '../../../people/person.ts';
import { formatDate, formatTime, formatWhen } from '../../../platform/dates.ts';
import type { Locale, Translate } from '../../../platform/i18n.ts';
import { type Html, html, joinHtml } from '../../../platform/telegram/html.ts';
import { awayButton } from '../away-buttons.ts';
import { createInBoth, type InBoth } from '../both.ts';
import type { RoomView } from '../looking.ts';
import type { Keyed, Speech } from '../speech-views.ts';
import { addTurning } from '../turning-views.ts';
import {
  cancelButton,
  checkpointsPage,
  daysButton,
  doneButton,
  MOVE_DAYS,
  type MoveDays,
  moveButton,
  nameButton,
  reasonButton,
  whoButton,
} from './buttons.ts';
import { type Checkpoint, isLate, isOver, MOVE_REASONS, type Ring } from './checkpoint.ts';
import type { Move } from './repository.ts';

export interface CheckpointFacts extends RoomView {
  readonly checkpoint: Checkpoint;
  readonly responsible: Person | null;
  /** The latest first. */
  readonly moves: readonly Move[];
}

export interface CheckpointList extends RoomView {
  readonly list: readonly Checkpoint[];
  readonly page: number;
  readonly pages: number;
}

/** Of times that it was moved. */
const MOST_MOVES = 3;
/** Of people to choose from. */
const MOST_PEOPLE = 30;

export type CheckpointViews = ReturnType<typeof createCheckpointViews>;

export function createCheckpointViews(t: Translate) {
  const both: InBoth = createInBoth(t);

  function card(facts: CheckpointFacts): Keyed {
    const { checkpoint, room, moves } = facts;
    const { locales } = room;
    const { number } = checkpoint;
    const title = both(locales, 'checkpoint-title', () => ({ number }));
    const lines = [
      html`${sign(facts)} <b>${title}</b>`,
      html`${harmlessLine(checkpoint.title)}`,
      html`🗓 ${both(locales, 'checkpoint-due', (locale) => dueIn(facts, locale))}`,
      html`👤 ${responsibleLine(facts)}`,
      ...endLines(facts),
      ...moves.slice(0, MOST_MOVES).map((move) => moveLine(facts, move)),
    ];
    return { text: String(joinHtml(lines, '\n')), keyboard: keyboardOf(facts), quiet: true };
  }

  function dueIn({ checkpoint, timeZone }: CheckpointFacts, locale: Locale) {
    const { dueAt } = checkpoint;
    const date = formatDate(locale, timeZone, dueAt);
    return { date, time: formatTime(locale, timeZone, dueAt) };
  }

  function sign({ checkpoint, now }: Pick<CheckpointFacts, 'checkpoint' | 'now'>): string {
    if (checkpoint.done) return '✅';
    if (checkpoint.cancelled) return '🚫';
    return isLate(checkpoint, now) ? '🔴' : '📍';
  }

  function responsibleLine({ responsible, room }: CheckpointFacts): string {
    const name = responsible?.name ?? both(room.locales, 'checkpoint-nobody');
    return both(room.locales, 'checkpoint-responsible', () => ({ name }));
  }

  function endLines(facts: CheckpointFacts): Html[] {
    const { checkpoint, room, names } = facts;
    const { done, cancelled } = checkpoint;
    const end = done ?? cancelled;
    if (!end) return isLate(checkpoint, facts.now) ? [lateLine(room.locales)] : [];
    const said = both(room.locales, done ? 'checkpoint-is-done' : 'checkpoint-is-cancelled');
    return [html`${said} — ${names.get(end.byId) ?? '…'}, ${moment(facts, end.at)}`];
  }

  function lateLine(locales: readonly Locale[]): Html {
    return html`<b>${both(locales, 'checkpoint-is-late')}</b>`;
  }

  function moveLine(facts: CheckpointFacts, { byId, dueBefore, reason }: Move): Html {
    const { room, names } = facts;
    const name = names.get(byId) ?? '…';
    const args = { name, before: moment(facts, dueBefore) };
    const why = reasonIn(room.locales, reason);
    return html`↪️ ${both(room.locales, 'checkpoint-moved-line', () => args)}: ${why}`;
  }

  /** A reason by one tap is kept as its word, one in words as they were written. */
  function reasonIn(locales: readonly Locale[], reason: string): string {
    const known = MOVE_REASONS.find((one) => one === reason);
    return known ? both(locales, `checkpoint-reason-${known}`) : harmlessLine(reason);
  }

  function keyboardOf({ checkpoint, room }: CheckpointFacts): InlineKeyboard {
    const keyboard = new InlineKeyboard();
    if (isOver(checkpoint)) return keyboard;
    const target = targetOf(checkpoint);
    const say = (key: string) => both(room.locales, key);
    return keyboard
      .text(say('checkpoint-done'), doneButton.encode(target))
      .text(say('checkpoint-move'), moveButton.encode(target))
      .row()
      .text(say('checkpoint-who'), whoButton.encode(target))
      .text(say('checkpoint-cancel'), cancelButton.encode(target));
  }

  /** What it says of itself in the room, in its languages; whoever answers for it is called. */
  function rings(facts: CheckpointFacts, ring: Ring): Keyed {
    const { room, responsible } = facts;
    const said = room.locales.map((locale) => html`${ringLine(facts, ring, locale)}`);
    const call = responsible ? [calling(responsible)] : [];
    const keyboard = shortKeyboard(facts, (key) => both(room.locales, key));
    return { text: String(joinHtml([...said, ...call], '\n')), keyboard };
  }

  /** The same to one person in private. */
  function ringsAlone(facts: CheckpointFacts, ring: Ring, locale: Locale): Keyed {
    const { room, responsible } = facts;
    const lines = [
      html`${ringLine(facts, ring, locale)}`,
      html`${t(locale, 'checkpoint-in-room', { title: room.title })}`,
      ...(ring === 'manager' && responsible
        ? [html`${t(locale, 'checkpoint-responsible', { name: responsible.name })}`]
        : []),
    ];
    const keyboard = shortKeyboard(facts, (key) => t(locale, key));
    return { text: String(joinHtml(lines, '\n')), keyboard };
  }

  function ringLine(facts: CheckpointFacts, ring: Ring, locale: Locale): Html {
    const { checkpoint } = facts;
    const title = harmlessLine(checkpoint.title);
    const sentence = t(locale, `checkpoint-rings-${ring}`, { ...dueIn(facts, locale), title });
    return html`${ring === 'late' || ring === 'manager' ? '🔴' : '⏰'} ${sentence}`;
  }

  function shortKeyboard({ checkpoint }: CheckpointFacts, say: (key: string) => string) {
    const target = targetOf(checkpoint);
    return new InlineKeyboard()
      .text(say('checkpoint-done'), doneButton.encode(target))
      .text(say('checkpoint-move'), moveButton.encode(target));
  }

  /** «На когда перенести?» */
  function askWhen(facts: CheckpointFacts, locales: readonly Locale[]): Keyed {
    const { checkpoint } = facts;
    const args = { number: checkpoint.number, title: harmlessLine(checkpoint.title) };
    const said = locales.map((locale) => html`${t(locale, 'checkpoint-ask-when', args)}`);
    const hint = locales.map((locale) => html`${t(locale, 'checkpoint-ask-when-hint', args)}`);
    const keyboard = new InlineKeyboard();
    for (const choice of MOVE_DAYS) {
      const data = daysButton.encode({ ...targetOf(checkpoint), choice });
      keyboard.text(both(locales, `checkpoint-days-${choice}`), data);
    }
    addAway(keyboard.row(), checkpoint, locales);
    return { text: String(joinHtml([...said, ...hint], '\n')), keyboard, quiet: true };
  }

  /** «Почему?», once it is known to when. */
  function askWhy(checkpoint: Checkpoint, days: MoveDays, locales: readonly Locale[]): Keyed {
    const args = { number: checkpoint.number, title: harmlessLine(checkpoint.title) };
    const said = locales.map((locale) => html`${t(locale, 'checkpoint-ask-why', args)}`);
    const keyboard = new InlineKeyboard();
    for (const reason of MOVE_REASONS) {
      const choice = `${days}-${reason}` as const;
      const data = reasonButton.encode({ ...targetOf(checkpoint), choice });
      keyboard.text(both(locales, `checkpoint-reason-${reason}`), data).row();
    }
    addAway(keyboard, checkpoint, locales);
    return { text: String(joinHtml(said, '\n')), keyboard };
  }

  /** Whoever would rather leave it as it is takes the question away. */
  function addAway(keyboard: InlineKeyboard, { roomId }: Checkpoint, locales: readonly Locale[]) {
    keyboard.text(both(locales, 'forms-cancel'), awayButton.encode({ id: roomId, revision: 0 }));
  }

  /** «Кто отвечает?» */
  function askWho(facts: CheckpointFacts, members: readonly Person[]): Keyed {
    const { checkpoint, room } = facts;
    const args = { number: checkpoint.number, title: harmlessLine(checkpoint.title) };
    const said = room.locales.map((locale) => html`${t(locale, 'checkpoint-ask-who', args)}`);
    const keyboard = new InlineKeyboard();
    for (const { id, name } of members.slice(0, MOST_PEOPLE))
      keyboard.text(name, nameButton.encode({ id: checkpoint.id, revision: id })).row();
    addAway(keyboard, checkpoint, room.locales);
    return { text: String(joinHtml(said, '\n')), keyboard, quiet: true };
  }

  function moved(facts: CheckpointFacts): Speech {
    const { checkpoint, room, moves } = facts;
    const [last] = moves;
    const said = room.locales.map((locale) => {
      const args = { number: checkpoint.number, ...dueIn(facts, locale) };
      const why = last ? reasonIn([locale], last.reason) : '…';
      return html`↪️ ${t(locale, 'checkpoint-moved', args)} ${why}`;
    });
    return { text: String(joinHtml(said, '\n')), quiet: true };
  }

  /** `/checkpoints`: a page of them, the soonest first. */
  function list(facts: CheckpointList): Keyed {
    const { room, page, pages } = facts;
    const title = html`📍 <b>${both(room.locales, 'checkpoints-title')}</b>`;
    const hint = room.locales.map((locale) => html`<i>${t(locale, 'checkpoints-hint')}</i>`);
    const none = room.locales.map((locale) => html`${t(locale, 'checkpoints-none')}`);
    const rows = facts.list.map((checkpoint) => row({ ...facts, checkpoint }));
    const body = rows.length > 0 ? rows : none;
    const keyboard = new InlineKeyboard();
    const to = (revision: number) => checkpointsPage.encode({ id: room.id, revision });
    addTurning(keyboard, { page, pages }, to);
    return { text: String(joinHtml([title, ...body, ...hint], '\n')), keyboard, quiet: true };
  }

  function row(facts: RoomView & { readonly checkpoint: Checkpoint }): Html {
    const { checkpoint, names } = facts;
    const { number, title, dueAt, responsibleId } = checkpoint;
    const who = responsibleId === null ? '' : ` — ${names.get(responsibleId) ?? '…'}`;
    return html`${sign(facts)} № ${number} · ${moment(facts, dueAt)} · ${harmlessLine(title)}${who}`;
  }

  /** For the room's own card: what comes next, and when. */
  function nextLine(locale: Locale, facts: RoomView & { readonly checkpoint: Checkpoint }): string {
    const { checkpoint, names } = facts;
    const { title, dueAt, responsibleId } = checkpoint;
    const name = responsibleId === null ? '' : ` — ${names.get(responsibleId) ?? '…'}`;
    return `${sign(facts)} ${t(locale, 'checkpoint-next')} ${moment(facts, dueAt)}, ${title}${name}`;
  }

  return { card, rings, ringsAlone, askWhen, askWhy, askWho, moved, list, nextLine };
}

function targetOf({ id, revision }: Checkpoint) {
  return { id, revision };
}

function calling({ userId, name }: Person): Html {
  return html`<a href="tg://user?id=${userId}">${name}</a>`;
}

function moment({ room, timeZone, now }: RoomView, at: Date): string {
  return formatWhen(room.locales[0] ?? 'ru', timeZone, at, now);
}
