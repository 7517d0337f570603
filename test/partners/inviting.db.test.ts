// Invitations on a real database: who may, once for each press, and the races of «ask three».

import { beforeEach, describe, expect, it } from 'vitest';
import { keptUpdate, sayings, someCause } from '../support/causes.ts';
import { LOGISTICS, usePartners } from './partners-on-database.ts';

const { clock, database, world } = usePartners();

const EXPORTER = { userId: 1, staffId: null };
const IMPORTER = { userId: 2, staffId: null };
const MANAGER = { userId: 3, staffId: 7 };
const HOUR = 3_600_000;

let roomId = 0;

beforeEach(async () => {
  const { person, room, partner } = world();
  await person(1, 'Анна');
  await person(2, 'John', 'en');
  await person(3, 'Катя');
  roomId = await room('Кофе', { 1: 'exporter', 2: 'importer', 3: 'manager' });
  await partner(11, 'Первый');
  await partner(12, 'Второй');
  await partner(13, 'Третий');
  await partner(14, 'Четвёртый');
});

function order(more: Partial<Parameters<ReturnType<typeof world>['sending']['send']>[0]> = {}) {
  const what = { roomId, specializationId: LOGISTICS, role: null, expects: null };
  return { ...what, by: EXPORTER, ask: { partnerId: 1 }, cause: someCause, ...more } as const;
}

async function states() {
  const rows = await database().prisma.partnerInvitation.findMany({ orderBy: { id: 'asc' } });
  return rows.map(({ partnerId, state }) => `${partnerId} ${state}`);
}

async function said(to: number) {
  const all = await sayings(database());
  return all
    .filter((one) => one.to === `person:${to}`)
    .map(({ name, facts }) => {
      const outcome = (facts as { outcome?: string } | undefined)?.outcome;
      return outcome ? `${name} ${outcome}` : name;
    });
}

