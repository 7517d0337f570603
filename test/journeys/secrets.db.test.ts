// No word meant for a colleague ever reaches a client: every way in which somebody might write one, at
// both kinds of desk. Each says «секрет»; the client never reads it, and staff can still send it.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { asks, doing } from '../support/dialogs.ts';
import type { Media, Message } from '../support/people.ts';
import { heard, KEPT, type Scene, secretsIn, type Way } from '../support/secrets.ts';

function sending(media: Media): Way[1] {
  return ({ company, topic }) => company.katya.in(topic).sends(media);
}

function saying(text: string): Way[1] {
  return ({ company, topic }) => company.katya.in(topic).says(text);
}

const checklist = (title: string, task: string) =>
  ({ kind: 'other', content: { checklist: { title, tasks: [{ id: 1, text: task }] } } }) as const;

async function answerOfBoris({ company: { boris }, topic, does }: Scene): Promise<Message> {
  return does(boris.in(topic).says('Ответ клиенту'));
}

/** Ways that end as a note, which «Отправить клиенту» could still send. */
const NOTES: readonly Way[] = [
  ['with «//»', ({ company, topic }) => company.katya.in(topic).says('// секрет')],
  ['with wide slashes', ({ company, topic }) => company.katya.in(topic).says('／／секрет')],
  [
    'with /note in another case',
    ({ company, topic }) => company.katya.in(topic).says('/NOTE секрет'),
  ],
  ['in a caption', ({ company, topic }) => company.katya.in(topic).sendsPhoto('// секрет')],
  [
    'in a caption of a video with /note',
    ({ company, topic }) =>
      company.katya.in(topic).sends({ kind: 'video', caption: '/note секрет' }),
  ],
  [
    'in one part of an album',
    ({ company, topic }) =>
      company.katya
        .in(topic)
        .sendsAlbum([{ kind: 'photo' }, { kind: 'photo', caption: '//секрет' }]),
  ],
  [
    'to a colleague called by @name',
    ({ company, topic }) => company.katya.in(topic).says('@boris_o, секрет'),
  ],
  ['with «//» behind a quotation mark', saying('"// секрет"')],
  ['with «//» behind an arrow', saying('> // секрет')],
  ['with «//» behind an emoji', saying('👉 // секрет')],
  ['with slashes that lean to the left', saying('\\\\ секрет')],
  ['with «//» behind a number', saying('1. // секрет')],
  ['with «//» on a keyboard that is set to Russian', saying('.. секрет')],
  ['with «//» under an answer', saying('Ответ клиенту\n// секрет')],
  ['with /note under a caption', sending({ kind: 'photo', caption: 'Ответ\n\n/note секрет' })],
  ['to all colleagues', saying('@all секрет')],
  ['to a colleague called by first name', saying('@Борис секрет')],
  ['with /note behind an emoji', saying('👉 /note секрет')],
  ['in the question of a poll', sending({ kind: 'poll', question: '// секрет?', options: ['да'] })],
  ['in an option', sending({ kind: 'poll', question: 'Кто?', options: ['@boris_o', 'секрет'] })],
  ['in a contact', sending({ kind: 'contact', phoneNumber: '+7', firstName: '// секрет' })],
  ['in the title of a checklist', sending(checklist('// секрет', 'позвонить'))],
  ['in a task of a checklist', sending(checklist('Дела', '@boris_o секрет'))],
  ['to a colleague called behind an emoji', saying('👉 @boris_o секрет')],
  ['to a colleague called in brackets', saying('(@boris_o) секрет')],
  ['to a colleague called behind a dash', saying('— @boris_o секрет')],
  ['to a colleague called in a list', saying('1. @boris_o секрет')],
  ['to a colleague whose name is misspelt by one letter', saying('@boris_0, секрет')],
  [
    'to a colleague whose name is misspelt in a caption',
    sending({ kind: 'photo', caption: '@Bori_o секрет' }),
  ],
  ['for the bot whose name is misspelt', saying('@deskrom_bot секрет')],
  [
    'in reply to one’s own mistyped command',
    async ({ company, topic, does }) => {
      const command = await does(company.katya.in(topic).says('/nothing'));
      return company.katya.in(topic).replies(command, 'секрет');
    },
  ],
  [
    'to two who are called, in letters of any size',
    ({ company, topic }) => company.katya.in(topic).says(' @nobody_known @BORIS_O секрет'),
  ],
  [
    'to a colleague called in a caption',
    ({ company, topic }) => company.katya.in(topic).sendsPhoto('@boris_o секрет'),
  ],
  [
    'to a colleague who has no @name',
    ({ company, katya }) => {
      const user = { id: company.boris.id, first_name: 'Борис', is_bot: false };
      const entities = [{ type: 'text_mention' as const, offset: 0, length: 5, user }];
      return company.control.say({ ...katya, text: 'Борис, секрет', entities });
    },
  ],
  [
    'called in reply to the client',
    async ({ company, topic }) => {
      const asked = await company.katya.in(topic).reads('Сколько стоит доставка');
      return company.katya.in(topic).replies(asked, '@boris_o секрет');
    },
  ],
  [
    'in reply to a colleague’s answer',
    async (scene) => {
      const answer = await answerOfBoris(scene);
      return scene.company.katya.in(scene.topic).replies(answer, 'секрет');
    },
  ],
  [
    'in reply to a part of a colleague’s answer',
    async (scene) => {
      const { messageId: replyTo } = await answerOfBoris(scene);
      const { company, katya } = scene;
      return company.control.say({ ...katya, replyTo, quote: 'Ответ', text: 'секрет' });
    },
  ],
  [
    'by voice in reply to a note',
    async ({ company, topic, does, katya }) => {
      const note = await does(company.boris.in(topic).says('// спроси склад'));
      const media = { kind: 'voice', caption: 'секрет' } as const;
      return company.control.send({ ...katya, replyTo: note.messageId, media });
    },
  ],
  [
    'in reply to the bot’s own words',
    async ({ company, topic, does }) => {
      await does(company.katya.in(topic).says('/nothing'));
      const word = await company.katya.in(topic).reads('Такой команды нет');
      return company.katya.in(topic).replies(word, 'секрет');
    },
  ],
  [
    'in reply to the word that a dialog was handed over',
    async ({ company, topic, does }) => {
      await does(company.katya.in(topic).says('/transfer Борис'));
      const word = await company.katya.in(topic).reads('Диалог передан');
      return company.katya.in(topic).replies(word, 'секрет');
    },
  ],
  [
    'in reply to the question whether to send',
    async ({ company, topic, does }) => {
      await does(company.boris.presses('Взять в работу', { in: topic }));
      await does(company.katya.in(topic).says('Ответ клиенту'));
      const word = await company.katya.in(topic).reads('Всё равно отправить?');
      return company.katya.in(topic).replies(word, 'секрет');
    },
  ],
  [
    'after «Добавить заметку»',
    async ({ company, topic, does }) => {
      await does(company.katya.presses('Добавить заметку', { in: topic }));
      return company.katya.in(topic).says('секрет');
    },
  ],
  [
    'as a colleague’s words, forwarded',
    async ({ company, topic, katya, does }) => {
      const { boris, control } = company;
      const words = await does(boris.in(topic).says('// секрет'));
      const of = { chatId: words.chatId, messageId: words.messageId };
      return control.forward({ ...katya, of });
    },
  ],
  [
    'as the bot’s words to staff, forwarded',
    async ({ company, topic, katya, does }) => {
      await does(company.boris.in(topic).says('// секрет'));
      const { chatId, messageId } = await company.katya.in(topic).reads(KEPT);
      return company.control.forward({ ...katya, of: { chatId, messageId } });
    },
  ],
  [
    'as a dialog chosen from what the bot offers',
    async ({ company: { control }, katya, does }) => {
      const { queryId } = await does(control.askInline({ userId: katya.userId, query: 'все' }));
      const resultId = (await control.inlineOffers({ queryId }))?.results[0]?.id ?? '';
      return control.chooseInline({ ...katya, queryId, resultId });
    },
  ],
  [
    'with /transfer',
    ({ company, topic }) => company.katya.in(topic).says('/transfer Борис секрет'),
  ],
];

