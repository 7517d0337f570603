// Exporters as staff read several of them: the list, and those that wait for a decision. Plain text.

import type { InlineKeyboardButton } from 'grammy/types';
import type { Locale, Translate } from '../platform/i18n.ts';
import type { View } from '../platform/outbox/words.ts';
import { exporterButton, listButton } from './buttons.ts';
import type { Company } from './exporter.ts';

export const PAGE_SIZE = 8;

type Listed = Pick<Company, 'id' | 'name'>;

export function createExporterListViews(t: Translate) {
  /** A page of the list, from 0; `words`: only what was looked for. */
  function list(
    locale: Locale,
    page: number,
    words: string,
    { total, companies }: { readonly total: number; readonly companies: readonly Company[] },
  ): View {
    if (total === 0) return { text: t(locale, words ? 'exporters-none' : 'exporters-empty') };
    const lines = companies.map(({ id, name, status }) =>
      t(locale, 'exporters-line', { number: id, name, status: t(locale, `exporter-is-${status}`) }),
    );
    const title = t(locale, words ? 'exporters-found' : 'exporters-title', { count: total, words });
    const more = total > companies.length && words ? [t(locale, 'exporters-narrow')] : [];
    const rows = companies.map((company) => [opening(locale, company)]);
    const turning = words ? [] : pages(page, total);
    const text = [title, '', ...lines, ...more].join('\n');
    return { text, keyboard: { inline_keyboard: [...rows, turning].filter((row) => row.length) } };
  }

  function pages(page: number, total: number): InlineKeyboardButton[] {
    const last = Math.ceil(total / PAGE_SIZE) - 1;
    const turn = (text: string, to: number) => ({
      text,
      callback_data: listButton.encode({ id: to + 1, revision: 0 }),
    });
    return [
      ...(page > 0 ? [turn('‹', page - 1)] : []),
      ...(page < last ? [turn('›', page + 1)] : []),
    ];
  }

  /** Each opens its card in place of the list. */
  function opening(locale: Locale, { id, name }: Listed): InlineKeyboardButton {
    return {
      text: t(locale, 'exporters-open', { number: id, name }),
      callback_data: exporterButton.encode({ id, revision: 0, choice: 'open' }),
    };
  }

  /** Several that wait for a decision; those that do not fit are in the list. */
  function undecided(locale: Locale, waiting: readonly Listed[]): View {
    const shown = waiting.slice(0, PAGE_SIZE);
    const rows = shown.map((company) => [opening(locale, company)]);
    const text = t(locale, 'exporters-undecided', { count: waiting.length });
    return { text, keyboard: { inline_keyboard: rows } };
  }

  return { list, undecided };
}
