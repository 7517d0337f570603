// Calls for support as the room reads them, and as the desk does. HTML.

import { InlineKeyboard } from 'grammy';
import { createGist } from '../../../dialogs/content/gist.ts';
import { harmlessLine } from '../../../dialogs/content/harmless.ts';
import { type Content, isMedia, wordsOf } from '../../../dialogs/content.ts';
import { formatWhen } from '../../../platform/dates.ts';
import type { Locale, Translate } from '../../../platform/i18n.ts';
import { html, joinHtml } from '../../../platform/telegram/html.ts';
import { plainName, truncate } from '../../../platform/telegram/plain-text.ts';
import { awayButton } from '../away-buttons.ts';
import { createInBoth, type InBoth } from '../both.ts';
import { messageUrl } from '../links.ts';
import type { RoomView } from '../looking.ts';
import type { KeptMessage } from '../messages/kept.ts';
import type { Keyed } from '../speech-views.ts';
import { enterButton, reasonButton } from './buttons.ts';
import { type DeskSide, REASONS, type SupportCall, standingOf } from './call.ts';

export interface SupportFacts extends RoomView {
  readonly call: SupportCall;
  readonly desk: DeskSide | null;
}

const SIGNS = 200;

/** Of a file that was sent without a word. */
function fileNameOf(content: Content): string {
  const name = isMedia(content) && wordsOf(content) === '' ? content.fileName : null;
  return name === null ? '' : ` ${harmlessLine(truncate(name, 60))}`;
}

export type SupportViews = ReturnType<typeof createSupportViews>;

export function createSupportViews(t: Translate) {
  const both: InBoth = createInBoth(t);
  const gist = createGist(t);

  /** «Что случилось?» */
  function why({ room }: RoomView): Keyed {
    const said = room.locales.map((locale) => html`🛟 ${t(locale, 'support-why')}`);
    const keyboard = new InlineKeyboard();
    for (const choice of REASONS) {
      const data = reasonButton.encode({ id: room.id, revision: 0, choice });
      keyboard.text(both(room.locales, `support-reason-${choice}`), data).row();
    }
    keyboard.text(
      both(room.locales, 'forms-cancel'),
      awayButton.encode({ id: room.id, revision: 0 }),
    );
    return { text: String(joinHtml(said, '\n')), keyboard };
  }

  /** In the room, in place of the question: who called, why, and how it stands. */
  function standing(facts: SupportFacts): Keyed {
    const { call, room, names, timeZone, now } = facts;
    const { locales } = room;
    const reason = both(locales, `support-reason-${call.reason}`);
    const name = names.get(call.personId) ?? '…';
    const at = formatWhen(locales[0] ?? 'ru', timeZone, call.calledAt, now);
    const hints = locales.map((locale) => html`<i>${t(locale, 'support-hint')}</i>`);
    const isOver = standingOf(call, facts.desk).kind === 'closed';
    const lines = [
      html`🛟 <b>${both(locales, 'support-title')}</b>: ${reason}`,
      html`${both(locales, 'support-caller', () => ({ name, at }))}`,
      html`<b>${standingWords(locales, facts)}</b>`,
      ...(isOver ? [] : hints),
    ];
    return { text: String(joinHtml(lines, '\n')), keyboard: new InlineKeyboard() };
  }

  function standingWords(
    locales: readonly Locale[],
    { call, desk }: Pick<SupportFacts, 'call' | 'desk'>,
  ) {
    const found = standingOf(call, desk);
    if (found.kind === 'works') {
      const name = plainName(found.name, '…');
      return both(locales, 'support-is-works', () => ({ name }));
    }
    return both(locales, `support-is-${found.kind}`);
  }

  /** For the room's own card; plain. */
  function line(locale: Locale, facts: Pick<SupportFacts, 'call' | 'desk'>): string {
    return `🛟 ${standingWords([locale], facts)}`;
  }

  /** In the desk's thread: which room, its people, the last words, and the way in. */
  function context(
    facts: SupportFacts & {
      readonly messages: readonly KeptMessage[];
      /** The room's card: what was called by a press in a deal has no message of its own. */
      readonly cardAt: SupportCall['at'] | null;
      readonly people: readonly { readonly name: string; readonly role: string }[];
    },
    locale: Locale,
  ): Keyed {
    const { call, room, chatId, messages, people, cardAt } = facts;
    const kind = t(locale, `support-room-${room.kind}`);
    const who = people.map(({ name, role }) => `${name} (${t(locale, `room-role-${role}`)})`);
    const said = messages.map(
      ({ author, content }) =>
        html`<b>${plainName(author, '…', 30)}</b>: ${gist({ content, parts: 1 }, locale, SIGNS)}${fileNameOf(content)}`,
    );
    const words = said.length > 0 ? joinHtml(said, '\n') : html`${t(locale, 'support-no-words')}`;
    const lines = [
      html`🛟 <b>${kind}</b>: ${room.title}`,
      html`${t(locale, 'support-people', { people: who.join(', ') })}`,
      html`${t(locale, 'support-last-words')}`,
      html`<blockquote>${words}</blockquote>`,
      html`<i>${t(locale, 'support-desk-hint')}</i>`,
    ];
    const enter = enterButton.encode({ id: call.id, revision: 0 });
    const keyboard = new InlineKeyboard().text(t(locale, 'support-enter'), enter);
    const url = messageUrl(call.at, chatId) ?? (cardAt && messageUrl(cardAt, chatId));
    if (url) keyboard.url(t(locale, 'support-look'), url);
    return { text: String(joinHtml(lines, '\n')), keyboard };
  }

  /** In the desk's thread: the room in which they answer is closed. */
  function roomClosed({ room }: Pick<SupportFacts, 'room'>, locale: Locale) {
    const text = html`${t(locale, 'support-room-closed', { title: room.title })}`;
    return { text: String(text), quiet: true } as const;
  }

  return { why, standing, line, context, roomClosed };
}
