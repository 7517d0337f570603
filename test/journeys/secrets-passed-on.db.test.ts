// No word meant for a colleague ever reaches a client, however it is passed on: forwarded, answered out
// of another chat, sent in several messages, or typed for the bot; at both kinds of desk. And what is
// meant for the client goes there all the same.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, openDesk } from '../support/desk.ts';
import { asks, cardOf } from '../support/dialogs.ts';
import type { Message, Person, Place } from '../support/people.ts';
import { heard, KEPT, type Scene, secretsIn, type Way } from '../support/secrets.ts';

const LONG = 'слово '.repeat(680);

/** Катя forwards it into the thread. */
async function forwards(
  { company: { control }, katya }: Scene,
  { chatId, messageId }: Pick<Message, 'chatId' | 'messageId'>,
  more: { readonly hidden?: true; readonly nameless?: true } = {},
): Promise<unknown> {
  return control.forward({ ...katya, of: { chatId, messageId }, ...more });
}

/** A group outside the desk, with Катя, Борис and whoever comes besides. */
async function groupWith(
  { company: { control, igor, katya, boris } }: Scene,
  others: readonly Person[] = [],
  kind: 'group' | 'supergroup' = 'supergroup',
): Promise<Place> {
  const memberIds = [katya, boris, ...others].map(({ id }) => id);
  return control.createGroup({ title: 'Курилка', ownerId: igor.id, memberIds, kind } as never);
}

/** Words of somebody who is none of us, for Катя to pass on. */
async function supplierSays(scene: Scene, text: string): Promise<Message> {
  const supplier = await scene.company.client('Поставщик');
  return supplier.in(await groupWith(scene, [supplier])).says(text);
}

/** A reply to a colleague, which has no sign of a note in its words. */
async function secretOf(by: Person, { company, topic, does }: Scene): Promise<Message> {
  const other = by.id === company.boris.id ? company.katya : company.boris;
  const answer = await does(other.in(topic).says('Ответ клиенту'));
  return does(by.in(topic).replies(answer, 'секрет'));
}

/** Катя answers in the thread what stands elsewhere. */
async function answersOutside(
  { company: { control }, katya }: Scene,
  { chatId, messageId }: Pick<Message, 'chatId' | 'messageId'>,
): Promise<unknown> {
  return control.say({ ...katya, outside: { chatId, messageId }, text: 'секрет' });
}

/** Without the sender's name: Telegram shows it as Катя's own. */
async function passesOn(scene: Scene, message: Message): Promise<unknown> {
  return forwards(scene, message, { nameless: true });
}

/** A note in words or with a file, in another client's dialog. */
async function noteElsewhere(
  { company, does }: Scene,
  write: (boris: ReturnType<Person['in']>, topic: Place) => Promise<Message>,
): Promise<Message> {
  others += 1;
  const { topic } = await asks(company, `Зоя ${others}`);
  return does(write(company.boris.in(topic), topic));
}
let others = 0;

/** Nothing but what they say tells whose they were. */
const NAMELESS: readonly Way[] = [
  [
    'the card, forwarded without a name',
    async (scene) => passesOn(scene, await cardOf(scene.company, scene.client.name)),
  ],
  [
    'what shows in the thread how the dialog stands, forwarded without a name',
    async (scene) =>
      passesOn(scene, await scene.company.katya.in(scene.topic).reads('НЕ ОТВЕЧЕНО')),
  ],
  [
    'a list of dialogs, forwarded without a name',
    async (scene) => {
      const { katya } = scene.company;
      await scene.does(katya.says('/dialogs'));
      return passesOn(scene, await katya.reads('Диалоги: '));
    },
  ],
  [
    'the history with its notes, forwarded without a name',
    async (scene) => {
      const katya = scene.company.katya.in(scene.topic);
      await scene.does(katya.says('/history'));
      const file = (await katya.messages()).findLast(({ media }) => media === 'document');
      return passesOn(scene, file as Message);
    },
  ],
  [
    'a colleague’s words to a colleague, forwarded without a name',
    async (scene) => {
      const { company, does, topic } = scene;
      const answer = await does(company.katya.in(topic).says('Ответ клиенту'));
      const words = company.boris.in(topic).replies(answer, 'Закупка по сто рублей');
      return passesOn(scene, await does(words));
    },
  ],
  [
    'a note out of another dialog, forwarded without a name',
    async (scene) => {
      const note = noteElsewhere(scene, async (boris) => {
        await scene.does(boris.presses('Добавить заметку'));
        return boris.says('Клиент должен нам за май');
      });
      return passesOn(scene, await note);
    },
  ],
  [
    'the file of a note, under words that went to a client, forwarded without a name',
    async (scene) => {
      const { company, does, topic } = scene;
      await does(company.katya.in(topic).says('Ответ клиенту'));
      const note = noteElsewhere(scene, async (boris) => {
        await scene.does(boris.presses('Добавить заметку'));
        return boris.sendsDocument('Ответ клиенту', { fileName: 'закупка.xlsx' });
      });
      return passesOn(scene, await note);
    },
  ],
];

