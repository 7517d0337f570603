// What people read about desks: what is missing and how to grant it, in Telegram's own names.

import type { Locale, Translate } from '../platform/i18n.ts';
import type { View } from '../platform/outbox/words.ts';
import { truncate } from '../platform/telegram/plain-text.ts';
import type { Desk, DeskRight } from './desk.ts';
import { NOT_A_FORUM, rightsIn } from './desk.ts';
import { DEFAULT_HEADER, HEADER_LINES, type HeaderLine, type HeaderRule } from './header.ts';
import type { AdoptedGroup } from './repository.ts';
import type { SetUpOutcome, Standing } from './set-up.ts';

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
  function rights(locale: Locale, missing: readonly DeskRight[]): string {
    return missing.map((right) => `• ${t(locale, `desk-right-${right}`)}`).join('\n');
  }

  function grantPath(locale: Locale): string {
    return t(locale, 'desk-grant-path', { bot: `@${botUsername()}` });
  }

  function setUp(locale: Locale, { status }: Standing): View {
    return { text: t(locale, `desk-done-${status}`) };
  }

  function rightsMissing(
    locale: Locale,
    { missing, admin }: Extract<SetUpOutcome, { status: 'rights-missing' }>,
  ): string {
    const title = t(locale, admin ? 'desk-rights-missing' : 'desk-not-admin');
    const again = t(locale, 'desk-then-again');
    return `${title}\n${rights(locale, missing)}\n\n${grantPath(locale)}\n${again}`;
  }

  function trouble(locale: Locale, title: string, what: string): string {
    const named = rightsIn(what);
    if (named.length > 0) {
      const lost = t(locale, 'desk-trouble-rights', { title });
      return `${lost}\n${rights(locale, named)}\n\n${grantPath(locale)}\n${t(locale, 'desk-waits')}`;
    }
    return `${t(locale, troubleKey(what), { title })}\n${t(locale, 'desk-waits')}`;
  }

  /** The three steps, those marked that are done. */
  function steps(locale: Locale, desk: Desk | null, group: AdoptedGroup | null): View {
    if (desk?.state === 'ready')
      return { text: t(locale, 'desk-steps-done', { title: desk.title }) };
    if (desk?.trouble && desk.state === 'no-rights') {
      return { text: trouble(locale, desk.title, desk.trouble) };
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

  return { setUp, rightsMissing, trouble, steps, header, headerSet, unknownLine, unknownScope };
}

interface Scope {
  readonly channel: string | null;
  readonly status: string | null;
}

function troubleKey(what: string): string {
  switch (what) {
    case 'kicked':
    case 'not-member':
      return 'desk-trouble-kicked';
    case 'deleted':
    case 'not-found':
      return 'desk-trouble-deleted';
    case NOT_A_FORUM:
      return 'desk-trouble-not-a-forum';
    default:
      return 'desk-trouble-some-rights';
  }
}
