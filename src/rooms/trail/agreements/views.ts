// An agreement as its room reads it, and the list of them. HTML; in a room of two languages both.

import { InlineKeyboard } from 'grammy';
import { createGist } from '../../../dialogs/content/gist.ts';
import { formatWhen } from '../../../platform/dates.ts';
import type { Locale, Translate } from '../../../platform/i18n.ts';
import { type Html, html, joinHtml } from '../../../platform/telegram/html.ts';
import { plainName } from '../../../platform/telegram/plain-text.ts';
import type { Room } from '../../room.ts';
import { createInBoth, type InBoth } from '../both.ts';
import { messageUrl } from '../links.ts';
import { roleOfSide, SIDES, type Side } from '../sides.ts';
import type { Keyed, Speech } from '../speech-views.ts';
import { addTurning } from '../turning-views.ts';
import { type Agreement, type Deed, standingOf } from './agreement.ts';
import { agreementsPage, confirmButton, withdrawButton } from './buttons.ts';
import type { PlacedAgreement } from './repository.ts';

/** What every picture of an agreement needs to know. */
export interface AgreementFacts extends PlacedAgreement {
  readonly room: Room;
  /** The chat that the room has now; null: none. */
  readonly chatId: number | null;
  /** IANA. */
  readonly timeZone: string;
  readonly names: ReadonlyMap<number, string>;
  readonly now: Date;
}

export interface AgreementList {
  readonly room: Room;
  readonly chatId: number | null;
  readonly timeZone: string;
  readonly names: ReadonlyMap<number, string>;
  readonly now: Date;
  readonly list: readonly PlacedAgreement[];
  readonly page: number;
  readonly pages: number;
}

/** In signs: a card stays one message, whatever was agreed. */
const MOST_SIGNS = 1_500;
const SIGNS_IN_LIST = 120;

export type AgreementViews = ReturnType<typeof createAgreementViews>;