/** The two kinds of desk show differently whose the words were, and where they stood. */
const OURS: readonly Way[] = [
  [
    'the card with its notes, forwarded',
    async (scene) => {
      await scene.does(scene.company.boris.in(scene.topic).says('// секрет'));
      return forwards(scene, await cardOf(scene.company, scene.client.name));
    },
  ],
  [
    'what stands first in the thread, forwarded',
    async (scene) => {
      const [first] = await scene.company.katya.in(scene.topic).messages();
      return forwards(scene, first as Message);
    },
  ],
  [
    'words of a colleague whose account is hidden, forwarded',
    async (scene) => forwards(scene, await secretOf(scene.company.boris, scene), { hidden: true }),
  ],
  [
    'words of a colleague who was called otherwise, forwarded',
    async (scene) => {
      const words = await secretOf(scene.company.boris, scene);
      const { staff } = scene.company.app().database.prisma;
      await staff.update({ where: { userId: 903 }, data: { name: 'Боря' } });
      return forwards(scene, words, { hidden: true });
    },
  ],
  [
    'one’s own note, forwarded into another dialog',
    async (scene) => {
      const other = await asks(scene.company, 'Белла');
      return forwards(scene, await secretOf(scene.company.katya, { ...scene, ...other }));
    },
  ],
  [
    'words of a hidden administrator, forwarded',
    async (scene) => {
      const { igor, control } = scene.company;
      const place = { ...scene.katya, userId: igor.id };
      const said = await control.say({ ...place, as: 'anonymous', text: 'секрет' });
      await scene.company.settle();
      return forwards(scene, { ...place, ...said });
    },
  ],
  [
    'what is typed for the bot',
    ({ company, topic }) => company.katya.in(topic).says('@deskroom_bot неотвеченные'),
  ],
  [
    'what the bot has offered',
    async ({ company: { control, settle }, katya }) => {
      const { queryId } = await control.askInline({ userId: katya.userId, query: 'not-answered' });
      await settle();
      const resultId = (await control.inlineOffers({ queryId }))?.results[0]?.id ?? '';
      return control.chooseInline({ ...katya, queryId, resultId });
    },
  ],
];

/** The same at both. */
const IN_SEVERAL: readonly Way[] = [
  [
    'an answer to a colleague in another group',
    async (scene) => {
      const group = await groupWith(scene);
      return answersOutside(scene, await scene.company.boris.in(group).says('Спроси про скидку'));
    },
  ],
  [
    'an answer to a colleague in a group that Telegram does not name',
    async (scene) => {
      const group = await groupWith(scene, [], 'group');
      return answersOutside(scene, await scene.company.boris.in(group).says('Спроси про скидку'));
    },
  ],
  [
    'what is forwarded with a comment',
    async (scene) => {
      const words = await supplierSays(scene, 'секрет: закупка 100');
      await scene.company.katya.in(scene.topic).says('// смотри');
      return forwards(scene, words);
    },
  ],
  [
    'all that is forwarded after «Добавить заметку»',
    async (scene) => {
      const words = await supplierSays(scene, 'секрет: закупка 100');
      await scene.does(scene.company.katya.presses('Добавить заметку', { in: scene.topic }));
      for (let count = 0; count < 3; count += 1) await forwards(scene, words);
    },
  ],
  [
    'what is forwarded with «//» and nothing else',
    async (scene) => {
      const words = await supplierSays(scene, 'секрет: закупка 100');
      await scene.company.katya.in(scene.topic).says('//');
      return forwards(scene, words);
    },
  ],
  [
    'what is forwarded with a mistyped command',
    async (scene) => {
      const words = await supplierSays(scene, 'секрет: закупка 100');
      await scene.company.katya.in(scene.topic).says('/заметка смотри');
      return forwards(scene, words);
    },
  ],
  [
    'files that follow their comment',
    async ({ company, topic }) => {
      await company.katya.in(topic).says('// внутренние накладные');
      await company.katya.in(topic).sendsPhoto();
      return company.katya.in(topic).sendsDocument();
    },
  ],
  [
    'the second half of a note that was cut in two',
    async ({ company, topic }) => {
      await company.katya.in(topic).says(`// ${LONG}`);
      return company.katya.in(topic).says('секрет');
    },
  ],
  [
    'all parts of a long reply to a colleague',
    async ({ company, topic, does }) => {
      const note = await does(company.boris.in(topic).says('// спроси склад'));
      await company.katya.in(topic).replies(note, `${LONG.slice(0, 2_500)}.`);
      await company.katya.in(topic).says(LONG);
      return company.katya.in(topic).says('секрет');
    },
  ],
];

