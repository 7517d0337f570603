// Albums that come, or fail, in pieces.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, KINDS, openDesk } from '../support/desk.ts';
import { areOneAlbum, asks, doing, labels, type OpenDialog } from '../support/dialogs.ts';
import { until } from '../support/until.ts';

let company: DeskCompany;
let does: ReturnType<typeof doing>;

/** One part of an album, and the second in which nothing followed it. */
async function sendsPart({ client }: OpenDialog, albumId: string, caption = ''): Promise<void> {
  const media = { kind: 'photo', caption } as const;
  await company.control.send({ userId: client.id, media, albumId });
  await company.later(2_000);
}

describe.each(KINDS)('at a %s desk', (kind) => {
  beforeAll(async () => {
    company = await openDesk({}, undefined, kind);
    does = doing(company);
  });

  afterAll(() => company.close());

  describe('a part of a client’s album that comes late', () => {
    it('to a closed dialog is carried and leaves it closed', async () => {
      const dialog = await asks(company, 'Анна');
      await sendsPart(dialog, 'a1', 'наш склад');
      await does(company.katya.presses('Закрыть', { in: dialog.topic }));
      await sendsPart(dialog, 'a1');

      const [part] = (await company.katya.in(dialog.topic).messages()).slice(-1);
      expect(part).toMatchObject({ media: 'photo', text: '' });
      expect(await dialog.status()).toBe('⚪️ ЗАКРЫТО');
      expect(await dialog.card()).toContain('Последний вопрос');
      expect(await dialog.card()).not.toContain('Вопросы клиента');
    });

    it('to an answered one is part of what was answered', async () => {
      const dialog = await asks(company, 'Белла');
      await sendsPart(dialog, 'b1', 'наш склад');
      await does(company.katya.in(dialog.topic).says('Хороший склад'));
      await sendsPart(dialog, 'b1');

      expect(await dialog.status()).toBe('🟢 ОТВЕЧЕНО');
      expect(await dialog.card()).not.toContain('Вопросы клиента');
    });

    it('with words that nobody has read is a question, and its clock runs', async () => {
      const dialog = await asks(company, 'Вера');
      await sendsPart(dialog, 'c1');
      await does(company.katya.presses('Закрыть', { in: dialog.topic }));
      await sendsPart(dialog, 'c1', 'а вот это сломано');
      await sendsPart(dialog, 'c1');

      expect(await dialog.status()).toMatch(/^🟠 ПРОДОЛЖИТЬ · ждёт с/);
      expect(await dialog.card()).toContain('[фото × 2] а вот это сломано');
    });
  });

  describe('an album of staff of which a part is on its way', () => {
    it('and becomes a note too late says that the client sees it', async () => {
      const { katya, control, desk } = company;
      const dialog = await asks(company, 'Дина');
      const threadId = dialog.topic.threadId ?? 0;
      const at = { userId: katya.id, chatId: desk.chatId, threadId, albumId: 'd1' };
      await control.fail({ fault: { kind: 'latency', ms: 700 }, chatId: dialog.client.id });
      await does(control.send({ ...at, media: { kind: 'photo', caption: '' } }));
      const calls = (await control.calls({})).length;
      await company.clock.advance(2_000);
      await until(async () => (await control.calls({})).length > calls, 'nothing leaves');
      await control.send({ ...at, media: { kind: 'photo', caption: '// тайна' } });
      await company.later(2_000);

      expect(await dialog.thread()).toContain(
        'Это ушло клиенту раньше, чем стало заметкой: клиент это видит. Чтобы отозвать, ответьте на него командой /del.',
      );
      expect((await dialog.client.sees()).join()).not.toContain('тайна');
    });
  });

  describe('an album of staff that does not arrive', () => {
    it('says so once', async () => {
      const { katya, control } = company;
      const dialog = await asks(company, 'Галя');
      await control.fail({
        fault: { kind: 'error', error_code: 413, description: 'Request Entity Too Large' },
        chatId: dialog.client.id,
        times: 'always',
      });
      await does(katya.in(dialog.topic).sendsAlbum([{ kind: 'photo' }, { kind: 'photo' }]));
      await company.later(2_000);

      const told = (await dialog.thread()).filter((text) => text.startsWith('Не доставлено'));
      expect(told).toHaveLength(1);
      expect((await dialog.card()).match(/ответ не доставлен.*/g)).toEqual(['ответ не доставлен']);
      await control.clearFaults({});
    });

    it('and may, has one «Повторить», which sends it as one', async () => {
      const { katya } = company;
      const dialog = await asks(company, 'Даша');
      await does(dialog.client.blocksTheBot());
      await does(katya.in(dialog.topic).sendsAlbum([{ kind: 'photo' }, { kind: 'photo' }]));
      await company.later(2_000);
      const told = (await katya.in(dialog.topic).messages()).filter((message) =>
        labels(message).includes('Повторить'),
      );
      expect(told).toHaveLength(1);

      await does(dialog.client.unblocksTheBot());
      await does(katya.presses('Повторить', { in: dialog.topic }));
      await company.later(2_000);
      const album = (await dialog.client.messages()).filter(({ from }) => from.isBot);
      expect(album).toHaveLength(2);
      expect(areOneAlbum(album)).toBe(true);
    });
  });

  describe('an album between whose parts the program stood still', () => {
    it('is shown as one', async () => {
      const { control, katya, clock } = company;
      const dialog = await asks(company, 'Ева');
      const part = { userId: dialog.client.id, media: { kind: 'photo' }, albumId: 'e1' } as const;
      await does(control.send(part));
      await company.stopApp();
      await control.send(part);
      await clock.advance(600_000);
      await company.startApp();
      await company.later(1_000);
      await company.later(2_000);

      const shown = (await katya.in(dialog.topic).messages()).filter(
        ({ media }) => media === 'photo',
      );
      expect(shown).toHaveLength(2);
      expect(areOneAlbum(shown)).toBe(true);
    });

    it('is shown as one, however long Telegram takes to give the rest', async () => {
      const { control, katya, clock } = company;
      const dialog = await asks(company, 'Жанна');
      const part = { userId: dialog.client.id, media: { kind: 'photo' }, albumId: 'e2' } as const;
      await does(control.send(part));
      await company.stopApp();
      await control.send(part);
      await control.fail({
        fault: { kind: 'error', error_code: 502, description: 'Bad Gateway' },
        method: 'getUpdates',
        times: 3,
      });
      await clock.advance(600_000);
      await company.startApp();
      await until(async () => {
        await clock.advance(1_000);
        return (await control.waitForUpdatesConfirmed({ timeoutMs: 50 })).confirmed;
      }, 'the rest is not read');
      await company.later(2_000);

      const shown = (await katya.in(dialog.topic).messages()).filter(
        ({ media }) => media === 'photo',
      );
      expect(shown).toHaveLength(2);
      expect(areOneAlbum(shown)).toBe(true);
    });
  });
});