export function createAgreementViews(t: Translate) {
  const both: InBoth = createInBoth(t);
  const gist = createGist(t);

  function card(facts: AgreementFacts): Speech {
    const { agreement, room } = facts;
    const { locales } = room;
    const standing = standingOf(agreement);
    const sign = { open: '🤝', confirmed: '✅', withdrawn: '🚫' }[standing];
    const title = both(locales, 'agreement-title', () => ({ number: agreement.number }));
    const lines = [
      html`${sign} <b>${title}</b>`,
      html`<blockquote>${quote(agreement, locales[0] ?? 'ru', MOST_SIGNS)}</blockquote>`,
      html`✍️ ${authorLine(facts)}`,
      ...(standing === 'withdrawn' ? [withdrawnLine(facts)] : sideLines(facts)),
      ...(agreement.changedAt ? [html`✏️ ${both(locales, 'agreement-changed-line')}`] : []),
    ];
    const keyboard = keyboardOf(facts, standing === 'open');
    return { text: String(joinHtml(lines, '\n')), keyboard };
  }

  function quote({ content }: Agreement, locale: Locale, signs: number): string {
    return gist({ content, parts: 1 }, locale, signs);
  }

  /** Whose words they are, since when, and the way to them. */
  function authorLine(facts: AgreementFacts): Html {
    const { message, room } = facts;
    const role = message.role;
    const roles = role === null ? '' : ` (${both(room.locales, `room-role-${role}`)})`;
    const said = `${plainName(message.author, '…')}${roles} · ${when(facts, message.saidAt)}`;
    const url = messageUrl(message, facts.chatId);
    if (!url) return html`${said}`;
    return html`${said} · <a href="${url}">${both(room.locales, 'agreement-source')}</a>`;
  }

  function sideLines(facts: AgreementFacts): Html[] {
    return SIDES.map((side) => sideLine(facts, side));
  }

  function sideLine(facts: AgreementFacts, side: Side): Html {
    const { agreement, room } = facts;
    const role = roleOfSide(room.kind, side, agreement.partnerId);
    const who = both(room.locales, `room-role-${role}`);
    const deed = agreement.confirmed[side];
    if (!deed) return html`⏳ ${who}: ${both(room.locales, 'agreement-waits')}`;
    const done = both(room.locales, 'agreement-confirmed-by');
    return html`✅ ${who}: ${done} — ${nameOf(facts, deed)}, ${when(facts, deed.at)}`;
  }

  function withdrawnLine(facts: AgreementFacts): Html {
    const deed = facts.agreement.withdrawn as Deed;
    const said = both(facts.room.locales, 'agreement-withdrawn-line');
    return html`${said} — ${nameOf(facts, deed)}, ${when(facts, deed.at)}`;
  }

  function keyboardOf({ agreement, room }: AgreementFacts, isOpen: boolean): InlineKeyboard {
    const keyboard = new InlineKeyboard();
    if (!isOpen) return keyboard;
    const target = { id: agreement.id, revision: 0 };
    keyboard.text(both(room.locales, 'agreement-confirm'), confirmButton.encode(target));
    const { exporter, other } = agreement.confirmed;
    if (!exporter && !other)
      keyboard.text(both(room.locales, 'agreement-withdraw'), withdrawButton.encode(target));
    return keyboard;
  }

  /** «Договорённость № 2 подтвердили обе стороны.» */
  function done({ agreement, room }: AgreementFacts): Speech {
    return sentence(room, 'agreement-done', agreement.number, '✅');
  }

  function changed({ agreement, room }: AgreementFacts): Speech {
    return sentence(room, 'agreement-changed', agreement.number, '✏️');
  }

  function sentence({ locales }: Room, key: string, number: number, sign: string): Speech {
    const said = locales.map((locale) => html`${sign} ${t(locale, key, { number })}`);
    return { text: String(joinHtml(said, '\n')), quiet: true };
  }

  /** `/agreements`: a page of them, newest first. */
  function list(facts: AgreementList): Keyed {
    const { room, page, pages } = facts;
    const title = html`🤝 <b>${both(room.locales, 'agreements-title')}</b>`;
    if (facts.list.length === 0) {
      const empty = room.locales.map((locale) => html`${t(locale, 'agreements-none')}`);
      return { text: String(joinHtml([title, ...empty], '\n')), keyboard: new InlineKeyboard() };
    }
    const rows = facts.list.map((placed) => row({ ...facts, ...placed }));
    const keyboard = turning(room.id, page, pages);
    return { text: String(joinHtml([title, ...rows], '\n\n')), keyboard, quiet: true };
  }

  function row(facts: AgreementFacts): Html {
    const { agreement, room, message } = facts;
    const standing = standingOf(agreement);
    const sign = { open: '⏳', confirmed: '✅', withdrawn: '🚫' }[standing];
    const words = quote(agreement, room.locales[0] ?? 'ru', SIGNS_IN_LIST);
    const url = messageUrl(message, facts.chatId);
    const head = url
      ? html`${sign} <a href="${url}">№ ${agreement.number}</a>`
      : html`${sign} № ${agreement.number}`;
    return html`${head} · ${words}\n${standingLine(facts)}`;
  }

  function standingLine(facts: AgreementFacts): Html {
    const { agreement, room } = facts;
    const standing = standingOf(agreement);
    const state = both(room.locales, `agreement-is-${standing}`);
    const waiting = standing === 'open' ? SIDES.filter((side) => !agreement.confirmed[side]) : [];
    const whom = waiting.map((side) =>
      both(room.locales, `room-role-${roleOfSide(room.kind, side, agreement.partnerId)}`),
    );
    const rest = whom.length > 0 ? `: ${whom.join(', ')}` : '';
    return html`${when(facts, agreement.fixed.at)} · ${state}${rest}`;
  }

  function turning(roomId: number, page: number, pages: number): InlineKeyboard {
    const keyboard = new InlineKeyboard();
    const to = (revision: number) => agreementsPage.encode({ id: roomId, revision });
    addTurning(keyboard, { page, pages }, to);
    return keyboard;
  }

  return { card, done, changed, list };
}

function nameOf({ names }: Pick<AgreementFacts, 'names'>, { byId }: Deed): string {
  return names.get(byId) ?? '…';
}

function when(
  { room, timeZone, now }: Pick<AgreementFacts, 'room' | 'timeZone' | 'now'>,
  at: Date,
) {
  return formatWhen(room.locales[0] ?? 'ru', timeZone, at, now);
}