describe('an invitation', () => {
  it('goes out once, however often its press is delivered', async () => {
    const cause = await keptUpdate(database(), 5);
    const first = await world().sending.send(order({ cause, role: 'Брокер' }));
    const second = await world().sending.send(order({ cause, role: 'Брокер' }));
    expect(first).toMatchObject({ status: 'sent', names: ['Первый'] });
    expect(second).toEqual({ status: 'repeated' });
    expect(await states()).toEqual(['1 sent']);
    expect(await said(11)).toEqual(['partner-invitation']);
    expect(await database().prisma.projection.count({ where: { kind: 'partners-asked' } })).toBe(1);
  });

  it('is for the exporter’s people and staff to send', async () => {
    await world().person(4, 'Посторонний');
    const { send } = world().sending;
    for (const by of [IMPORTER, { userId: 4, staffId: null }, { userId: 99, staffId: null }]) {
      expect(await send(order({ by }))).toEqual({ status: 'no-right' });
    }
    expect(await send(order({ by: MANAGER }))).toMatchObject({ status: 'sent' });
  });

  it('is not sent twice to the same partner, to one who is there, away or unknown, or to a closed room', async () => {
    const { send } = world().sending;
    await send(order());
    expect(await send(order({ by: MANAGER }))).toEqual({ status: 'not-free', standing: 'invited' });
    const { prisma } = database();
    await prisma.roomMember.create({
      data: { roomId, personId: 5, role: 'partner', since: clock.now() },
    });
    expect(await send(order({ ask: { partnerId: 2 } }))).toEqual({
      status: 'not-free',
      standing: 'here',
    });
    await world().partners.edit(13, { what: 'away', until: null }, someCause);
    expect(await send(order({ ask: { partnerId: 3 } }))).toEqual({
      status: 'not-free',
      standing: 'away',
    });
    expect(await send(order({ ask: { partnerId: 77 } }))).toEqual({ status: 'nobody' });
    const closed = { state: 'closed', closedAt: clock.now() };
    await prisma.room.update({ where: { id: roomId }, data: closed });
    expect(await send(order({ ask: { partnerId: 4 } }))).toEqual({ status: 'room-closed' });
  });

  it('sent by two at the same instant to one partner arrives once', async () => {
    const { send } = world().sending;
    const outcomes = await Promise.all([send(order()), send(order({ by: MANAGER }))]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['not-free', 'sent']);
    expect(await states()).toEqual(['1 sent']);
  });

  it('accepted lets the partner in and tells the inviter, once', async () => {
    await world().sending.send(order({ role: 'Брокер' }));
    const { accept } = world().answers;
    expect(await accept(1, 12, someCause)).toEqual({ status: 'not-yours' });
    expect(await accept(1, 11, someCause)).toMatchObject({ status: 'accepted', waits: false });
    expect(await accept(1, 11, someCause)).toMatchObject({ status: 'over', state: 'accepted' });
    const [entry] = await database().prisma.roomEntry.findMany();
    expect(entry).toMatchObject({ roomId, personId: 4, role: 'partner', tag: 'Брокер' });
    expect(await said(1)).toEqual(['partner-outcome accepted']);
  });

  it('accepted by somebody who does not come in is brought to mind once, and not of one who did', async () => {
    const { sending, answers, ratings } = world();
    await sending.send(order());
    await answers.accept(1, 11, someCause);
    await clock.advance(2 * HOUR);
    expect(await answers.listAbsent()).toEqual([]);
    await clock.advance(HOUR);
    expect(await answers.listAbsent()).toEqual([1]);
    await answers.remindAbsent(1, someCause);
    expect(await answers.listAbsent()).toEqual([]);
    expect(await said(1)).toEqual(['partner-outcome accepted', 'partner-outcome absent']);
    await sending.send(order({ ask: { partnerId: 2 } }));
    await answers.accept(2, 12, someCause);
    const came = { roomId, personId: 5 };
    await database().inTransaction((tx) => ratings.joined(tx, came, someCause));
    await clock.advance(3 * HOUR);
    expect(await answers.listAbsent()).toEqual([]);
  });

  it('declined says why; nothing more can be done with it', async () => {
    await world().sending.send(order());
    const { accept, decline, withdraw } = world().answers;
    await decline(1, 11, 'terms', someCause);
    expect(await accept(1, 11, someCause)).toMatchObject({ status: 'over', state: 'declined' });
    expect(await withdraw(1, EXPORTER, someCause)).toEqual({ status: 'over', state: 'declined' });
    const [row] = await database().prisma.partnerInvitation.findMany();
    expect(row).toMatchObject({ state: 'declined', reason: 'terms' });
    expect(await said(1)).toEqual(['partner-outcome declined']);
  });

  it('is withdrawn by whoever sent it, and by staff', async () => {
    const { send } = world().sending;
    const { withdraw, accept } = world().answers;
    await send(order());
    await send(order({ ask: { partnerId: 2 } }));
    expect(await withdraw(1, IMPORTER, someCause)).toEqual({ status: 'no-right' });
    expect(await withdraw(1, EXPORTER, someCause)).toMatchObject({ status: 'withdrawn' });
    expect(await withdraw(2, MANAGER, someCause)).toMatchObject({ status: 'withdrawn' });
    expect(await accept(1, 11, someCause)).toMatchObject({ status: 'over', state: 'withdrawn' });
    expect(await said(11)).toEqual(['partner-invitation', 'partner-withdrawn']);
  });

  it('is taken back after a yes, too, until the partner has come in: their way in ends with it', async () => {
    const { sending, answers } = world();
    await sending.send(order());
    await answers.accept(1, 11, someCause);
    expect(await answers.withdraw(1, IMPORTER, someCause)).toEqual({ status: 'no-right' });
    expect(await answers.withdraw(1, EXPORTER, someCause)).toMatchObject({ status: 'withdrawn' });
    const [entry] = await database().prisma.roomEntry.findMany();
    expect(entry).toMatchObject({ state: 'closed' });
    expect(await said(11)).toEqual(['partner-invitation', 'partner-withdrawn']);

    await sending.send(order({ ask: { partnerId: 2 } }));
    await answers.accept(2, 12, someCause);
    const data = { roomId, personId: 5, role: 'partner', since: clock.now() };
    await database().prisma.roomMember.create({ data });
    const over = { status: 'over', state: 'accepted' };
    expect(await answers.withdraw(2, EXPORTER, someCause)).toEqual(over);
    expect(await sending.replace(2, 3, EXPORTER, someCause)).toEqual({ status: 'taken' });
  });

  it('goes to another after a yes of somebody who does not come in', async () => {
    const { sending, answers } = world();
    await sending.send(order());
    await answers.accept(1, 11, someCause);
    expect(await sending.replace(1, 2, EXPORTER, someCause)).toMatchObject({ status: 'sent' });
    expect(await states()).toEqual(['1 withdrawn', '2 sent']);
  });

  it('makes a partner of a guest who is in the room, or has a way in', async () => {
    const { sending, answers } = world();
    const { prisma } = database();
    const guest = { roomId, role: 'guest', invitedById: 2 };
    await sending.send(order({ role: 'Брокер' }));
    await sending.send(order({ role: 'Склад', ask: { partnerId: 2 } }));
    await prisma.roomMember.create({ data: { ...guest, personId: 4, since: clock.now() } });
    await prisma.roomEntry.create({ data: { ...guest, personId: 5, createdAt: clock.now() } });

    expect(await answers.accept(1, 11, someCause)).toMatchObject({ inside: true, waits: false });
    expect(await prisma.roomMember.findFirst({ where: { personId: 4 } })).toMatchObject({
      ...{ role: 'partner', tag: 'Брокер', invitedById: 1 },
    });
    expect((await sayings(database())).map(({ name }) => name)).toContain('partner-joined');
    expect(await said(1)).toContain('partner-outcome inside');

    expect(await answers.accept(2, 12, someCause)).toMatchObject({ inside: false });
    expect(await prisma.roomEntry.findFirst({ where: { personId: 5 } })).toMatchObject({
      ...{ role: 'partner', tag: 'Склад', invitedById: 1 },
    });
  });

  it('that was not answered is brought to mind once, and ends; a late yes reaches the inviter once', async () => {
    await world().sending.send(order());
    const { answers } = world();
    await clock.advance(3 * HOUR);
    expect(await answers.listToRemind()).toEqual([1]);
    await answers.remind(1, someCause);
    await answers.remind(1, someCause);
    expect(await answers.listToRemind()).toEqual([]);
    expect(await said(11)).toEqual(['partner-invitation', 'partner-invitation']);
    // It ends at night, and nobody hears of that before the morning.
    await clock.advance(9 * HOUR);
    expect(await answers.listExpired()).toEqual([]);
    await clock.advance(12 * HOUR);
    expect(await answers.listExpired()).toEqual([1]);
    await answers.expire(1, someCause);
    expect(await states()).toEqual(['1 expired']);
    for (let press = 0; press < 2; press += 1) {
      expect(await answers.accept(1, 11, someCause)).toMatchObject({
        status: 'over',
        state: 'expired',
      });
    }
    expect(await said(1)).toEqual([
      'partner-outcome silent',
      'partner-outcome expired',
      'partner-outcome late',
    ]);
  });

  it('that did not arrive is over, and the inviter hears of it', async () => {
    await world().sending.send(order());
    const { prisma } = database();
    await database().inTransaction((tx) =>
      world().answers.noteNotArrived(tx, 1, 'blocked', someCause),
    );
    expect(await prisma.partnerInvitation.findMany()).toMatchObject([
      { state: 'undeliverable', reason: 'blocked' },
    ]);
    expect(await said(1)).toEqual(['partner-outcome undeliverable']);
  });

  it('of a room that was closed meanwhile lets nobody in', async () => {
    await world().sending.send(order());
    const closed = { state: 'closed', closedAt: clock.now() };
    await database().prisma.room.update({ where: { id: roomId }, data: closed });
    expect(await world().answers.accept(1, 11, someCause)).toEqual({ status: 'room-closed' });
    expect(await states()).toEqual(['1 withdrawn']);
  });
});

