// From a bot that knows nobody to its first administrator.

import { afterEach, describe, expect, it } from 'vitest';
import { type Answer, answering } from '../support/answers.ts';
import { type Company, openCompany } from '../support/desk.ts';

const REFUSED = 'Код не подошёл. Нужен последний код из журнала запуска бота.';

let company: Company;
let answer: Answer;

async function start(): Promise<void> {
  company = await openCompany({ ADMIN_IDS: '' });
  answer = answering(company);
  await company.startApp();
}

afterEach(() => company.close());

describe('the first admin', () => {
  it('opens the link of the log, is told three steps, and takes them', async () => {
    await start();
    const { igor, log, control } = company;
    const code = /start=admin_([\w-]+)/.exec(log.raw())?.[1] ?? '';

    await igor.starts(`admin_${code}`);
    await company.settle();
    await igor.reads('Вы — первый администратор');
    const steps = await igor.reads('Три шага');
    expect(steps.text).toContain('1. Создайте группу и включите темы');
    expect(steps.buttons.flat()).toMatchObject([{ label: 'Добавить бота в группу', kind: 'url' }]);

    const { chatId } = await control.createGroup({
      title: 'Единое окно',
      ownerId: igor.id,
      memberIds: ['bot'],
    });
    await control.promote({ chatId, userId: 'bot' });
    await company.settle();
    const marked = await igor.reads('Группа, куда добавлен бот: «Единое окно»');
    expect(marked.text).toMatch(/✅ Создайте группу[\s\S]*✅ Добавьте[\s\S]*3\. Напишите/);

    expect(await answer(igor, { chatId }, '/desk')).toContain('Готово, рабочая группа настроена');
    expect(await answer(igor, null, '/start')).toContain(
      'Всё готово: рабочая группа — «Единое окно»',
    );
  });

  it('is nobody who guesses, and nobody who comes second', async () => {
    await start();
    const { igor, log } = company;
    const code = /start=admin_([\w-]+)/.exec(log.raw())?.[1] ?? '';
    const eve = await company.client('Ева');

    expect(await answer(eve, null, '/admin 123')).toBe(REFUSED);
    expect(await answer(eve, null, '/start admin_123')).toBe(REFUSED);
    expect(await answer(igor, null, `/admin ${code}`)).toContain('Вы — первый администратор');
    expect(await answer(eve, null, `/admin ${code}`)).toBe(REFUSED);
    expect(await answer(eve, null, '/staff')).toContain('Такой команды нет');
  });
});
