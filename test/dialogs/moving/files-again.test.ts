// What stands above a file that is shown again where its dialog goes on.

import { describe, expect, it } from 'vitest';
import type { DialogMessage } from '../../../src/dialogs/message.ts';
import { createFilesAgain } from '../../../src/dialogs/moving/files-again.ts';
import { createTranslator } from '../../../src/platform/i18n.ts';
import { businessChatId } from '../../../src/platform/telegram/business-chat.ts';

const NOON = new Date('2026-11-22T09:00:00Z');

const PHOTO: DialogMessage = {
  id: 7,
  dialogId: 1,
  author: 'staff',
  staffId: 2,
  purpose: 'answer',
  chatId: -100,
  messageId: 5,
  content: { kind: 'photo', fileId: 'f', fileName: null, caption: 'Акт', entities: [] },
  mediaGroupId: null,
  replyToId: null,
  receivedAt: NOON,
  delivery: 'delivered',
  deliveredAt: NOON,
  failure: null,
  version: 1,
  editedAt: null,
  deletedAt: null,
};

const filesAgain = createFilesAgain(createTranslator());

function said(change: Partial<DialogMessage>, name: string | null = 'Катя') {
  const calls = filesAgain({
    kept: { ...PHOTO, ...change },
    about: { clientName: 'Анна', deskLocale: 'ru' },
    author: name === null ? null : { name },
    place: { chatId: -200, thread: { topic: 3 } },
    fallbacks: { anew: false, plain: false },
  });
  return calls.map(({ method, payload }) => `${method} ${payload.caption ?? payload.text ?? ''}`);
}

describe('a file that is shown again', () => {
  it.each([
    ['an answer', {}, 'Катя', 'Катя:\nАкт'],
    ['a note', { purpose: 'note' }, 'Катя', 'Катя, заметка:\nАкт'],
    ['one that was never agreed to', { purpose: 'held' }, 'Катя', 'Катя, заметка:\nАкт'],
    ['one taken back', { delivery: 'taken-back' }, 'Катя', 'Катя, отозвано:\nАкт'],
    ['a client’s', { author: 'client', staffId: null }, null, 'Анна:\nАкт'],
  ] as const)('says whose it is: %s', (_case, change, name, caption) => {
    expect(said(change, name)).toEqual([`copyMessage ${caption}`]);
  });

  it('says it before what has no place for words', () => {
    const content = { ...PHOTO.content, kind: 'sticker', caption: '' } as DialogMessage['content'];
    expect(said({ content })).toEqual(['sendMessage Катя:', 'copyMessage ']);
  });

  it('goes by its own id where nothing is copied, and carries no tag of the client’s', () => {
    const content = { ...PHOTO.content, caption: '#закрыто' } as DialogMessage['content'];
    const theirs = { author: 'client', staffId: null, chatId: businessChatId(1), content } as const;
    expect(said(theirs, null)).toEqual(['sendPhoto Анна:\n#\u2060закрыто']);
  });
});