describe('an invitation whose inviter has left the room', () => {
  async function leaves(personId: number) {
    const left = { leftAt: clock.now() };
    await database().prisma.roomMember.updateMany({ where: { roomId, personId }, data: left });
  }

  it('lets nobody in: a yes is answered as to one that was withdrawn', async () => {
    await world().sending.send(order());
    await leaves(1);
    const outcome = await world().answers.accept(1, 11, someCause);
    expect(outcome).toMatchObject({ status: 'over', state: 'withdrawn', place: 'outside' });
    expect(await states()).toEqual(['1 withdrawn']);
    expect(await database().prisma.roomEntry.count()).toBe(0);
  });

  it('holds where the inviter works here', async () => {
    await world().sending.send(order({ by: MANAGER }));
    await leaves(3);
    world().employs(3);
    expect(await world().answers.accept(1, 11, someCause)).toMatchObject({ status: 'accepted' });
  });
});

describe('one question to three', () => {
  it('goes to the best three who are free', async () => {
    await world().partners.edit(12, { what: 'away', until: null }, someCause);
    expect(await world().sending.send(order({ ask: 'three' }))).toMatchObject({
      names: ['Первый', 'Третий', 'Четвёртый'],
    });
  });

  it('passes over whoever has just declined an invitation to this room', async () => {
    await world().sending.send(order());
    await world().answers.decline(1, 11, 'busy', someCause);
    expect(await world().sending.send(order({ ask: 'three' }))).toMatchObject({
      names: ['Второй', 'Третий', 'Четвёртый'],
    });
  });

  it('is answered by one: of three who accept at the same instant one is let in', async () => {
    await world().sending.send(order({ ask: 'three' }));
    const { accept } = world().answers;
    const outcomes = await Promise.all([
      accept(1, 11, someCause),
      accept(2, 12, someCause),
      accept(3, 13, someCause),
    ]);
    const told = outcomes.map((one) => ('state' in one ? one.state : one.status)).sort();
    expect(told).toEqual(['accepted', 'taken', 'taken']);
    expect((await states()).map((one) => one.split(' ')[1]).sort()).toEqual([
      'accepted',
      'taken',
      'taken',
    ]);
    expect(await database().prisma.roomEntry.count()).toBe(1);
    const others = (await Promise.all([11, 12, 13].map(said))).flat();
    expect(others.filter((name) => name === 'partner-taken')).toHaveLength(2);
  });

  it('has room for one yes in the table itself', async () => {
    await world().sending.send(order({ ask: 'three' }));
    const now = clock.now();
    const accepted = { state: 'accepted', answeredAt: now, endedAt: now };
    const { partnerInvitation } = database().prisma;
    await partnerInvitation.update({ where: { id: 1 }, data: accepted });
    await expect(partnerInvitation.update({ where: { id: 2 }, data: accepted })).rejects.toThrow();
  });

  it('goes on to another by one press: who is silent is asked no more', async () => {
    await world().sending.send(order());
    const { sending, answers } = world();
    expect(await sending.replace(1, 2, IMPORTER, someCause)).toEqual({ status: 'no-right' });
    expect(await sending.replace(1, 2, EXPORTER, someCause)).toMatchObject({ names: ['Второй'] });
    expect(await states()).toEqual(['1 withdrawn', '2 sent']);
    await answers.accept(2, 12, someCause);
    const came = { roomId, personId: 5, role: 'partner', since: clock.now() };
    await database().prisma.roomMember.create({ data: came });
    expect(await sending.replace(1, 3, EXPORTER, someCause)).toEqual({ status: 'taken' });
  });

  it('goes to nobody more once its inviter has left the room', async () => {
    await world().sending.send(order());
    await database().prisma.roomMember.updateMany({
      where: { roomId, personId: 1 },
      data: { leftAt: clock.now() },
    });
    expect(await world().sending.replace(1, 2, EXPORTER, someCause)).toEqual({
      status: 'no-right',
    });
  });
});

