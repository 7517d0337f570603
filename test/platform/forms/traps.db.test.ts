// What goes wrong with short forms elsewhere, and must not here: each with its test.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Database } from '../../../src/platform/database/index.ts';
import { settleCause } from '../../../src/platform/inbox/index.ts';
import { type FormsOffice, openFormsOffice, type TestForm } from '../../support/forms.ts';
import type { Person, Place } from '../../support/people.ts';

const MINUTE_MS = 60_000;

let office: FormsOffice;
let anna: Person;
let boris: Person;
let group: Place;

/** What the forms have brought about. */
const orders: string[] = [];

beforeAll(async () => {
  office = await openFormsOffice();
  anna = await office.client('Анна');
  boris = await office.client('Борис');
  group = await office.forum('Сделка', anna, [boris]);
  for (const person of [anna, boris]) await person.starts();
  await office.handle();
});

afterAll(() => office.close());

beforeEach(async () => {
  await office.handle();
  office.restart([order()]);
  orders.length = 0;
  office.passed.length = 0;
});

/** Asks what, how much and how it is to be sent, then orders it. */
function order(version = 1, on: () => Database = () => office.database): TestForm {
  const form: TestForm['form'] = {
    name: 'order',
    version,
    args: z.object({ shop: z.string() }),
    async run(talk, { shop }) {
      const what = await talk.line({ prompt: { text: 'Что заказать?' }, max: 20 });
      const count = await talk.number({ prompt: { text: 'Сколько?' }, min: 1, max: 100 });
      await talk.finish(async (_ctx, cause) => {
        const isNew = await on().inTransaction((tx) => settleCause(tx, cause, office.clock.now()));
        if (isNew) orders.push(`${String(shop)}: ${what}, ${count}`);
        return null;
      });
      await talk.tell({ text: 'Заказ принят' });
    },
  };
  return { command: 'order', args: { shop: 'Лавка' }, form };
}

async function say(person: Person, text: string, place?: Place): Promise<void> {
  await (place ? person.in(place) : person).says(text);
  await office.handle();
}

/** The latest words here. */
async function last(person: Person, place?: Place): Promise<string> {
  return (await (place ? person.in(place) : person).sees()).at(-1) ?? '';
}

describe('somebody who fills in a form', () => {
  it('answers question after question, and nobody else hears of the answers', async () => {
    await say(anna, '/order');
    expect(await last(anna)).toBe('Что заказать?');
    await say(anna, '  Чай   чёрный ');
    expect(await last(anna)).toBe('Сколько?');
    await say(anna, '12');

    expect(orders).toEqual(['Лавка: Чай чёрный, 12']);
    expect(await last(anna)).toBe('Заказ принят');
    expect(office.passed).toEqual([]);

    await say(anna, 'Когда привезёте?');

    expect(office.passed).toEqual(['message: Когда привезёте?']);
  });

  it('who sends a photo where words are wanted is asked again, once for an album', async () => {
    await say(anna, '/order');
    await anna.sendsPhoto('вот такой');
    await office.handle();
    expect(await last(anna)).toBe('Здесь нужен ответ словами.\n\nЧто заказать?');

    const before = (await anna.sees()).length;
    await anna.sendsAlbum([{ kind: 'photo' }, { kind: 'photo' }, { kind: 'photo' }]);
    await office.handle();
    expect((await anna.sees()).length).toBe(before + 3 + 1);

    await say(anna, 'Очень длинное название чая с большой горы');
    expect(await last(anna)).toMatch(/^Получилось длинно: 41 из 20/);
    await say(anna, 'Чай');
    await say(anna, 'много');
    expect(await last(anna)).toBe('Здесь нужно целое число, например 250.\n\nСколько?');
    await say(anna, '1000');
    expect(await last(anna)).toBe('Нужно число от 1 до 100.\n\nСколько?');
    await say(anna, '5');

    expect(orders).toEqual(['Лавка: Чай, 5']);
    expect(office.passed).toEqual([]);
  });

  it('who stops by the button or by /cancel orders nothing, and speaks to the desk again', async () => {
    await say(anna, '/order');
    await anna.presses('Отмена');
    await office.handle();
    expect(await last(anna)).toBe('Что заказать?\n— остановились');
    await say(anna, '/order');
    await say(anna, '/cancel');
    expect(await last(anna)).toBe('Хорошо, остановились. Ничего не записано.');
    await say(anna, 'Здравствуйте');

    expect(orders).toEqual([]);
    expect(office.passed).toEqual(['message: Здравствуйте']);
  });

  it('who does not answer in time is told so, and speaks to the desk again', async () => {
    await say(anna, '/order');
    await office.later(30 * MINUTE_MS + 20_000);
    const [row] = (await office.forms()).filter(({ chatId }) => Number(chatId) === anna.id);
    expect(row).toMatchObject({ ending: 'expired', state: null, args: null });
    const said = await office.database.prisma.outboxMessage.findMany();
    expect(said.map(({ destination, name }) => [destination, name])).toEqual([
      [`person:${anna.id}`, 'form-expired'],
    ]);
    await say(anna, 'Чай');

    expect(office.passed).toEqual(['message: Чай']);
  });

  it('who is late when nobody has looked yet is told so as well, and their words go to the desk', async () => {
    await say(anna, '/order');
    await office.clock.advance(31 * MINUTE_MS);
    await say(anna, 'Чай');

    expect(await last(anna)).toMatch(/^Ответа долго не было/);
    expect(office.passed).toEqual(['message: Чай']);
  });

  it('who has answered in time is heard, however late the answer comes in', async () => {
    await say(anna, '/order');
    await anna.says('Чай');
    await office.clock.advance(31 * MINUTE_MS);
    await office.handle();

    expect(await last(anna)).toBe('Сколько?');
    expect(office.passed).toEqual([]);
    await say(anna, '/cancel');
  });
});

