import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApi } from '../../../src/platform/http/api.ts';
import { createHttp } from '../../../src/platform/http/http.ts';
import { intakeRoute } from '../../../src/platform/http/intake-route.ts';
import { fields, line } from '../../../src/platform/http/shapes.ts';
import { signatureHeaders } from '../../../src/platform/http/signature.ts';
import { settleCause } from '../../../src/platform/inbox/index.ts';
import { createMetrics } from '../../../src/platform/metrics.ts';
import { createRetention } from '../../../src/platform/retention.ts';
import { createTestClock } from '../../support/clock.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { createSender, SECRET } from '../../support/intake.ts';
import { silentLogger } from '../../support/logger.ts';

const clock = createTestClock();
let database: TestDatabase;
let sender: ReturnType<typeof createSender>;
let stop: () => Promise<void>;

/** Notes a name in the transaction that settles the request; «broken» rolls both back. */
const route = intakeRoute({
  method: 'POST',
  path: '/api/names',
  operation: 'createName',
  summary: 'A name',
  shape: fields({ name: line(20) }),
  answers: {},
  take: ({ name }, cause) =>
    database.inTransaction(async (tx) => {
      const now = clock.now();
      if (!(await settleCause(tx, cause, now))) return { status: 'repeated' } as const;
      await tx.event.create({
        data: {
          at: now,
          type: 'named',
          subject: 'desk',
          subjectId: 1,
          actor: 'system',
          data: { name },
        },
      });
      if (name === 'broken' && attempts++ === 0) throw new Error('broken on the way');
      return { status: 'taken', code: 201, body: {} } as const;
    }),
});
let attempts = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  const http = createHttp({
    host: '127.0.0.1',
    port: 0,
    ready: () => ({ ready: true, reasons: [] }),
    metrics: createMetrics().registry,
    logger: silentLogger,
    routes: createApi({
      routes: [route],
      intakeSecret: SECRET,
      trackerSecret: undefined,
      intakePerMinute: 0,
      publicUrl: undefined,
      clock,
      logger: silentLogger,
    }),
  });
  stop = http.stop;
  sender = createSender({ address: await http.start(), now: clock.now });
});
afterAll(async () => {
  await stop();
  await database.close();
});

const names = async () =>
  (await database.prisma.event.findMany({ orderBy: { id: 'asc' } })).map(
    ({ data }) => (data as { name: string }).name,
  );

it('has its effect once, however often and however written it comes, also all at once', async () => {
  const body = '{"name":"once"}';
  const signed = signatureHeaders(body, SECRET, clock.now());
  const shouted = {
    ...signed,
    'x-deskroom-signature': `sha256=${signed['x-deskroom-signature'].slice(7).toUpperCase()}`,
  };

  const answers = await Promise.all(
    [signed, signed, shouted, signed].map((as) => sender.send('POST', '/api/names', body, as)),
  );
  const later = await sender.send('POST', '/api/names', body, signed);

  expect(answers.map(({ status }) => status).sort()).toEqual([201, 401, 401, 401]);
  expect(later).toMatchObject({ status: 401, body: { error: 'signature-used' } });
  expect(await names()).toEqual(['once']);
});

it('may come again when nothing came of it', async () => {
  const body = '{"name":"broken"}';
  const signed = sender.sign(body);

  const broken = await sender.send('POST', '/api/names', body, signed);
  const again = await sender.send('POST', '/api/names', body, signed);

  expect([broken.status, again.status]).toEqual([500, 201]);
  expect(await names()).toEqual(['once', 'broken']);
});

it('is forgotten a day later, when its signature is long too old', async () => {
  const sweeps = createRetention({ database, botId: 42, clock });
  const noted = () => database.prisma.intakeRequest.count();

  await clock.advance(86_400_000);
  for (const sweep of sweeps) await sweep.run();
  const kept = await noted();
  await clock.advance(3_600_000);
  for (const sweep of sweeps) await sweep.run();

  expect([kept, await noted()]).toEqual([2, 0]);
});
