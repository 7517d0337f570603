// The program in this process, on a clock that is walked, with the sandbox as its Telegram: for questions
// about hours that nobody has the time to wait for. Telegram's limits are kept by both sides.

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createTestClock } from '../test/support/clock.ts';
import type { Stage } from '../test/support/storm.ts';
import type { Store } from './stores.ts';
import { GROUP_ID } from './world.ts';

/** A Saturday, noon in Moscow: within working hours. */
const NOON = '2026-11-21T09:00:00Z';
const ADMIN = 901;

/** The compiled program: it finds its words and its migrations beside itself. */
async function compiled<Module>(file: string): Promise<Module> {
  return (await import(pathToFileURL(path.resolve('dist', file)).href)) as Module;
}

/** A company at work whose group is new: nothing was said in it within the last minute. */
export async function withWalkedCompany<Answer>(
  seeded: Store,
  ask: (stage: Stage) => Promise<Answer>,
): Promise<Answer> {
  const [{ createApp }, { readConfig }, { createSandbox }, { createLogger }] = await Promise.all([
    compiled<typeof import('../src/app.ts')>('app.js'),
    compiled<typeof import('../src/config.ts')>('config.js'),
    compiled<typeof import('../src/sandbox/index.ts')>('sandbox/index.js'),
    compiled<typeof import('../src/platform/logger.ts')>('platform/logger.js'),
  ]);
  const store = await seeded.copy();
  const clock = createTestClock(NOON);
  const sandbox = await createSandbox({ now: clock.now, limits: 'telegram' });
  const { control } = sandbox;
  await control.createUser({ id: ADMIN, firstName: 'Igor' });
  await control.start({ userId: ADMIN });
  const { chatId } = await control.createGroup({
    title: 'Desk',
    ownerId: ADMIN,
    memberIds: ['bot'],
  });
  await control.promote({ chatId, userId: 'bot' });
  const read = readConfig({
    BOT_TOKEN: sandbox.token,
    TELEGRAM_API_ROOT: sandbox.apiRoot,
    ADMIN_IDS: String(ADMIN),
    HTTP_PORT: '0',
    ...store.settings,
  });
  if (!read.ok || read.config.mode !== 'telegram')
    throw new Error('the bench has no good settings');
  const logger = createLogger({ level: 'silent', pretty: false });
  const app = await createApp(read.config, { clock, logger, onFatal: () => {} });
  try {
    // The seeded desk moves here; the topics of its dialogs stayed where it was.
    await app.database.prisma.desk.updateMany({ where: { chatId: GROUP_ID }, data: { chatId } });
    await app.database.prisma.dialog.updateMany({ data: { threadId: null } });
    await app.start();
    const later = walking(app, control, clock);
    await later(120_000);
    return await ask({
      control,
      clock,
      later,
      database: app.database,
      deskChatId: chatId,
      viewerId: ADMIN,
    });
  } finally {
    await app.stop();
    await sandbox.close();
    await store.remove();
  }
}

type App = Awaited<ReturnType<typeof import('../src/app.ts')['createApp']>>;

/** Walks, and waits until what that has made due is done. */
function walking(
  { engine }: App,
  control: Stage['control'],
  clock: Stage['clock'],
): Stage['later'] {
  async function settle(): Promise<void> {
    for (let quiet = 0; quiet < 3; ) {
      if (engine.isIdle()) await control.waitForUpdatesConfirmed({ timeoutMs: 60_000 });
      quiet = engine.isIdle() ? quiet + 1 : 0;
      await new Promise((resolve) => setTimeout(resolve, quiet > 0 ? 0 : 2));
    }
  }
  return async (ms) => {
    await settle();
    await clock.advance(ms);
    await engine.sweep();
    await settle();
  };
}
