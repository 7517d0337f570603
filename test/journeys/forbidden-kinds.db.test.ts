// A group that lets the bot send no photos, or stickers, or polls: that message alone is not shown, staff
// read what is missing, and everything else goes on.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, KINDS, openDesk } from '../support/desk.ts';
import { asks, doing, type OpenDialog } from '../support/dialogs.ts';
import type { Media } from '../support/people.ts';
import { bad, refusing } from '../support/refusing.ts';

const SENT: readonly (readonly [refused: string, media: Media, method: string, words: string])[] = [
  ['not enough rights to send photos to the chat', { kind: 'photo' }, 'sendPhoto', 'фото'],
  ['not enough rights to send videos to the chat', { kind: 'video' }, 'sendVideo', 'видео'],
  ['not enough rights to send audios to the chat', { kind: 'audio' }, 'sendAudio', 'музыку'],
  [
    'not enough rights to send documents to the chat',
    { kind: 'document' },
    'sendDocument',
    'файлы',
  ],
  [
    'not enough rights to send voice notes to the chat',
    { kind: 'voice' },
    'sendVoice',
    'голосовые сообщения',
  ],
  [
    'not enough rights to send video notes to the chat',
    { kind: 'video_note' },
    'sendVideoNote',
    'видеосообщения',
  ],
  [
    'not enough rights to send stickers to the chat',
    { kind: 'sticker' },
    'sendSticker',
    'стикеры и GIF',
  ],
  [
    'not enough rights to send polls to the chat',
    { kind: 'poll', question: 'Когда?', options: ['Утром', 'Днём'] },
    'sendPoll',
    'опросы',
  ],
];

let company: DeskCompany;
let does: ReturnType<typeof doing>;
let anna: OpenDialog;

describe.each(KINDS)('a group of a %s desk that forbids a kind', (kind) => {
  beforeAll(async () => {
    company = await openDesk({}, undefined, kind);
    does = doing(company);
    anna = await asks(company, 'Анна');
  });

  afterAll(() => company.close());

  it('shows everything but that, and says each time what to allow and where', async () => {
    const { control, desk, igor } = company;
    const refuses = refusing(company);
    const before = (await igor.sees()).length;
    for (const [refused, media, method] of SENT) {
      const words = bad(refused);
      for (const one of ['copyMessage', method]) {
        await refuses(...words, { chatId: desk.chatId, method: one, times: 'always' });
      }
      await does(anna.client.sends(media));
      await control.clearFaults({});
    }
    await does(anna.client.says('А это видно?'));

    const told = (await anna.thread()).filter((text) =>
      text.includes('показать его здесь не удалось'),
    );
    expect(told).toEqual(
      SENT.map(([, , , words]) =>
        expect.stringContaining(`не даёт боту присылать сюда ${words}. `),
      ),
    );
    expect((await anna.thread()).at(-1)).toBe('А это видно?');
    expect((await igor.sees()).length).toBe(before);
  });

  it('is named by /desk, and what was not shown can be shown again when it is allowed', async () => {
    const { igor, desk } = company;
    await does(igor.in(desk).says('/desk'));
    const answer = await igor.in(desk).reads('прав хватает');
    expect(answer.text).toContain(
      'Telegram не дал боту прислать сюда фото, видео, видеосообщения,',
    );

    await does(company.olga.says('/undelivered'));
    await does(company.olga.presses(`Telegram не разрешает это отправить: ${SENT.length}`));
    await does(company.olga.presses(`Повторить все (${SENT.length})`));
    const shown = (await company.katya.in(anna.topic).messages()).filter(({ media }) => media);
    expect(shown).toHaveLength(SENT.length);
    await company.later(24 * 3_600_000);
    await does(igor.in(desk).says('/desk'));
    const later = (await igor.in(desk).sees()).findLast((text) => text.includes('прав хватает'));
    expect(later).not.toContain('Telegram не дал');
  });
});
