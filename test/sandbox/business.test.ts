// Business accounts as Telegram has them: connected by their owner, spoken for within a day of the
// customer's last word, and told of what happens there.
import type { Update } from 'grammy/types';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openWorld, type Person, type Place, type TestWorld } from '../support/people.ts';
import { apiOf, refusalOf } from './bot-api.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

let world: TestWorld;
let katya: Person;
let anna: Person;
let chat: Place;
let now = new Date('2026-11-21T09:00:00Z');

beforeEach(async () => {
  now = new Date('2026-11-21T09:00:00Z');
  world = await openWorld({ now: () => now });
  katya = await world.client('Катя');
  anna = await world.client('Анна');
  chat = await world.control.openBusinessChat({ userId: katya.id, customerId: anna.id });
});
afterEach(() => world.close());

async function drain(): Promise<Update[]> {
  const api = apiOf(world.sandbox);
  const updates = await api.getUpdates({});
  const last = updates.at(-1);
  if (last) await api.getUpdates({ offset: last.update_id + 1 });
  return updates;
}

it('a customer’s chat is called by the customer’s id, and everything in it comes with the connection', async () => {
  const { connectionId } = await world.control.connectBusiness({ userId: katya.id });
  const said = await anna.in(chat).says('Здравствуйте');
  await anna.in(chat).edits(said, 'Добрый день');
  await anna.in(chat).deletes(said);
  const [connected, written, edited, deleted] = await drain();

  expect(connected?.business_connection).toMatchObject({
    id: connectionId,
    is_enabled: true,
    rights: { can_reply: true },
  });
  const place = { business_connection_id: connectionId, chat: { id: anna.id, type: 'private' } };
  expect(written?.business_message).toMatchObject({ ...place, text: 'Здравствуйте' });
  expect(edited?.edited_business_message).toMatchObject({ ...place, text: 'Добрый день' });
  expect(deleted?.deleted_business_messages).toMatchObject({
    ...place,
    message_ids: [said.messageId],
  });
});

it('the bot speaks in the owner’s name, hears itself, and only within a day of the customer’s word', async () => {
  const api = apiOf(world.sandbox);
  const { connectionId } = await world.control.connectBusiness({ userId: katya.id });
  const other = { business_connection_id: connectionId };
  expect(await refusalOf(api.sendMessage(anna.id, 'Привет', other))).toContain(
    'BUSINESS_PEER_USAGE_MISSING',
  );
  await anna.in(chat).says('Здравствуйте');
  await drain();
  await api.sendMessage(anna.id, 'Привет', other);

  expect((await anna.in(chat).messages()).at(-1)?.from.id).toBe(katya.id);
  const [echo] = await drain();
  expect(echo?.business_message?.sender_business_bot?.is_bot).toBe(true);
  now = new Date(now.getTime() + DAY_MS + 1_000);
  expect(await refusalOf(api.sendMessage(anna.id, 'Ещё', other))).toContain(
    'BUSINESS_PEER_USAGE_MISSING',
  );
});

it('an account that has let the bot go is neither heard nor spoken for', async () => {
  const { connectionId } = await world.control.connectBusiness({ userId: katya.id });
  await anna.in(chat).says('Здравствуйте');
  await world.control.disconnectBusiness({ userId: katya.id });
  await drain();
  await anna.in(chat).says('Вы тут?');

  expect(await drain()).toEqual([]);
  const call = apiOf(world.sandbox).sendMessage(anna.id, 'Привет', {
    business_connection_id: connectionId,
  });
  expect(await refusalOf(call)).toBe('400 Bad Request: business connection not found');
});