describe('a form', () => {
  it('takes a redelivered answer once, and nobody else gets it', async () => {
    const before = (await anna.sees()).length;
    await say(anna, '/order');
    await office.again();
    await say(anna, 'Чай');
    await office.again();
    await say(anna, '3');
    await office.again();

    expect(orders).toEqual(['Лавка: Чай, 3']);
    expect(office.passed).toEqual([]);
    expect((await anna.sees()).slice(before)).toEqual([
      '/order',
      'Что заказать?',
      'Чай',
      'Сколько?',
      '3',
      'Заказ принят',
    ]);
  });

  it('ends with a command, which is then obeyed', async () => {
    await say(anna, '/order');
    await say(anna, '/help');
    await say(anna, 'Чай');

    expect(office.passed).toEqual(['message: /help', 'message: Чай']);
  });

  it('gives way to another one that is opened in its place', async () => {
    await say(anna, '/order');
    await say(anna, 'Чай');
    await say(anna, '/order');
    expect(await last(anna)).toBe('Что заказать?');
    await say(anna, 'Кофе');
    await say(anna, '2');

    expect(orders).toEqual(['Лавка: Кофе, 2']);
  });

  it('goes on in a new process', async () => {
    await say(anna, '/order');
    await say(anna, 'Чай');
    office.restart([order()]);
    await say(anna, '4');

    expect(orders).toEqual(['Лавка: Чай, 4']);
  });

  it('of which a deploy has made another one is asked anew, and the person is told', async () => {
    await say(anna, '/order');
    await say(anna, 'Чай');
    office.restart([order(2)]);
    await say(anna, '4');
    expect((await anna.sees()).slice(-2)).toEqual([
      'Бот обновился, поэтому начнём сначала.',
      'Что заказать?',
    ]);
    await say(anna, 'Мёд');
    await say(anna, '1');

    expect(orders).toEqual(['Лавка: Мёд, 1']);
    expect(office.passed).toEqual([]);
  });

  it('that has changed without a new version is found out, instead of mixing up the answers', async () => {
    await say(anna, '/order');
    await say(anna, 'Чай');
    const changed = order();
    office.restart([
      {
        ...changed,
        form: {
          ...changed.form,
          async run(talk, args) {
            await talk.choice({
              prompt: { text: 'Откуда?' },
              options: [{ id: '1', label: { text: 'Китай' } }],
            });
            await changed.form.run(talk, args);
          },
        },
      },
    ]);
    await say(anna, '4');

    expect((await anna.sees()).slice(-2)).toEqual([
      'Бот обновился, поэтому начнём сначала.',
      'Откуда?',
    ]);
    await say(anna, '/cancel');
  });

  it('that is there no more ends with a word about it', async () => {
    await say(anna, '/order');
    office.restart([]);
    await say(anna, 'Чай');

    expect(await last(anna)).toMatch(/^Бот обновился, и прежние вопросы/);
    expect(office.passed).toEqual([]);
  });

  it('answers a press on a question that is over, whoever presses', async () => {
    await say(anna, '/order', group);
    const question = await anna.in(group).reads('Что заказать?');
    const [data = ''] = question.buttons.flat().map(({ value }) => value);
    await boris.forges(question, data);
    await office.handle();
    expect(await boris.lastToast()).toBe('Этот вопрос задан не вам.');
    await anna.forges(question, data);
    await anna.forges(question, data);
    await office.handle();
    expect(await anna.lastToast()).toMatch(/^Этот вопрос уже закрыт/);
  });
});

