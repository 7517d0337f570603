// What people read about desks: what is missing and how to grant it, in Telegram's own names.

import type { Locale, Translate } from '../platform/i18n.ts';
import type { View } from '../platform/outbox/words.ts';
import { truncate } from '../platform/telegram/plain-text.ts';
import { hereButton, whichButton } from './buttons.ts';
import type { Desk } from './desk.ts';
import { NOT_A_FORUM, rightsIn, SOME_RIGHTS, TOPICS_LOST } from './desk.ts';
import { DEFAULT_HEADER, HEADER_LINES, type HeaderLine, type HeaderRule } from './header.ts';
import { type DeskKindName, kindOf } from './kinds/kinds.ts';
import type { DeskNeed } from './needs.ts';
import { deskPayload } from './payload.ts';
import type { AdoptedGroup } from './repository.ts';
import type { NamedDesk, SetUpOutcome, Standing } from './set-up.ts';

/** Rights asked for when the bot is added by its link (core.telegram.org/api/links, «startgroup»). */
const ADMIN_LINK = 'startgroup=desk&admin=manage_topics+pin_messages';

export interface DeskViewDeps {
  readonly t: Translate;
  /** The bot's name in Telegram, without @. */
  readonly botUsername: () => string;
}

export type DeskViews = ReturnType<typeof createDeskViews>;

