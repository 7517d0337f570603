import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { systemClock } from '../../../src/platform/clock.ts';
import { createLease } from '../../../src/platform/lease.ts';
import {
  type BreakableDatabase,
  createBreakableDatabase,
  losingAnswers,
} from '../../support/breakable-database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { silentLogger } from '../../support/logger.ts';
import {
  NO_LIMITS,
  type OutboxAtWork,
  type OutboxOptions,
  openOutbox,
} from '../../support/outbox.ts';
import { withText } from '../../support/scripted-telegram.ts';
import { until } from '../../support/until.ts';

let breakable: BreakableDatabase;
let database: TestDatabase;
let desk: OutboxAtWork;

beforeAll(async () => {
  breakable = await createBreakableDatabase();
  database = breakable.database;
});
afterAll(() => database.close());

async function open(options?: OutboxOptions, on = database): Promise<void> {
  desk = await openOutbox(on, options);
}

afterEach(async () => {
  await desk.stop();
  await database.prisma.$executeRaw`TRUNCATE outbox_message, projection, lease, test_outcome`;
});

describe('a process that died between the call and the note of it', () => {
  it('has the message said again, where that is the setting, before what follows', async () => {
    await open();
    desk.start();
    desk.telegram.hold(withText('раз'));
    await desk.say('client:7', 'раз');
    await desk.say('client:7', 'два');
    await until(() => desk.telegram.attempted().includes('раз'), 'the call is not made');
    desk.telegram.calls.length = 0;
    desk.start();
    await until(() => desk.telegram.attempted().includes('раз'), 'it is not said again');
    desk.telegram.open();
    await desk.settle();
    expect(desk.telegram.attempted()).toEqual(['раз', 'два']);
    expect(await desk.rows()).toEqual(['sent', 'sent']);
    expect((await desk.outcomes()).filter((said) => said === 'раз sent')).toHaveLength(1);
  });

  it('leaves a text to a client to a human, where that is the setting, and says the rest', async () => {
    await open({ askIfUnknown: true });
    desk.start();
    desk.telegram.hold(withText('ответ'));
    await desk.say('client:7', 'ответ');
    await desk.say('client:7', 'следующий');
    await until(() => desk.telegram.calls.length === 1, 'the call is not made');
    desk.start();
    await desk.settle();
    expect(await desk.rows()).toEqual(['unknown', 'sent']);
    expect(await desk.outcomes()).toEqual(['ответ unknown', 'следующий sent']);
  });

  it('has repeated what staff read, whatever the setting', async () => {
    await open({ askIfUnknown: true });
    desk.start();
    desk.telegram.hold(withText('служебное'));
    await desk.say('thread:1', 'служебное');
    await until(() => desk.telegram.calls.length === 1, 'the call is not made');
    desk.start();
    await until(() => desk.telegram.calls.length === 2, 'it is not said again');
  });

  it('has repeated what may be done twice, at a client too, whatever the setting', async () => {
    await open({ askIfUnknown: true });
    desk.start();
    desk.telegram.hold(() => true);
    await desk.say('client:7', '👀', { name: 'sign' });
    await until(() => desk.telegram.calls.length === 1, 'the call is not made');
    desk.start();
    await until(() => desk.telegram.calls.length === 2, 'it is not done again');
  });

  it('before the call was made has lost nothing', async () => {
    await open();
    await desk.say('thread:1', 'раз');
    await database.prisma.outboxMessage.updateMany({ data: { state: 'sending' } });
    desk.start();
    await desk.settle();
    expect(desk.telegram.said()).toEqual(['раз']);
  });
});

describe('a database that goes away', () => {
  it('while a call is on its way is waited for, and nothing is said twice', async () => {
    await open();
    desk.start();
    desk.telegram.hold(withText('раз'));
    await desk.say('client:7', 'раз');
    await until(() => desk.telegram.calls.length === 1, 'the call is not made');
    await breakable.takeAway();
    desk.telegram.open();
    await new Promise((resolve) => setImmediate(resolve));
    await breakable.giveBack();
    await until(async () => {
      await desk.clock.advance(500);
      return (await desk.rows().catch(() => []))[0] === 'sent';
    }, 'the outcome is not recorded');
    await desk.say('client:7', 'два');
    await until(async () => {
      await desk.clock.advance(500);
      return desk.telegram.said().includes('два');
    }, 'the sender does not go on');
    expect(desk.telegram.attempted()).toEqual(['раз', 'два']);
    expect(await desk.outcomes()).toContain('раз sent');
  });

  it('before the program starts is waited for', async () => {
    await open();
    await desk.say('client:7', 'раз');
    await breakable.takeAway();
    desk.start();
    await breakable.giveBack();
    await until(async () => {
      await desk.clock.advance(1_000);
      return desk.telegram.said().includes('раз');
    }, 'the sender does not begin');
  });

  it('and loses the answer to a commit has no consequence drawn twice', async () => {
    const forgetful = losingAnswers(database);
    await open({}, forgetful);
    desk.start();
    await desk.settle();
    desk.telegram.hold(withText('раз'));
    await desk.say('client:7', 'раз', { args: { text: 'раз', thenSay: 'следствие' } });
    await until(() => desk.telegram.calls.length === 1, 'the call is not made');
    forgetful.loseNext();
    desk.telegram.open();
    await until(async () => {
      await desk.clock.advance(500);
      return desk.telegram.said().includes('следствие');
    }, 'the consequence is not said');
    await desk.settle();
    expect(desk.telegram.said()).toEqual(['раз', 'следствие']);
    expect(await desk.outcomes()).toEqual(['раз sent', 'следствие sent']);
  });
});