describe('a vote', () => {
  beforeEach(async () => {
    await world().sending.send(order());
    await world().answers.accept(1, 11, someCause);
  });

  it('is the inviter’s, one to five, and counts once', async () => {
    const { rate } = world().ratings;
    expect(await rate(1, 3, 5, someCause)).toEqual({ status: 'not-yours' });
    const votes = await Promise.all([rate(1, 1, 4, someCause), rate(1, 1, 2, someCause)]);
    expect(votes.map(({ status }) => status).sort()).toEqual(['rated', 'so-already']);
    const partner = await database().prisma.partner.findUniqueOrThrow({ where: { id: 1 } });
    expect(partner.ratingCount).toBe(1);
    expect([2, 4]).toContain(partner.ratingSum);
  });

  it('is asked for when the partner has left, unless it was given', async () => {
    const { ratings } = world();
    const passage = { roomId, personId: 4 };
    await database().inTransaction((tx) => ratings.left(tx, passage, someCause));
    await ratings.rate(1, 1, 5, someCause);
    await database().inTransaction((tx) => ratings.left(tx, passage, someCause));
    expect((await said(1)).filter((name) => name === 'partner-rate')).toHaveLength(1);
  });
});

describe('the list of partners', () => {
  it('shows how quickly each answers, and how many have asked', async () => {
    await world().sending.send(order());
    await clock.advance(HOUR / 2);
    await world().answers.decline(1, 11, 'busy', someCause);
    await world().sending.send(order());
    const search = { roomId, specializationId: LOGISTICS, inviter: 1 };
    const list = await world().sending.listCandidates(search);
    expect(list.at(-1)).toMatchObject({
      id: 1,
      answerSeconds: 1800,
      openInvitations: 1,
      inRoom: 'invited',
    });
    expect(list).toHaveLength(4);
  });
});
