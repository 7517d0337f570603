// A desk with a client's group and tickets on it: for journeys of what employees do to tickets.
import { type DeskCompany, type Kind, openDesk } from './desk.ts';
import { doing } from './dialogs.ts';
import type { Message, Place } from './people.ts';
import { openRooms } from './rooms.ts';

export type TicketDesk = Awaited<ReturnType<typeof openTicketDesk>>;

/** A ticket as employees see it. */
export interface OnDesk {
  readonly number: string;
  readonly id: number;
  /** Its thread. */
  readonly topic: Place;
  card(): Promise<Message>;
  /** What stands in the thread besides the card, oldest first. */
  words(): Promise<readonly string[]>;
}

const WORK = { WORK_HOURS: '09:00-18:00', ANSWER_MINUTES: '60' } as const;

/** Анна and Глеб work for «Вкусно и рядом», whose group Катя looks after. Saturday, noon in Moscow. */
export async function openTicketDesk(kind: Kind = 'forum') {
  const company = await openDesk(WORK, undefined, kind);
  const { katya } = company;
  const anna = await company.client('Анна');
  const gleb = await company.client('Глеб');
  const [group] = (await openRooms(company, [
    {
      kind: 'support',
      title: 'Поддержка «Вкусно»',
      locales: ['ru'],
      manager: katya,
      people: [
        { person: anna, role: 'client' },
        { person: gleb, role: 'client' },
      ],
    },
  ])) as [Place];
  await company.control.addMember({ chatId: group.chatId, userId: katya.id });
  await company.settle();
  const companyId = await registerClient(company);
  let external = 0;

  /** Made by another system; its thread is open. */
  async function opened(
    summary: string,
    more: Readonly<Record<string, unknown>> = {},
  ): Promise<OnDesk> {
    external += 1;
    const { body } = await company.site().post('/api/tickets', {
      ...{ external_id: `CRM-${external}`, company: companyId, type: 'incident', summary },
      ...more,
    });
    const { number } = body.ticket as { readonly number: string };
    await company.later(1_000);
    return await onDesk(number);
  }

  /** A ticket whose thread is open. */
  async function onDesk(number: string): Promise<OnDesk> {
    const topic = await threadOf(company, number);
    return {
      ...{ number, topic, id: Number(number.slice(2)) },
      card: () => cardOf(company, number, topic),
      words: async () => (await katya.in(topic).messages()).slice(1).map(({ text }) => text),
    };
  }

  const row = (id: number) =>
    company.app().database.prisma.ticket.findUniqueOrThrow({ where: { id } });

  return {
    ...{ company, anna, gleb, group, companyId, does: doing(company) },
    ...{ opened, onDesk, row },
    firstLine: async ({ card }: OnDesk) => (await card()).text.split('\n')[0],
    statusOf: ({ id }: Pick<OnDesk, 'id'>) => row(id),
    lastInGroup: async () => (await anna.in(group).messages()).at(-1),
    close: () => company.close(),
  };
}

/** «Вкусно и рядом», whose group is the one support room there is, as its registration leaves it; its number. */
export async function registerClient(
  { app, clock }: Pick<DeskCompany, 'app' | 'clock'>,
  more: { readonly raiseMinutes?: number } = {},
): Promise<number> {
  const { prisma } = app().database;
  const room = await prisma.room.findFirstOrThrow({ where: { kind: 'support' } });
  const { id } = await prisma.clientCompany.create({
    data: {
      ...{ code: 'code-of-vkusno', name: 'Вкусно и рядом', roomId: room.id },
      ...{ createdAt: clock.now(), locale: 'ru', timeZone: 'Europe/Moscow' },
      ...{ managerId: room.managerId, ...more },
    },
  });
  return id;
}

async function threadOf({ kind, katya }: DeskCompany, number: string): Promise<Place> {
  if (kind === 'forum') return await katya.topic(number);
  const { chatId, threadId } = await katya.comments(`${number} ·`);
  return { chatId, threadId };
}

async function cardOf({ kind, katya }: DeskCompany, number: string, topic: Place) {
  return kind === 'forum' ? await katya.card(topic) : (await katya.comments(`${number} ·`)).post;
}
