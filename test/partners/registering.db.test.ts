// How partners come, are confirmed and look after themselves, and the fields they are chosen by.

import { beforeEach, describe, expect, it } from 'vitest';
import type { Staff } from '../../src/staff/staff.ts';
import { keptUpdate, sayings, someCause } from '../support/causes.ts';
import { CUSTOMS, LOGISTICS, usePartners } from './partners-on-database.ts';

const { clock, database, world } = usePartners();

const seen = { userId: 11, name: 'Пётр', username: null, locale: 'ru' } as const;
const profile = {
  ...{ name: 'Логист Плюс', about: 'Везём кофе', languages: ['ru', 'en'] },
  specializationIds: [LOGISTICS],
};

let katya: Staff;

beforeEach(async () => {
  const facts = { userId: 3, name: 'Катя', locale: 'ru', role: 'manager' } as const;
  const { id } = await database().prisma.staff.create({
    data: { ...facts, createdAt: clock.now() },
  });
  katya = { ...facts, id, username: null };
});

function registers(
  more: Partial<Parameters<ReturnType<typeof world>['partners']['register']>[0]> = {},
) {
  const what = { seen, locale: 'ru', profile, phone: '+79990000000', cause: someCause } as const;
  return world().partners.register({ ...what, ...more });
}

async function status() {
  const rows = await database().prisma.partner.findMany();
  return rows.map((row) => row.status);
}

describe('a partner', () => {
  it('who registers waits to be confirmed; staff have a card, once', async () => {
    const cause = await keptUpdate(database(), 9);
    expect(await registers({ cause })).toEqual({ status: 'registered' });
    expect(await registers({ cause })).toEqual({ status: 'repeated' });
    expect(await registers()).toEqual({ status: 'refused', because: 'pending' });
    expect(await status()).toEqual(['pending']);
    const said = await sayings(database());
    expect(said.map(({ to, name }) => `${to} ${name}`)).toEqual([
      'desk:1 partner-card',
      'person:11 partner-received',
    ]);
    const [person] = await database().prisma.person.findMany();
    expect(person).toMatchObject({ phone: '+79990000000', localeChosen: true });
    expect(person?.consentAt).not.toBeNull();
  });

  it('needs a field that there is', async () => {
    const without = { ...profile, specializationIds: [999] };
    expect(await registers({ profile: without })).toEqual({ status: 'incomplete' });
    expect(await status()).toEqual([]);
  });

  it('is decided about once, by whichever of two employees comes first', async () => {
    await registers();
    const decide = (decision: 'confirm' | 'reject') =>
      world().partners.decide({
        ...{ partnerId: 1, decision, by: katya, cause: someCause },
        reason: decision === 'reject' ? 'data' : null,
      });
    const outcomes = await Promise.all([decide('confirm'), decide('confirm')]);
    expect(outcomes.map((one) => one.status).sort()).toEqual(['done', 'stale']);
    expect(await decide('reject')).toMatchObject({ status: 'stale' });
    const told = (await sayings(database())).filter(({ name }) => name === 'partner-decided');
    expect(told).toHaveLength(1);
  });

  it('who was declined may register again; who is blocked may not', async () => {
    await registers();
    const { decide, judgeLink, link } = world().partners;
    const code = await link(katya);
    const by = { partnerId: 1, by: katya, cause: someCause };
    await decide({ ...by, decision: 'reject', reason: 'data' });
    expect(await judgeLink(code, 11)).toBe('welcome');
    expect(await registers()).toEqual({ status: 'registered' });
    await decide({ ...by, decision: 'block', reason: null });
    expect(await judgeLink(code, 11)).toBe('blocked');
    expect(await registers()).toEqual({ status: 'refused', because: 'blocked' });
  });

  it('who is blocked is asked nothing any more', async () => {
    await registers();
    const { partners, sending, person, room } = world();
    const by = { partnerId: 1, by: katya, cause: someCause, reason: null };
    await partners.decide({ ...by, decision: 'confirm' });
    await person(1, 'Анна');
    const roomId = await room('Кофе', { 1: 'exporter' });
    const order = {
      ...{ roomId, specializationId: LOGISTICS, role: null, expects: null, cause: someCause },
      ...{ by: { userId: 1, staffId: null }, ask: { partnerId: 1 } },
    };
    await sending.send(order);
    await partners.decide({ ...by, decision: 'block' });
    const [row] = await database().prisma.partnerInvitation.findMany();
    expect(row?.state).toBe('withdrawn');
    expect(await sending.send(order)).toEqual({ status: 'nobody' });
  });

  it('who is blocked comes in no more by what they have accepted, and the inviter reads so', async () => {
    await registers();
    const { partners, sending, answers, person, room } = world();
    const by = { partnerId: 1, by: katya, cause: someCause, reason: null };
    await partners.decide({ ...by, decision: 'confirm' });
    await person(1, 'Анна');
    const roomId = await room('Кофе', { 1: 'exporter' });
    await sending.send({
      ...{ roomId, specializationId: LOGISTICS, role: null, expects: null, cause: someCause },
      ...{ by: { userId: 1, staffId: null }, ask: { partnerId: 1 } },
    });
    await answers.accept(1, 11, someCause);
    await partners.decide({ ...by, decision: 'block' });
    const [way] = await database().prisma.roomEntry.findMany();
    expect(way?.state).toBe('closed');
    const told = (await sayings(database())).filter(({ to }) => to === 'person:1');
    expect(told.at(-1)).toMatchObject({ name: 'partner-outcome', facts: { outcome: 'blocked' } });
    const again = await answers.accept(1, 11, someCause);
    expect(again).toMatchObject({ status: 'over', place: 'outside' });
  });

  it('changes what is theirs once confirmed', async () => {
    await registers();
    const { partners } = world();
    const away = { what: 'away', until: null } as const;
    expect(await partners.edit(11, away, someCause)).toEqual({ status: 'no-partner' });
    const by = { partnerId: 1, by: katya, cause: someCause, reason: null };
    await partners.decide({ ...by, decision: 'confirm' });
    await partners.edit(11, away, someCause);
    await partners.edit(11, { what: 'specializations', ids: [CUSTOMS] }, someCause);
    await partners.edit(11, { what: 'languages', codes: ['zh'] }, someCause);
    expect(await partners.edit(11, { what: 'languages', codes: [] }, someCause)).toEqual({
      status: 'incomplete',
    });
    expect(await partners.findByUser(11)).toMatchObject({
      languages: ['zh'],
      specializationIds: [CUSTOMS],
      awaySince: clock.now(),
    });
    await partners.edit(11, { what: 'back' }, someCause);
    expect((await partners.findByUser(11))?.awaySince).toBeNull();
  });
});