/** Words and buttons, without markup; `botUsername` is asked each time, for it is known late. */
export function createDeskViews({ t, botUsername }: DeskViewDeps) {
  function rights(locale: Locale, missing: readonly DeskNeed[]): string {
    return missing.map((right) => `• ${t(locale, `desk-right-${right}`)}`).join('\n');
  }

  function grantPath(locale: Locale): string {
    return t(locale, 'desk-grant-path', { bot: `@${botUsername()}` });
  }

  function setUp(locale: Locale, { status, kind, refused }: Standing): View {
    const inWords = status === 'added' ? 'set-up' : status;
    const done = t(
      locale,
      kindOf(kind).hasTopics ? `desk-done-${inWords}` : `channel-done-${inWords}`,
    );
    const added = status === 'added' ? [t(locale, 'desk-added')] : [];
    const kinds = refused.map((right) => t(locale, `desk-kind-${right}`)).join(', ');
    const hint = kinds === '' ? [] : [t(locale, 'desk-kinds-refused', { kinds })];
    return { text: [done, ...added, ...hint].join('\n') };
  }

  /** `inChannel`: where whoever has mended it can have it checked by a press. */
  function rightsMissing(
    locale: Locale,
    { kind, missing, admin }: Extract<SetUpOutcome, { status: 'rights-missing' }>,
    inChannel = false,
  ): View {
    if (!kindOf(kind).hasTopics) {
      const text = `${t(locale, 'channel-needs')}\n${rights(locale, missing)}`;
      if (!inChannel) return { text: `${text}\n\n${t(locale, 'desk-then-again')}` };
      return { text, keyboard: hereKeyboard(locale, 'channel-check-again') };
    }
    const again = t(locale, 'desk-then-again');
    const open = missing.includes('private') ? [t(locale, 'desk-is-public')] : [];
    const wanted = missing.filter((need) => need !== 'private');
    if (wanted.length === 0) return { text: [...open, again].join('\n\n') };
    const title = t(locale, admin ? 'desk-rights-missing' : 'desk-not-admin');
    const list = `${title}\n${rights(locale, wanted)}`;
    return { text: [list, ...open, `${grantPath(locale)}\n${again}`].join('\n\n') };
  }

  function hereKeyboard(locale: Locale, label: string): NonNullable<View['keyboard']> {
    const callback_data = hereButton.encode({ id: 1, revision: 0 });
    return { inline_keyboard: [[{ text: t(locale, label), callback_data }]] };
  }

  /** In a channel, where nobody can say who has asked. `isDesk`: it is one already. */
  function askWho(locale: Locale, isDesk: boolean): View {
    const [ask, label] = isDesk
      ? ['channel-ask-check', 'channel-check']
      : ['channel-ask', 'channel-make-desk'];
    return { text: t(locale, ask), keyboard: hereKeyboard(locale, label) };
  }

  /** In a channel that is a desk, where nobody can change it by what they post. */
  function wordsElsewhere(locale: Locale, words: string): string {
    return t(locale, 'channel-words-elsewhere', { command: `/desk ${truncate(words, 60)}` });
  }

  /** To a `/desk` with words that mean nothing there. */
  function notUnderstood(locale: Locale, words: string): string {
    const title = t(locale, 'desk-not-understood', { words: truncate(words, 60) });
    return `${title}\n\n${t(locale, 'desk-usage')}`;
  }

  /** The bot was put into a channel: what is still to be done there. */
  function channelSteps(locale: Locale, title: string, missing: readonly DeskNeed[]): string {
    const added = t(locale, 'channel-added', { title });
    if (missing.length === 0) return `${added}\n${t(locale, 'channel-ready')}`;
    const needs = `${t(locale, 'channel-needs')}\n${rights(locale, missing)}`;
    return `${added}\n\n${needs}\n\n${t(locale, 'channel-then')}`;
  }

  /** A department has a name, and a link by which clients come to it. */
  function named(
    locale: Locale,
    { name, deskId }: { readonly name: string; readonly deskId: number },
  ): string {
    const link = `https://t.me/${botUsername()}?start=${deskPayload(deskId)}`;
    return t(locale, 'desk-name', { name, link });
  }

  /** There are desks already: is one of them to move here? */
  function which(locale: Locale, desks: readonly NamedDesk[]): View {
    const moves = desks.map(({ id, title }) => ({
      text: t(locale, 'desk-move-here', { title: truncate(title, 40) }),
      callback_data: whichButton.encode({ id, revision: 0, choice: 'move' }),
    }));
    const add = {
      text: t(locale, 'desk-add-second'),
      callback_data: whichButton.encode({ id: 1, revision: 0, choice: 'add' }),
    };
    const titles = desks.map(({ title }) => t(locale, 'quoted', { words: title })).join(', ');
    const keyboard = { inline_keyboard: [...moves, add].map((button) => [button]) };
    return { text: t(locale, 'desk-which', { titles }), keyboard };
  }

  function trouble(
    locale: Locale,
    {
      title,
      kind = 'forum',
      what,
    }: { readonly title: string; readonly kind?: DeskKindName; readonly what: string },
  ): string {
    const named = rightsIn(what);
    const waits = t(locale, 'desk-waits');
    const { hasTopics } = kindOf(kind);
    if (named.length > 0 && !hasTopics) {
      const lost = t(locale, 'channel-trouble', { title });
      return `${lost}\n${rights(locale, named)}\n\n${t(locale, 'channel-then')}\n${waits}`;
    }
    if (named.length > 0) {
      const lost = t(locale, 'desk-trouble-rights', { title });
      return `${lost}\n${rights(locale, named)}\n\n${grantPath(locale)}\n${waits}`;
    }
    const key = hasTopics ? troubleKey(what) : channelTroubleKey(what);
    return `${t(locale, key, { title })}\n${waits}`;
  }

  /** The three steps, those marked that are done. */
  function steps(locale: Locale, desk: Desk | null, group: AdoptedGroup | null): View {
    if (desk?.state === 'ready')
      return { text: t(locale, 'desk-steps-done', { title: desk.title }) };
    if (desk?.trouble && desk.state === 'no-rights') {
      return { text: trouble(locale, { ...desk, what: desk.trouble }) };
    }
    const done = [group?.forum ?? false, group?.admin ?? false, false];
    const lines = [
      t(locale, 'desk-step-group'),
      t(locale, 'desk-step-admin', { bot: `@${botUsername()}` }),
      t(locale, 'desk-step-command'),
    ].map((line, index) => `${done[index] ? '✅' : `${index + 1}.`} ${line}`);
    const lost = desk ? [t(locale, 'desk-steps-lost', { title: desk.title }), ''] : [];
    const found = group ? ['', t(locale, 'desk-steps-group-found', { title: group.title })] : [];
    return {
      text: [...lost, t(locale, 'desk-steps-title'), '', ...lines, ...found].join('\n'),
      keyboard: { inline_keyboard: [[addButton(locale)]] },
    };
  }

  function addButton(locale: Locale) {
    const url = `https://t.me/${botUsername()}?${ADMIN_LINK}`;
    return { text: t(locale, 'desk-add-button'), url };
  }

  function lineNames(locale: Locale, lines: readonly HeaderLine[]): string {
    return lines.map((line) => t(locale, `header-${line}`).toLowerCase()).join(', ');
  }

  function scopeName(locale: Locale, { channel, status }: Scope): string {
    const parts = [
      channel && t(locale, `channel-${channel}`),
      status && t(locale, `status-${status}`),
    ].filter(Boolean);
    return parts.length > 0 ? parts.join(', ') : t(locale, 'desk-header-everywhere');
  }

  /** The rules in force at a desk, and what can be said about them. */
  function header(locale: Locale, rules: readonly HeaderRule[]): string {
    const general = rules.some(({ channel, status }) => channel === null && status === null);
    const shown = general
      ? rules
      : [{ channel: null, status: null, lines: DEFAULT_HEADER }, ...rules];
    const lines = shown.map(
      (rule) => `• ${scopeName(locale, rule)}: ${lineNames(locale, rule.lines)}`,
    );
    return [t(locale, 'desk-header-title'), ...lines, '', headerHelp(locale)].join('\n');
  }

  function headerHelp(locale: Locale): string {
    return t(locale, 'desk-header-help', { names: lineNames(locale, HEADER_LINES) });
  }

  function headerSet(locale: Locale, scope: Scope, lines: readonly HeaderLine[] | null): string {
    const where = scopeName(locale, scope);
    if (!lines) return t(locale, 'desk-header-reset', { where });
    return t(locale, 'desk-header-set', { where, lines: lineNames(locale, lines) });
  }

  function unknownLine(locale: Locale, word: string): string {
    const said = t(locale, 'desk-header-unknown-line', { word: truncate(word, 32) });
    return `${said}\n\n${headerHelp(locale)}`;
  }

  function unknownScope(locale: Locale, word: string): string {
    return t(locale, 'desk-header-unknown-scope', { word: truncate(word, 32) });
  }

  return {
    askWho,
    wordsElsewhere,
    notUnderstood,
    channelSteps,
    which,
    named,
    setUp,
    rightsMissing,
    trouble,
    steps,
    header,
    headerSet,
    unknownLine,
    unknownScope,
  };
}

interface Scope {
  readonly channel: string | null;
  readonly status: string | null;
}

function channelTroubleKey(what: string): string {
  return what === SOME_RIGHTS ? 'channel-trouble-some-rights' : 'channel-trouble-gone';
}

function troubleKey(what: string): string {
  switch (what) {
    case 'kicked':
    case 'not-member':
      return 'desk-trouble-kicked';
    case 'deleted':
    case 'not-found':
      return 'desk-trouble-deleted';
    case TOPICS_LOST:
      return 'desk-trouble-topics-lost';
    case NOT_A_FORUM:
      return 'desk-trouble-not-a-forum';
    default:
      return 'desk-trouble-some-rights';
  }
}
