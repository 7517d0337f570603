// The people and the desk a newcomer meets on the page. They do what people would do, through the same
// control API as everybody; what the bot makes of it is the bot's.
import type { SandboxClient } from './client.ts';

/** Fixed, so that a role can be given by id: Igor's goes into ADMIN_IDS. */
export const demoIds = {
  anna: 5_001_001,
  john: 5_001_002,
  vera: 5_001_003,
  emma: 5_001_004,
  katya: 5_002_001,
  boris: 5_002_002,
  olga: 5_002_003,
  igor: 5_002_004,
  petr: 5_003_001,
  marina: 5_003_002,
  arjun: 5_003_004,
  sofia: 5_003_003,
  timur: 5_004_001,
  lidia: 5_004_002,
  pavel: 5_004_003,
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
    id: demoIds.vera,
    firstName: 'Вера',
    lastName: 'Соколова',
    about: 'served',
  },
  {
    id: demoIds.emma,
    firstName: 'Emma',
    lastName: 'Clarke',
    languageCode: 'en',
    about: 'served',
  },
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
  {
    id: demoIds.petr,
    firstName: 'Пётр',
    lastName: 'Лебедев',
    username: 'petr_lebedev',
    about: 'exporter',
    phone: '+73852000001',
  },
  {
    id: demoIds.marina,
    firstName: 'Марина',
    lastName: 'Лебедева',
    about: 'exporter',
    phone: '+73852000002',
  },
  {
    id: demoIds.arjun,
    firstName: 'Arjun',
    lastName: 'Rao',
    languageCode: 'en',
    about: 'exporter',
    phone: '+914232000001',
  },
  {
    id: demoIds.sofia,
    firstName: 'Sofia',
    lastName: 'Almeida',
    username: 'sofia_almeida',
    languageCode: 'en',
    about: 'importer',
    phone: '+5511900000001',
  },
  {
    id: demoIds.timur,
    firstName: 'Тимур',
    lastName: 'Рахимов',
    username: 'timur_rakhimov',
    about: 'partner',
  },
  { id: demoIds.lidia, firstName: 'Лидия', lastName: 'Громова', about: 'partner' },
  {
    id: demoIds.pavel,
    firstName: 'Павел',
    lastName: 'Ершов',
    username: 'pavel_ershov',
    about: 'partner',
  },
] as const;

/** Makes the people and the forum. The bot need not run yet. */
export async function createDemo(client: SandboxClient): Promise<Demo> {
  for (const person of people) await client.createUser(person);
  const { chatId } = await client.createGroup({
    title: 'Deskroom · единое окно',
    ownerId: demoIds.igor,
    memberIds: [demoIds.katya, demoIds.boris, demoIds.olga],
  });
  return { deskChatId: chatId };
}

/** How long the bot may be silent before the demo goes on without its answer. */
export const PATIENCE_MS = 5_000;

/** With the bot up: the administrator follows its three steps and gives everybody a role. */
export async function openDemoDesk(client: SandboxClient, { deskChatId }: Demo): Promise<void> {
  const staff = [demoIds.olga, demoIds.katya, demoIds.boris, demoIds.igor];
  for (const userId of staff) await answered(client, { userId }, () => client.start({ userId }));
  const igor = { userId: demoIds.igor };
  const bot = { chatId: deskChatId, userId: 'bot', byId: demoIds.igor } as const;
  await answered(client, igor, () => client.addMember(bot));
  await answered(client, igor, () => client.promote(bot));
  const orders = [
    '/desk',
    `/staff supervisor ${demoIds.olga}`,
    `/staff manager ${demoIds.katya}`,
    `/staff manager ${demoIds.boris}`,
  ];
  const here = { ...igor, chatId: deskChatId };
  for (const text of orders) await answered(client, here, () => client.say({ ...here, text }));
}

/** Two clients come with their first questions, each in their own language. */
export async function askDemoQuestions(client: SandboxClient): Promise<void> {
  const questions = [
    { userId: demoIds.anna, text: 'Здравствуйте! Сколько идёт доставка в Минск?' },
    { userId: demoIds.john, text: 'Hello! Do you ship to Kazakhstan?' },
  ];
  for (const { userId, text } of questions) {
    await answered(client, { userId }, () => client.start({ userId }));
    await client.say({ userId, text });
  }
  await client.waitForUpdatesConfirmed();
}

/** Does it, and waits as people do until the bot has said something here. */
export async function answered(
  client: SandboxClient,
  here: { readonly userId: number; readonly chatId?: number },
  deed: () => Promise<unknown>,
): Promise<void> {
  const heard = async () => (await client.messages(here)).filter(({ from }) => from.isBot).length;
  const before = await heard();
  await deed();
  for (;;) {
    const { version } = await client.version();
    if ((await heard()) > before) return;
    const next = await client.waitForChange({ since: version, timeoutMs: PATIENCE_MS });
    if (next.version === version) return;
  }
}