describe('a process that stands by', () => {
  it('sends nothing', async () => {
    await open();
    await desk.lease.release();
    desk.start();
    await desk.say('client:7', 'раз');
    await desk.say('client:7', '👌', { name: 'sign' });
    await desk.change(1, 'карточка');
    await desk.later(3_000);
    expect(desk.telegram.calls).toEqual([]);
    await desk.lease.acquire();
    await desk.later(3_000);
    expect(desk.telegram.said().sort()).toEqual(['карточка', 'раз', '👌']);
  });

  if (inject('databases').kind === 'postgres') {
    it('because its lease ran out unnoticed sends and posts nothing', async () => {
      await open();
      desk.start();
      await desk.settle();
      const other = createLease({
        name: 'sender',
        database,
        clock: systemClock,
        logger: silentLogger,
      });
      await database.prisma.$executeRaw`UPDATE lease SET expires_at = now() - interval '1 second'`;
      expect(await other.acquire()).toBe(true);
      await desk.say('client:7', 'раз');
      await desk.change(1, 'карточка');
      await desk.later(3_000);
      expect(desk.lease.current()).toBeNull();
      expect(desk.telegram.calls).toEqual([]);
      expect(await desk.rows()).toEqual(['waiting']);
    });
  } else {
    console.log('An embedded database has one process: a lease that is taken over is not tried.');
  }

  it('whose lease ran out with nobody there takes it again, and goes on at once', async () => {
    await open();
    desk.start();
    await desk.settle();
    await database.prisma.$executeRaw`UPDATE lease SET expires_at = now() - interval '1 second'`;
    await desk.say('client:7', 'раз');
    await desk.settle();
    expect(desk.telegram.said()).toEqual(['раз']);
  });
});

describe('stopping', () => {
  it('waits for what is on its way, and begins nothing', async () => {
    await open();
    desk.start();
    const gate = desk.telegram.hold(withText('раз'));
    await desk.say('client:7', 'раз');
    await desk.say('client:7', 'два');
    await until(() => desk.telegram.calls.length === 1, 'the call is not made');
    let stopped = false;
    gate.open();
    await desk.stop().then(() => {
      stopped = true;
    });
    expect(stopped).toBe(true);
    expect(desk.telegram.said()).toEqual(['раз']);
    expect(await desk.rows()).toEqual(['sent', 'waiting']);
    expect(await desk.outcomes()).toEqual(['раз sent']);
  });

  it('says the rest of what it has said in part, and begins nothing else', async () => {
    await open({ limits: { ...NO_LIMITS, chatPerSecond: 1, chatBurst: 1 } });
    desk.start();
    await desk.settle();
    await desk.say('client:7', '', { args: { text: 'раз два', inParts: true } });
    await desk.say('client:7', 'три');
    await until(() => desk.telegram.calls.length === 1, 'the first part is not sent');
    const stopped = desk.stop();
    await until(async () => {
      await desk.clock.advance(100);
      return desk.telegram.calls.length === 2;
    }, 'the second part is not sent');
    await stopped;

    expect(desk.telegram.said()).toEqual(['раз', 'два']);
    expect(await desk.rows()).toEqual(['sent', 'waiting']);
  });
});

describe('rows that somebody decided on meanwhile', () => {
  it('are not sent, and hold up nobody', async () => {
    await open();
    desk.start();
    await desk.settle();
    const render = desk.holdRendering();
    await desk.say('client:7', 'отменено');
    await desk.say('client:7', 'дальше');
    await database.prisma
      .$executeRaw`UPDATE outbox_message SET state = 'dropped' WHERE id = (SELECT min(id) FROM outbox_message)`;
    render();
    await desk.settle();
    expect(desk.telegram.said()).toEqual(['дальше']);
    expect(await desk.rows()).toEqual(['dropped', 'sent']);
  });
});
