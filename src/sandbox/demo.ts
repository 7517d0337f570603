// The people and the desk a newcomer meets on the page. They do what people would do, through the same
// control API as everybody; what the bot makes of it is the bot's.
import type { SandboxClient } from './client.ts';

/** Fixed, so that a role can be given by id: Igor's goes into ADMIN_IDS. */
export const demoIds = {
  anna: 5_001_001,
  john: 5_001_002,
  katya: 5_002_001,
  boris: 5_002_002,
  olga: 5_002_003,
  igor: 5_002_004,
} as const;

export type Demo = {
  /** The forum that is to become the desk. */
  readonly deskChatId: number;
};

const people = [
  {
    id: demoIds.anna,
    firstName: 'Анна',
    lastName: 'Петрова',
    username: 'anna_petrova',
    about: 'client',
  },
  { id: demoIds.john, firstName: 'John', lastName: 'Miller', languageCode: 'en', about: 'client' },
  {
    id: demoIds.katya,
    firstName: 'Катя',
    lastName: 'Смирнова',
    username: 'katya_smirnova',
    about: 'manager',
  },
  {
    id: demoIds.boris,
    firstName: 'Борис',
    lastName: 'Орлов',
    username: 'boris_orlov',
    about: 'manager',
  },
  {
    id: demoIds.olga,
    firstName: 'Ольга',
    lastName: 'Власова',
    username: 'olga_vlasova',
    about: 'supervisor',
  },
  { id: demoIds.igor, firstName: 'Игорь', lastName: 'Ким', username: 'igor_kim', about: 'admin' },
] as const;

/** Makes the people and the forum. The bot need not run yet. */
export async function createDemo(client: SandboxClient): Promise<Demo> {
  for (const person of people) await client.createUser(person);
  const { chatId } = await client.createGroup({
    title: 'Deskroom · единое окно',
    ownerId: demoIds.igor,
    memberIds: [demoIds.katya, demoIds.boris, demoIds.olga, 'bot'],
  });
  await client.promote({ chatId, userId: 'bot', byId: demoIds.igor });
  return { deskChatId: chatId };
}

/** With the bot up: the administrator sets the desk up and gives everybody a role. */
export async function openDemoDesk(client: SandboxClient, { deskChatId }: Demo): Promise<void> {
  const staff = [demoIds.igor, demoIds.olga, demoIds.katya, demoIds.boris];
  for (const userId of staff) await client.start({ userId });
  const orders = [
    '/desk',
    `/staff supervisor ${demoIds.olga}`,
    `/staff manager ${demoIds.katya}`,
    `/staff manager ${demoIds.boris}`,
  ];
  for (const text of orders) {
    await client.say({ userId: demoIds.igor, chatId: deskChatId, text });
    await client.waitForUpdatesConfirmed();
  }
}

/** Two clients come with their first questions, each in their own language. */
export async function askDemoQuestions(client: SandboxClient): Promise<void> {
  const questions = [
    { userId: demoIds.anna, text: 'Здравствуйте! Сколько идёт доставка в Минск?' },
    { userId: demoIds.john, text: 'Hello! Do you ship to Kazakhstan?' },
  ];
  for (const { userId, text } of questions) {
    await client.start({ userId });
    await client.say({ userId, text });
  }
  await client.waitForUpdatesConfirmed();
}