describe('in a group', () => {
  it('two people fill in theirs side by side, and others talk on', async () => {
    await say(anna, '/order', group);
    await say(boris, '/order', group);
    await say(anna, 'Чай', group);
    await say(boris, 'Кофе', group);
    const maria = await office.client('Мария');
    await office.control.addMember({ chatId: group.chatId, userId: maria.id });
    await office.handle();
    office.passed.length = 0;
    await say(maria, '7', group);
    await say(anna, '1', group);
    await say(boris, '2', group);

    expect(orders).toEqual(['Лавка: Чай, 1', 'Лавка: Кофе, 2']);
    expect(office.passed).toEqual(['message: 7']);
  });

  it('the questions go away once they are answered', async () => {
    await say(anna, '/order', group);
    expect(await anna.in(group).sees()).toContain('Что заказать?');
    await say(anna, 'Чай', group);
    await anna.in(group).presses('Отмена');
    await office.handle();

    expect(await anna.in(group).sees()).not.toContain('Что заказать?');
    expect(await anna.in(group).sees()).not.toContain('Сколько?');
  });

  it('a form in one topic does not hear what its person writes in another', async () => {
    const { threadId: one } = await office.control.createTopic({
      chatId: group.chatId,
      userId: anna.id,
      name: 'Один',
    });
    const { threadId: two } = await office.control.createTopic({
      chatId: group.chatId,
      userId: anna.id,
      name: 'Два',
    });
    const [first, second] = [one, two].map((threadId) => ({ ...group, threadId }));
    await office.handle();
    office.passed.length = 0;
    await say(anna, '/order', first);
    await say(anna, 'Чай', second);
    expect(office.passed).toEqual(['message: Чай']);
    await say(anna, 'Кофе', first);
    await say(anna, '9', first);

    expect(orders).toEqual(['Лавка: Кофе, 9']);
  });

  it('who replies to somebody else speaks to them, not to the form', async () => {
    const asked = await boris.in(group).says('Анна, вы здесь?');
    await say(anna, '/order', group);
    await anna.in(group).replies(asked, 'Да, здесь');
    await office.handle();

    expect(office.passed).toEqual(['message: Анна, вы здесь?', 'message: Да, здесь']);
    const question = await anna.in(group).reads('Что заказать?');
    await anna.in(group).replies(question, 'Чай');
    await office.handle();
    expect(await last(anna, group)).toBe('Сколько?');
    await say(anna, '/cancel', group);
  });
});

describe('a group that changes under a form', () => {
  it('is followed to its new number, and the answer given there counts', async () => {
    const basic = await office.control.createGroup({
      title: 'Простая',
      ownerId: anna.id,
      kind: 'group',
      memberIds: ['bot', boris.id],
    });
    await office.handle();
    await say(anna, '/order', basic);
    const { chatId } = await office.control.migrateGroup({ chatId: basic.chatId });
    await office.handle();
    await say(anna, 'Чай', { chatId });
    await say(anna, '2', { chatId });

    expect(orders).toEqual(['Лавка: Чай, 2']);
  });
});

