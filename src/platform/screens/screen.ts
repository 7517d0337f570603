// What a menu shows: words and rows of buttons, each of which says by itself what it is about. Never the
// place it stands in: lists shift between the moment they are shown and the press.

export type ScreenButton = PressButton | LinkButton;

interface ButtonLook {
  readonly label: string;
  readonly style?: 'primary' | 'success' | 'danger';
}

export interface PressButton extends ButtonLook {
  /** A verb and the ids of what it is about: «part.12». Letters, digits, «_», «-» and «.». */
  readonly data: string;
}

/** It leads elsewhere; nobody hears of the press. */
export interface LinkButton extends ButtonLook {
  readonly url: string;
}

export interface Screen {
  /** Plain text: a name in it is never read as markup. */
  readonly text: string;
  readonly rows: readonly (readonly ScreenButton[])[];
}

const PER_PAGE = 8;

export interface Page<T> {
  readonly items: readonly T[];
  /** From 1. */
  readonly page: number;
  readonly pages: number;
}

/** The page nearest to the one wished: lists get shorter. An empty list has one page. */
export function pageOf<T>(all: readonly T[], wished: number, perPage = PER_PAGE): Page<T> {
  const pages = Math.max(1, Math.ceil(all.length / perPage));
  const page = Math.min(Math.max(1, Math.trunc(wished) || 1), pages);
  return { items: all.slice((page - 1) * perPage, page * perPage), page, pages };
}

/** «‹», «2 / 5», «›»; nothing where there is one page. The one in the middle draws the page anew. */
export function pageRow(
  { page, pages }: Page<unknown>,
  dataOf: (page: number) => string,
): readonly (readonly PressButton[])[] {
  if (pages === 1) return [];
  const back = page > 1 ? [{ label: '‹', data: dataOf(page - 1) }] : [];
  const on = page < pages ? [{ label: '›', data: dataOf(page + 1) }] : [];
  return [[...back, { label: `${page} / ${pages}`, data: dataOf(page) }, ...on]];
}

/** Buttons side by side, so many in a row. */
export function inRows<T>(all: readonly T[], width: number): T[][] {
  const rows = Math.ceil(all.length / width);
  return Array.from({ length: rows }, (_, row) => all.slice(row * width, (row + 1) * width));
}

export interface ScreenData {
  readonly verb: string;
  /** Whole numbers; anything else is 0, which is nobody's id. */
  readonly ids: readonly number[];
}

/** What {@link ScreenButton.data} says; it comes from people, and proves nothing. */
export function readData(data: string): ScreenData {
  const [verb = '', ...rest] = data.split('.');
  return { verb, ids: rest.map((part) => (/^\d{1,9}$/.test(part) ? Number(part) : 0)) };
}
