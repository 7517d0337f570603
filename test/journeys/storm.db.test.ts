// More is written than a group may be told in a minute.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskCompany, KINDS, openDesk } from '../support/desk.ts';
import { type Aftermath, storm } from '../support/storm.ts';

/** As they are without a setting (.env.example). */
const TELEGRAMS_LIMITS = {
  OUTBOX_OVERALL_PER_SECOND: '30',
  OUTBOX_CHAT_PER_SECOND: '1',
  OUTBOX_GROUP_PER_MINUTE: '20',
};

const WEATHER = { clients: 10, messages: 300, seconds: 60, stepMs: 6_000 };

let company: DeskCompany;
let aftermath: Aftermath;

describe.each(KINDS)('at a %s desk', (kind) => {
  beforeAll(async () => {
    company = await openDesk(TELEGRAMS_LIMITS, undefined, kind);
    const { control, clock, later, desk, katya } = company;
    await later(120_000);
    await control.setLimits({ limits: 'telegram' });
    const { database } = company.app();
    const cards = 'channelId' in desk ? { cardsChatId: Number(desk.channelId) } : {};
    const viewerId = katya.id;
    const stage = { control, clock, later, database, deskChatId: desk.chatId, ...cards, viewerId };
    aftermath = await storm(stage, WEATHER);
  });

  afterAll(() => company.close());

  it('in a storm no message of a client is lost, none stands twice or before an earlier one', () => {
    expect(aftermath).toMatchObject({ lost: [], outOfOrder: 0 });
  });

  it('every card tells the truth in the end, and soon after the storm', () => {
    expect(aftermath.untrueCards).toBe(0);
    expect(aftermath.cardsTrueAfter).toBeLessThan(240);
  });

  it('Telegram never has to ask for a pause: what waits in one thread leaves together', () => {
    expect(aftermath.refused).toBe(0);
    expect(aftermath.calls.sendMessage).toBeLessThan(100);
  });
});
