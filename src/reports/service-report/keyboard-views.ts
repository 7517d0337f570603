// The buttons under a report, and the menus they open.

import { InlineKeyboard } from 'grammy';
import type { Locale, Translate } from '../../platform/i18n.ts';
import { truncate } from '../../platform/telegram/plain-text.ts';
import {
  askButton,
  mailingButton,
  menuButton,
  ownMailingButton,
  type Picked,
  periodButton,
  pickButton,
  type ReportMenu,
  type Wider,
  widerButton,
} from './buttons.ts';
import type { KeptReport } from './kept-report.ts';
import type { Known } from './known.ts';
import { NAMED_PERIODS } from './period.ts';

/** A menu, and which page of it. */
export interface Shown {
  readonly menu: ReportMenu;
  /** From 0. */
  readonly page: number;
}

export const REPORT_ITSELF: Shown = { menu: 'report', page: 0 };

/** Whoever looks at it. */
export interface Viewer {
  readonly id: number;
  /** They see everybody. */
  readonly forAll: boolean;
}

const ROWS_A_PAGE = 16;

interface Choice {
  readonly text: string;
  readonly data: string;
}

export type ReportKeyboards = ReturnType<typeof createReportKeyboards>;

export function createReportKeyboards(t: Translate) {
  /** For whom it is drawn. */
  function keyboard(
    report: KeptReport,
    known: Known,
    { menu, page }: Shown,
    { id: viewerId, forAll }: Viewer,
  ): InlineKeyboard {
    switch (menu) {
      case 'report':
        return main(report, forAll);
      case 'period':
        return periods(report);
      case 'mailing':
        return list(report, menu, page, mailing(report, known, viewerId));
      case 'client':
      case 'type':
      case 'staff':
      case 'plan':
        return list(report, menu, page, choices(report, known, menu));
    }
  }

  function main({ id, reader }: KeptReport, forAll: boolean): InlineKeyboard {
    const { locale } = reader;
    const menu = (choice: ReportMenu) => menuButton.encode({ id, revision: 0, choice });
    const ask = (choice: 'chart' | 'table') => askButton.encode({ id, revision: 0, choice });
    const keyboard = new InlineKeyboard()
      .text(t(locale, 'report-button-period'), menu('period'))
      .text(t(locale, 'report-button-client'), menu('client'))
      .row()
      .text(t(locale, 'report-button-type'), menu('type'));
    if (forAll) keyboard.text(t(locale, 'report-button-staff'), menu('staff'));
    keyboard
      .row()
      .text(t(locale, 'report-button-chart'), ask('chart'))
      .text(t(locale, 'report-button-table'), ask('table'));
    if (forAll) {
      keyboard
        .row()
        .text(t(locale, 'report-button-plan'), menu('plan'))
        .row()
        .text(t(locale, 'report-button-mailing'), menu('mailing'));
    }
    return keyboard.row().text(t(locale, 'report-button-again'), menu('report'));
  }

  function periods({ id, reader, query }: KeptReport): InlineKeyboard {
    const { locale } = reader;
    const { period } = query;
    const keyboard = new InlineKeyboard();
    NAMED_PERIODS.forEach((choice, index) => {
      const chosen = period.kind === 'named' && period.name === choice;
      const text = mark(chosen, t(locale, `report-pick-${choice}`));
      keyboard.text(text, periodButton.encode({ id, revision: 0, choice }));
      if (index % 2 === 1) keyboard.row();
    });
    const dates = askButton.encode({ id, revision: 0, choice: 'dates' });
    return back(
      keyboard.row().text(mark(period.kind === 'dates', t(locale, 'report-pick-dates')), dates),
      { id, locale },
    );
  }

  function choices({ id, reader, query }: KeptReport, known: Known, menu: Picked): Choice[] {
    const { locale } = reader;
    const wider = (choice: Wider, chosen: boolean): Choice => ({
      text: mark(chosen, t(locale, `report-all-${choice}`)),
      data: widerButton.encode({ id, revision: 0, choice }),
    });
    const pick = (
      row: { readonly id: number; readonly name: string },
      chosen: boolean,
    ): Choice => ({
      text: mark(chosen, truncate(row.name, 40)),
      data: pickButton.encode({ id: row.id, revision: id, choice: menu }),
    });
    const { companyId, typeId, staffId, subject } = query;
    switch (menu) {
      case 'client':
        return [
          wider('client', companyId === null),
          ...known.companies.map((row) => pick(row, row.id === companyId)),
        ];
      case 'type':
        return [
          wider('both', subject === null && typeId === null),
          wider('tickets', subject === 'ticket' && typeId === null),
          wider('dialogs', subject === 'dialog'),
          ...known.types.map((type) =>
            pick({ id: type.id, name: type.name[locale] }, type.id === typeId),
          ),
        ];
      case 'staff':
        return [
          wider('staff', staffId === null),
          ...known.staff.map((row) => pick(row, row.id === staffId)),
        ];
      case 'plan':
        return known.plans.map((row) => pick(row, false));
    }
  }

  function mailing(
    { id, reader: { locale } }: KeptReport,
    { companies, staff }: Known,
    viewerId: number,
  ): Choice[] {
    const own = staff
      .filter((one) => one.id === viewerId)
      .map(({ name, weekly }) => ({
        text: checked(weekly, t(locale, 'report-mail-own', { name })),
        data: ownMailingButton.encode({ id: viewerId, revision: id }),
      }));
    const clients = companies
      .filter(({ served }) => served)
      .map(({ id: companyId, name, weekly }) => ({
        text: checked(weekly, truncate(name, 40)),
        data: mailingButton.encode({ id: companyId, revision: id }),
      }));
    return [...own, ...clients];
  }

  /** As many as fit, with pages where there are more. */
  function list(
    { id, reader }: KeptReport,
    menu: ReportMenu,
    asked: number,
    all: readonly Choice[],
  ): InlineKeyboard {
    const { locale } = reader;
    const pages = Math.max(1, Math.ceil(all.length / ROWS_A_PAGE));
    const page = Math.min(asked, pages - 1);
    const keyboard = new InlineKeyboard();
    const rows = all.slice(page * ROWS_A_PAGE, (page + 1) * ROWS_A_PAGE);
    rows.forEach(({ text, data }, index) => {
      keyboard.text(text, data);
      if (index % 2 === 1) keyboard.row();
    });
    const turn = (to: number) => menuButton.encode({ id, revision: to, choice: menu });
    if (pages > 1) {
      keyboard.row();
      if (page > 0) keyboard.text('◀', turn(page - 1));
      keyboard.text(t(locale, 'lookup-page', { page: page + 1, pages: String(pages) }), turn(page));
      if (page < pages - 1) keyboard.text('▶', turn(page + 1));
    }
    return back(keyboard.row(), { id, locale });
  }

  function back(
    keyboard: InlineKeyboard,
    { id, locale }: { readonly id: number; readonly locale: Locale },
  ): InlineKeyboard {
    const data = menuButton.encode({ id, revision: 0, choice: 'report' });
    return keyboard.row().text(t(locale, 'report-button-back'), data);
  }

  return { keyboard };
}

function checked(on: boolean, text: string): string {
  return `${on ? '✅' : '▫️'} ${text}`;
}

function mark(chosen: boolean, text: string): string {
  return chosen ? `✓ ${text}` : text;
}