/** Ways that are taken for a command, or for nothing that could be sent. */
const NOWHERE: readonly Way[] = [
  [
    'behind a mistyped command',
    ({ company, topic }) => company.katya.in(topic).says('/ntoe секрет'),
  ],
  [
    'behind a mistyped command in a caption',
    ({ company, topic }) => company.katya.in(topic).sendsPhoto('/заметка секрет'),
  ],
  [
    'with /transfer to nobody',
    ({ company, topic }) => company.katya.in(topic).says('/transfer @anybody секрет'),
  ],
  ['with /remind', ({ company, topic }) => company.katya.in(topic).says('/remind 2ч секрет')],
  [
    'in a held answer that is made a note',
    async ({ company, topic, does }) => {
      await does(company.boris.presses('Взять в работу', { in: topic }));
      const held = await does(company.katya.in(topic).says('секрет'));
      await does(company.katya.in(topic).edits(held, '// секрет'));
      await does(company.katya.presses('Отправить', { in: topic }));
      expect(await company.katya.lastToast()).toBe('Это уже решено');
    },
  ],
  [
    'in a held answer that is addressed to a colleague',
    async ({ company, topic, does }) => {
      await does(company.boris.presses('Взять в работу', { in: topic }));
      const held = await does(company.katya.in(topic).says('секрет'));
      await does(company.katya.in(topic).edits(held, '@boris_o секрет'));
      await does(company.katya.presses('Отправить', { in: topic }));
      expect(await company.katya.lastToast()).toBe('Это уже решено');
    },
  ],
];

