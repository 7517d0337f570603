import { describe, expect, it } from 'vitest';
import { someCause } from '../support/causes.ts';
import { person, useStaff } from './staff-on-database.ts';

const { clock, database, open, rolesNow } = useStaff();

describe('the first admin', () => {
  it('is named by setting, at once, under his number until he shows his name', async () => {
    const staff = open({ adminIds: [901, 902] });

    expect(await staff.prepareAdminCode()).toEqual({ status: 'admins-by-setting', count: 2 });
    expect(await staff.meet(person(901, 'Игорь Ким'))).toMatchObject({
      role: 'admin',
      name: 'Игорь Ким',
    });
    expect((await staff.listStaff()).map(({ name }) => name)).toEqual(['Игорь Ким', '902']);
  });

  it('named by setting is an admin again after the next start, whatever was done meanwhile', async () => {
    const staff = open({ adminIds: [901] });
    await staff.prepareAdminCode();
    await database().prisma.staff.updateMany({ data: { removedAt: clock.now() } });

    await staff.prepareAdminCode();

    expect(await rolesNow()).toEqual([[901, 'admin']]);
  });

  it('has the code from the log, and it is good once', async () => {
    const staff = open();
    const prepared = await staff.prepareAdminCode();
    const code = prepared.status === 'code' ? prepared.code : '';

    const first = await staff.claimAdmin({ code, person: person(5, 'Игорь'), cause: someCause });
    const second = await staff.claimAdmin({ code, person: person(6), cause: someCause });

    expect(first).toMatchObject({
      status: 'claimed',
      staff: { userId: 5, role: 'admin', name: 'Игорь' },
    });
    expect(second).toEqual({ status: 'refused' });
    expect(staff.steps).toEqual(['person:5']);
    expect(await staff.prepareAdminCode()).toEqual({ status: 'not-needed' });
  });

  it('has only the newest code: each start without an admin makes a new one', async () => {
    const staff = open();
    const old = await staff.prepareAdminCode();
    await staff.prepareAdminCode();

    const code = old.status === 'code' ? old.code : '';
    expect(await staff.claimAdmin({ code, person: person(5), cause: someCause })).toEqual({
      status: 'refused',
    });
  });

  it('who guesses is refused, noted in the log, and after five tries not heard', async () => {
    const staff = open();
    await staff.prepareAdminCode();
    const guess = () => staff.claimAdmin({ code: 'guess', person: person(7), cause: someCause });

    for (let tries = 0; tries < 5; tries += 1) expect(await guess()).toEqual({ status: 'refused' });

    expect(await guess()).toEqual({ status: 'too-many-tries' });
    expect(staff.lines.filter(({ msg }) => msg === 'a wrong admin code was refused')).toHaveLength(
      5,
    );
    expect(await rolesNow()).toEqual([]);
  });

  it('is one of two who send the code at the same moment', async () => {
    const staff = open();
    const prepared = await staff.prepareAdminCode();
    const code = prepared.status === 'code' ? prepared.code : '';

    const outcomes = await Promise.all(
      [5, 6].map((userId) => staff.claimAdmin({ code, person: person(userId), cause: someCause })),
    );

    expect(outcomes.map(({ status }) => status).sort()).toEqual(['claimed', 'refused']);
    expect(await rolesNow()).toHaveLength(1);
  });

  it('keeps no code that could be read', async () => {
    const prepared = await open().prepareAdminCode();
    const row = await database().prisma.adminCode.findFirstOrThrow();

    expect(prepared).toMatchObject({ status: 'code' });
    expect(row.hash).toMatch(/^[0-9a-f]{64}$/);
  });
});