it('somebody whom the bot cannot ask any more is asked nothing, and nothing is tried again and again', async () => {
  const oleg = await office.client('Олег');
  await oleg.starts();
  await office.handle();
  await say(oleg, '/order');
  await oleg.says('Чай');
  await oleg.blocksTheBot();
  await office.handle();

  expect(await office.waiting()).toBe(0);
  const [row] = (await office.forms()).filter(({ userId }) => Number(userId) === oleg.id);
  expect(row).toMatchObject({ ending: 'unreachable', state: null });
});

it('in a group the questions are seen by nobody else where the person’s program knows such messages', async () => {
  const { api } = office;
  const scope = { type: 'chat', chat_id: group.chatId } as const;
  const commands = [{ command: 'order', description: 'Заказать', is_ephemeral: true }];
  await api.setMyCommands(commands, { scope });
  const before = await boris.in(group).sees();
  await say(anna, '/order', group);
  expect(await last(anna, group)).toBe('Что заказать?');
  await say(anna, 'Чай', group);
  expect(await last(anna, group)).toBe('Сколько?');
  await say(anna, '4', group);
  await api.deleteMyCommands({ scope });

  expect(orders).toEqual(['Лавка: Чай, 4']);
  expect(await boris.in(group).sees()).toEqual([...before, 'Чай', '4']);
});

describe('beside an open form', () => {
  it('edits, reactions and what is typed into an inline query go their own way', async () => {
    await say(anna, '/order');
    const answer = await anna.says('Чай');
    await office.handle();
    await anna.edits(answer, 'Кофе');
    await anna.reacts(await anna.reads('Сколько?'), '👍');
    await office.handle();

    expect(office.passed).toEqual(['edited_message: Кофе', 'message_reaction:']);
    await say(anna, '2');
    expect(orders).toEqual(['Лавка: Чай, 2']);
  });

  it('a message of the same person to a business account goes its own way', async () => {
    await office.control.connectBusiness({ userId: boris.id });
    const { chatId } = await office.control.openBusinessChat({
      userId: boris.id,
      customerId: anna.id,
    });
    await office.handle();
    office.passed.length = 0;
    await say(anna, '/order');
    await say(anna, 'Борис, добрый день', { chatId });

    expect(office.passed).toEqual(['business_message: Борис, добрый день']);
    expect(await last(anna)).toBe('Что заказать?');
    await say(anna, '/cancel');
  });
});

describe('a process that dies', () => {
  it('between a question and the note of it asks once more, and takes the answer once', async () => {
    const dying = failing(office.database);
    office.restart([order(1, () => dying)], dying);
    await say(anna, '/order');
    dying.failNext();
    await anna.says('Чай');
    await expect(office.handle()).rejects.toThrow();
    expect(await office.waiting()).toBe(1);
    office.restart([order()]);
    await office.again();
    await say(anna, '6');

    expect(orders).toEqual(['Лавка: Чай, 6']);
  });

  it('right after the effect leaves no form behind that would take the next words', async () => {
    const dying = failing(office.database);
    office.restart([order(1, () => office.database)], dying);
    await say(anna, '/order');
    await say(anna, 'Чай');
    dying.failNext();
    await anna.says('8');
    await expect(office.handle()).rejects.toThrow();
    office.restart([order()]);
    // Its update was done with the effect, and does not come again.
    expect(await office.waiting()).toBe(0);
    await say(anna, 'Спасибо');

    expect(orders).toEqual(['Лавка: Чай, 8']);
    expect(office.passed).toEqual(['message: Спасибо']);
  });
});

/** The same database, of which the process loses hold before it commits. */
function failing(database: Database): Database & { failNext(): void } {
  let fails = false;
  return {
    ...database,
    failNext() {
      fails = true;
    },
    async inTransaction(work) {
      if (!fails) return await database.inTransaction(work);
      fails = false;
      throw new Error('the process has ended');
    },
  };
}