/** What tells a note from an answer is the same at both kinds; what is a reply is not. */
function waysAt(ways: readonly Way[], kind: 'forum' | 'channel'): readonly Way[] {
  return kind === 'forum'
    ? ways
    : ways.filter(([how]) => /reply|forwarded|album|held|misspelt/.test(how));
}

describe.each(['forum', 'channel'] as const)('a word for a colleague at a %s', (kind) => {
  let company: DeskCompany;
  let write: ReturnType<typeof secretsIn>;

  beforeAll(async () => {
    company = await openDesk({}, undefined, kind);
    write = secretsIn(company);
  });

  afterAll(() => company.close());

  it.each(waysAt(NOTES, kind))('%s is a note', async (...way) => {
    const dialog = await write(way);

    expect(await heard(dialog)).toMatch(/^(?:Ответ клиенту)?$/);
    expect(await dialog.card()).toContain('заметка');
  });

  it.each(waysAt(NOWHERE, kind))('%s goes nowhere', async (...way) => {
    expect(await heard(await write(way))).toBe('');
  });

  it('is not one that calls a stranger, oneself in the middle, or the client, nor a program', async () => {
    const { katya } = company;
    const dialog = await asks(company, 'Вера', 'Здравствуйте', { username: 'vera_client' });
    const { chatId, threadId } = dialog.topic;
    const code = { userId: katya.id, chatId, threadId: threadId as number, text: 'Вот:\n// a = 1' };
    const entities = [{ type: 'pre' as const, offset: 5, length: 8 }];
    for (const text of [
      '@vera_client, добрый день',
      'Спросите @boris_o, это наш логист',
      'Пишите @boris_0, это партнёр',
      '@beris_0 поможет с таможней',
    ])
      await doing(company)(katya.in(dialog.topic).says(text));
    await doing(company)(company.control.say({ ...code, entities }));

    expect(await heard(dialog)).toBe(
      '@vera_client, добрый день | Спросите @boris_o, это наш логист | ' +
        'Пишите @boris_0, это партнёр | @beris_0 поможет с таможней | Вот:\n// a = 1',
    );
  });
});