describe('the link for partners', () => {
  it('serves everybody until staff make another', async () => {
    const { link, renewLink, judgeLink } = world().partners;
    const first = await link(katya);
    expect(await link(katya)).toBe(first);
    expect(await judgeLink(first, 50)).toBe('welcome');
    await Promise.all([renewLink(katya, someCause), renewLink(katya, someCause)]);
    expect(await judgeLink(first, 50)).toBe('ended');
    expect(await judgeLink('guessed', 50)).toBe('unknown');
    expect(await judgeLink(await link(katya), 50)).toBe('welcome');
    expect(await database().prisma.partnerLink.count({ where: { endedAt: null } })).toBe(1);
  });
});

describe('the fields of partners', () => {
  it('are added, renamed and hidden, each name once', async () => {
    const { specializations } = world();
    const names = { nameRu: 'Упаковка', nameEn: 'Packaging' };
    expect(await specializations.add(names, someCause)).toEqual({ status: 'done' });
    expect(await specializations.add(names, someCause)).toEqual({ status: 'refused' });
    expect(await specializations.rename(LOGISTICS, names, someCause)).toEqual({
      status: 'refused',
    });
    expect(await specializations.setHidden(CUSTOMS, true, someCause)).toEqual({ status: 'done' });
    const offered = await specializations.listOffered();
    expect(offered.map(({ id }) => id)).not.toContain(CUSTOMS);
    await specializations.setHidden(CUSTOMS, false, someCause);
    await database().prisma.specialization.deleteMany({ where: { nameEn: 'Packaging' } });
  });
});
