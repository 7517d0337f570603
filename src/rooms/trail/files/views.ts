// The files of a room as a list, and one of them with what is known of it. HTML.

import { InlineKeyboard } from 'grammy';
import { harmlessLine } from '../../../dialogs/content/harmless.ts';
import { formatWhen } from '../../../platform/dates.ts';
import type { Locale, Translate } from '../../../platform/i18n.ts';
import { type Html, html, joinHtml } from '../../../platform/telegram/html.ts';
import { plainName } from '../../../platform/telegram/plain-text.ts';
import { createInBoth, type InBoth } from '../both.ts';
import { messageUrl } from '../links.ts';
import type { RoomView } from '../looking.ts';
import type { Keyed } from '../speech-views.ts';
import { addTurning } from '../turning-views.ts';
import { fileButton, fileKindButton, filesPage } from './buttons.ts';
import { FILE_KINDS, type FileKind } from './file.ts';
import type { ListedFile } from './repository.ts';

export interface FileList extends RoomView {
  readonly files: readonly ListedFile[];
  /** Of all files, whatever is shown. */
  readonly kinds: readonly FileKind[];
  /** Null: of every kind. */
  readonly kind: FileKind | null;
  readonly page: number;
  readonly pages: number;
}

/** In signs. */
const MOST_NAME = 60;
const KINDS_IN_ROW = 2;

export type FileViews = ReturnType<typeof createFileViews>;

export function createFileViews(t: Translate) {
  const both: InBoth = createInBoth(t);

  function list(facts: FileList): Keyed {
    const { room, files, kind } = facts;
    const { locales } = room;
    const of = kind ? ` · ${both(locales, `file-kind-${kind}`)}` : '';
    const title = html`📎 <b>${both(locales, 'files-title')}</b>${of}`;
    const none = locales.map((locale) => html`${t(locale, 'files-none')}`);
    const rows = files.map((file, index) => row(facts, file, index + 1));
    const hint = locales.map((locale) => html`<i>${t(locale, 'files-hint')}</i>`);
    const body = files.length > 0 ? [...rows, ...hint] : none;
    const keyboard = keyboardOf(facts);
    return { text: String(joinHtml([title, ...body], '\n')), keyboard, quiet: true };
  }

  function row(facts: FileList, file: ListedFile, number: number): Html {
    const { room, chatId } = facts;
    const name = nameOf(file, room.locales);
    const url = messageUrl(file.at, chatId);
    const shown = url ? html`<a href="${url}">${name}</a>` : html`${name}`;
    const kind = both(room.locales, `file-kind-${file.kind}`);
    return html`${number}. ${shown} · ${kind} · ${plainName(file.author, '…', 30)}, ${when(facts, file)}`;
  }

  /** Its own name, else its caption, else what it is. */
  function nameOf({ name, caption, media }: ListedFile, locales: readonly Locale[]): string {
    const own = plainName(name ?? caption, '', MOST_NAME);
    return own === '' ? both(locales, `kind-${media}`) : harmlessLine(own);
  }

  function keyboardOf({ room, files, kinds, kind, page, pages }: FileList): InlineKeyboard {
    const keyboard = new InlineKeyboard();
    const to = (revision: number, choice: FileKind | 'all' = kind ?? 'all') =>
      filesPage.encode({ id: room.id, revision, choice });
    files.forEach(({ id }, index) => {
      keyboard.text(String(index + 1), fileButton.encode({ id, revision: 0 }));
    });
    keyboard.row();
    addTurning(keyboard, { page, pages }, to);
    const others = kinds.length > 1 ? kinds.filter((one) => one !== kind) : [];
    others.forEach((one, index) => {
      if (index % KINDS_IN_ROW === 0) keyboard.row();
      keyboard.text(both(room.locales, `file-kind-${one}`), to(0, one));
    });
    if (kind) keyboard.row().text(both(room.locales, 'files-all'), to(0, 'all'));
    return keyboard;
  }

  /** Under a file that is sent again: whose it is, since when, what it is, and its hash. */
  function one(facts: RoomView & { readonly file: ListedFile }): Keyed {
    const { room, file } = facts;
    const { locales } = room;
    const lines = [
      html`<b>${nameOf(file, locales)}</b>`,
      html`${plainName(file.author, '…')}, ${when(facts, file)}`,
      html`${hashLine(file, locales)}`,
      html`${both(locales, 'file-ask-kind')}`,
    ];
    return { text: String(joinHtml(lines, '\n')), keyboard: kindKeyboard(file, locales) };
  }

  function hashLine({ sha256, hashState }: ListedFile, locales: readonly Locale[]): Html {
    if (sha256) return html`SHA-256: <code>${sha256}</code>`;
    return html`${both(locales, `file-hash-${hashState}`)}`;
  }

  /** The one that it is has a mark. */
  function kindKeyboard(file: Pick<ListedFile, 'id' | 'kind'>, locales: readonly Locale[]) {
    const keyboard = new InlineKeyboard();
    FILE_KINDS.forEach((choice, index) => {
      if (index > 0 && index % KINDS_IN_ROW === 0) keyboard.row();
      const mark = choice === file.kind ? '✓ ' : '';
      const label = `${mark}${both(locales, `file-kind-${choice}`)}`;
      keyboard.text(label, fileKindButton.encode({ id: file.id, revision: 0, choice }));
    });
    return keyboard;
  }

  return { list, one, kindKeyboard };
}

function when({ room, timeZone, now }: RoomView, { addedAt }: ListedFile): string {
  return formatWhen(room.locales[0] ?? 'ru', timeZone, addedAt, now);
}
