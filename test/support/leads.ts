// Leads for journeys: exporters as registration leaves them, products with their links, importers who tap.
import type { DeskCompany } from './desk.ts';
import { labels } from './dialogs.ts';
import type { Message, Person, Place } from './people.ts';

export type Leads = ReturnType<typeof leadsOf>;

export function leadsOf(company: () => DeskCompany) {
  let products = 0;

  /** A confirmed exporter whose manager is Катя; without people it is invited only. */
  async function exporter(externalId: string, name: string, people: readonly Person[]) {
    const { prisma } = company().app().database;
    const createdAt = company().clock.now();
    const katya = await prisma.staff.findUniqueOrThrow({ where: { userId: company().katya.id } });
    const { id: companyId } = await prisma.company.create({
      data: {
        ...{ code: `code-${externalId}`, externalId, name, managerId: katya.id, createdAt },
        status: people.length > 0 ? 'confirmed' : 'invited',
        ...{ locale: 'ru', timeZone: 'Europe/Moscow', worksFrom: '09:00', worksTo: '18:00' },
        url: `https://shop.example/russia/${externalId}`,
      },
    });
    for (const [index, person] of people.entries()) {
      await person.starts();
      await company().settle();
      const phone = '+79990000001';
      const known = { name: person.name, locale: 'ru', phone, createdAt, startedAt: createdAt };
      const { id: personId } = await prisma.person.upsert({
        where: { userId: person.id },
        create: { userId: person.id, ...known },
        update: {},
      });
      await prisma.companyPerson.create({
        data: { companyId, personId, isContact: index === 0, since: createdAt },
      });
    }
    return companyId;
  }

  /** A product on the marketplace; answers with the link of its button. */
  async function product(name: string, more: Readonly<Record<string, unknown>> = {}) {
    products += 1;
    await company().clock.advance(1_000);
    const url = `https://shop.example/brazil/${products}`;
    const given = { external_id: `p-${products}`, exporter_id: 'e-1', name, url, ...more };
    const { body } = await company().site().post('/api/products', given);
    return { id: given.external_id, given, link: String(body.link) };
  }

  /** Taps the site's button and says nothing more about it, or what is needed. */
  async function asks(person: Person, link: string, need: string | null = null): Promise<void> {
    await person.opens(link);
    await company().settle();
    const question = (await person.messages()).findLast(({ from }) => from.isBot);
    if (need !== null) await person.says(need);
    else await person.presses(labels(question as Message).includes('Skip') ? 'Skip' : 'Пропустить');
    await company().settle();
  }

  /** A group in stock, brought by Катя unless another is named; the oldest room that waits gets it. */
  async function aGroup(title: string, by: Person = company().katya): Promise<Place> {
    await by.says('/stock');
    await company().settle();
    const group = await by.sharesGroup({ title });
    await company().settle();
    return group;
  }

  /** Taps a button that leads somewhere. */
  async function follows(person: Person, message: Message, label: string): Promise<void> {
    const button = message.buttons.flat().find((one) => one.label === label);
    if (!button) throw new Error(`no «${label}» among ${labels(message).join(', ')}`);
    await person.opens(button.value ?? '');
    await company().settle();
  }

  /** Walks the clock to a moment. */
  async function until(moment: string): Promise<void> {
    await company().later(new Date(moment).getTime() - company().clock.now().getTime());
  }

  return { exporter, product, asks, aGroup, follows, until };
}