/** What goes to the client, and as what. */
const ANSWERS: readonly (readonly [...Way, string])[] = [
  [
    'a stranger’s words, forwarded',
    async (scene) => forwards(scene, await supplierSays(scene, 'Готово')),
    'Переслано от Поставщик\nГотово',
  ],
  [
    'a stranger’s words, forwarded some seconds after a note',
    async (scene) => {
      const words = await supplierSays(scene, 'Готово');
      await scene.does(scene.company.katya.in(scene.topic).says('// проверил'));
      await scene.company.clock.advance(3_000);
      return forwards(scene, words);
    },
    'Переслано от Поставщик\nГотово',
  ],
  [
    'words and a captioned file right behind a note',
    async ({ company, topic }) => {
      await company.katya.in(topic).says('// проверил');
      await company.katya.in(topic).says('Всё в силе');
      return company.katya.in(topic).sendsPhoto('Вот счёт');
    },
    'Всё в силе | Вот счёт',
  ],
  [
    'a file behind an answer behind a note',
    async ({ company, topic }) => {
      await company.katya.in(topic).says('// проверил');
      await company.katya.in(topic).says('Вот счёт');
      return company.katya.in(topic).sendsDocument();
    },
    'Вот счёт | [файл]',
  ],
  [
    'an answer to a stranger in another group',
    async (scene) => answersOutside(scene, await supplierSays(scene, 'Готово')),
    'секрет',
  ],
  [
    'one’s own words, forwarded',
    async (scene) => {
      const group = await groupWith(scene);
      return forwards(scene, await scene.company.katya.in(group).says('Мы работаем до девяти'));
    },
    'Мы работаем до девяти',
  ],
  [
    'a note passed on without a name, after one press, and then as often as one likes',
    async (scene) => {
      const { company, does, topic } = scene;
      const note = await does(company.boris.in(topic).says('// Доставим за три дня'));
      await does(company.katya.in(topic).says('Доставим за три дня'));
      await does(company.katya.presses('Отправить клиенту', { in: topic }));
      await does(company.boris.in(topic).edits(note, '// Доставим за три дня'));
      return company.katya.in(topic).says('Доставим за три дня');
    },
    'Доставим за три дня | Доставим за три дня',
  ],
  [
    'few words that a colleague was told too, and a sticker',
    async ({ company, topic, does, katya }) => {
      const answer = await does(company.boris.in(topic).says('Проверяем'));
      await does(company.katya.in(topic).replies(answer, 'Хорошо, ждём'));
      const media = { kind: 'sticker' } as const;
      await does(company.control.send({ ...katya, replyTo: answer.messageId, media }));
      await does(company.boris.in(topic).says('Хорошо, ждём'));
      return company.boris.in(topic).sends(media);
    },
    'Проверяем | Хорошо, ждём | [файл]',
  ],
];

describe.each(['forum', 'channel'] as const)('at a %s', (kind) => {
  let company: DeskCompany;
  let write: ReturnType<typeof secretsIn>;

  beforeAll(async () => {
    company = await openDesk({}, undefined, kind);
    write = secretsIn(company);
  });

  afterAll(() => company.close());

  it.each(kind === 'forum' ? [...OURS, ...NAMELESS] : [...OURS, ...NAMELESS, ...IN_SEVERAL])(
    '%s: that stays inside',
    async (...way) => {
      const scene = await write(way);

      const answered = await heard(scene);
      expect(answered).toMatch(/^(?:Ответ клиенту)?$/);
      expect(await scene.thread()).toContain(KEPT);
      expect(await scene.status()).toMatch(answered === '' ? /ждёт с/ : /^🟢 ОТВЕЧЕНО/);
    },
  );

  it.each(kind === 'forum' ? [] : ANSWERS)(
    '%s: that goes to the client',
    async (how, way, said) => {
      expect(await heard(await write([how, way]))).toBe(said);
    },
  );
});
