// What is said about questions to colleagues, in private and in the thread. HTML.

import { InlineKeyboard } from 'grammy';
import { kindOf } from '../../desks/kinds/kinds.ts';
import type { Locale, Translate } from '../../platform/i18n.ts';
import { type Html, html, joinHtml } from '../../platform/telegram/html.ts';
import { plainName, truncate } from '../../platform/telegram/plain-text.ts';
import type { DialogNotice, Person } from '../audience-repository.ts';
import { isThreadOfSubject } from '../subject.ts';
import type { Speech } from '../views.ts';
import { askAnotherButton, withdrawButton } from './buttons.ts';
import type { ColleagueQuestion } from './question.ts';

/** A question with all that is said of it. */
export interface About {
  readonly question: ColleagueQuestion;
  readonly dialog: DialogNotice;
  readonly by: Person;
  readonly of: Person;
}

const SHOWN_SIGNS = 500;

export function createAskingViews(t: Translate) {
  /** To the colleague; `last`: the client's last words, null where there are none. */
  function question({ question: asked, dialog, by, of }: About, last: string | null): Speech {
    const { locale } = of;
    const lines = [
      html`❓ <b>${t(locale, 'asking-question', { name: plainName(by.name, '…') })}</b>`,
      html`${aboutOf(dialog)}`,
      ...(asked.words === '' ? [] : [html`<blockquote>${asked.words}</blockquote>`]),
      ...(last === null ? [] : [html`${t(locale, 'asking-last', { words: last })}`]),
      html`<i>${t(locale, 'asking-how')}</i>`,
    ];
    return { text: String(joinHtml(lines, '\n')), ...wayTo(dialog, locale) };
  }

  /** In the thread: who was asked what; while somebody waits, it can be taken back. */
  function inThread({ question: asked, dialog, by, of }: About): Speech {
    const locale = dialog.deskLocale;
    const facts = { by: plainName(by.name, '…'), of: plainName(of.name, '…') };
    const key = asked.words === '' ? 'asking-asked-plain' : 'asking-asked';
    const words = t(locale, key, { ...facts, words: truncate(asked.words, SHOWN_SIGNS) });
    const data = withdrawButton.encode({ id: asked.id, revision: 0 });
    const keyboard = new InlineKeyboard().text(t(locale, 'asking-withdraw'), data);
    const isOpen = asked.ending === null;
    return { text: String(html`${words}`), quiet: true, ...(isOpen ? { keyboard } : {}) };
  }

  /** In the thread, calling whoever asked by name. */
  function calling(
    { question: asked, dialog, by, of }: About,
    key: string,
    offersAnother: boolean,
  ) {
    const locale = dialog.deskLocale;
    const words = t(locale, key, { of: plainName(of.name, '…') });
    const data = askAnotherButton.encode({ id: asked.dialogId, revision: 0 });
    const keyboard = new InlineKeyboard().text(t(locale, 'asking-another'), data);
    const text = String(html`${mention(by)}${words}`);
    return offersAnother ? { text, keyboard } : { text };
  }

  /** To whoever asked, in private. */
  function silent({ dialog, by, of }: About): Speech {
    const facts = { of: plainName(of.name, '…'), about: aboutOf(dialog) };
    const words = t(by.locale, 'asking-silent', facts);
    return { text: String(html`${words}`), ...wayTo(dialog, by.locale) };
  }

  /** Back to the colleague. */
  function passed({ of }: About): Speech {
    return { text: String(html`${t(of.locale, 'asking-passed')}`), quiet: true };
  }

  function tooLate({ of, dialog }: About): Speech {
    const words = t(of.locale, 'asking-too-late');
    return { text: String(html`${words}`), ...wayTo(dialog, of.locale) };
  }

  function withdrawn({ of, by }: About): Speech {
    const words = t(of.locale, 'asking-withdrawn', { name: plainName(by.name, '…') });
    return { text: String(html`${words}`), quiet: true };
  }

  function wayTo(dialog: DialogNotice, locale: Locale): { readonly keyboard?: InlineKeyboard } {
    const { deskChatId, threadId, deskKind } = dialog;
    if (!deskChatId || !threadId) return {};
    const url = kindOf(deskKind).threadUrl(deskChatId, threadId);
    return { keyboard: new InlineKeyboard().url(t(locale, 'asking-open'), url) };
  }

  return { question, inThread, calling, silent, passed, tooLate, withdrawn };
}

function aboutOf({ channel, clientName, dialogId }: DialogNotice): string {
  const name = plainName(clientName, '…');
  return isThreadOfSubject(channel) ? name : `№ ${dialogId} · ${name}`;
}

function mention({ worksHere, userId, name }: Person): Html {
  if (!worksHere) return html``;
  return html`<a href="tg://user?id=${userId}">${plainName(name, '…')}</a>: `;
}
