// A company whose bot is the compiled program in a process of its own, on the database of the project
// the test runs in, with the sandbox of the test as its Telegram. Telegram's limits are lifted.
import pg from 'pg';
import type { SandboxOptions } from '../../src/sandbox/index.ts';
import { createTestLocation } from './database.ts';
import type { Env } from './desk.ts';
import { openWorld } from './people.ts';
import { type Program, startProgram } from './program.ts';

/** So long nothing happens, and the bot is at rest; longer than its loops wait for a bell. */
const QUIET_MS = 1_200;

/** Real time, and only ever spent on failure. */
const PATIENCE_MS = 60_000;

/** Nothing being done, and nothing in memory that waits for a later hour. */
const IDLE = [
  /^deskroom_idle 1$/m,
  /^deskroom_outbox_pending 0$/m,
  /^deskroom_inbox_lanes_waiting 0$/m,
];

async function openOffice(env: Env = {}, sandboxOptions: SandboxOptions = {}) {
  const world = await openWorld(sandboxOptions);
  const location = await createTestLocation();
  const { control, sandbox } = world;
  const running = new Set<Program>();

  const settings: Env = {
    BOT_TOKEN: sandbox.token,
    TELEGRAM_API_ROOT: sandbox.apiRoot,
    DATA_DIR: location.dataDir,
    ...(location.url ? { DATABASE_URL: location.url } : {}),
    HTTP_PORT: '0',
    ADMIN_IDS: '901',
    // The hour of the machine is any: what is said out of hours has a journey of its own.
    WORK_HOURS: '00:00-24:00',
    OUTBOX_OVERALL_PER_SECOND: '0',
    OUTBOX_CHAT_PER_SECOND: '0',
    OUTBOX_GROUP_PER_MINUTE: '0',
    ...env,
  };

  function start(more: Env = {}): Program {
    const program = startProgram({ ...settings, ...more });
    running.add(program);
    void program.ended.then(() => running.delete(program));
    return program;
  }

  function logs(): string {
    return [...running].map((program) => program.log().slice(-8_000)).join('\n');
  }

  /** Nothing is left to fetch or to do, and for a while nothing changes for anybody. */
  async function rests(bot: Program): Promise<void> {
    for (const started = performance.now(); performance.now() - started < PATIENCE_MS; ) {
      const { confirmed, pending } = await control.waitForUpdatesConfirmed({
        timeoutMs: PATIENCE_MS,
      });
      if (!confirmed) throw new Error(`${pending} updates are not fetched\n${logs()}`);
      const { version } = await control.version();
      const later = await control.waitForChange({ since: version, timeoutMs: QUIET_MS });
      if (later.version !== version) continue;
      const { body } = await bot.door('/metrics');
      if (IDLE.every((line) => line.test(body))) return;
    }
    throw new Error(`the bot does not come to rest\n${logs()}`);
  }

  /**
   * The seconds go by in which nobody may take a dead process's place. On the embedded database there
   * are none: whoever has the folder is alone.
   */
  async function leaseRunsOut(): Promise<void> {
    if (location.kind === 'embedded') return;
    const client = new pg.Client({ connectionString: location.url });
    await client.connect();
    await client.query('UPDATE lease SET expires_at = clock_timestamp()');
    await client.end();
  }

  return {
    ...world,
    location,
    settings,
    start,
    leaseRunsOut,
    rests,
    async close(): Promise<void> {
      for (const program of running) await program.kill('SIGKILL');
      await world.close();
      await location.remove();
    },
  };
}

export type StaffedOffice = Awaited<ReturnType<typeof openStaffedOffice>>;

/** With a desk, Катя and Борис as managers, Ольга as supervisor, and the first `bot` running. */
export async function openStaffedOffice(env: Env = {}) {
  const office = await openOffice(env);
  const igor = await office.staff('Игорь', { id: 901 });
  const katya = await office.staff('Катя', { id: 902 });
  const boris = await office.staff('Борис', { id: 903 });
  const olga = await office.staff('Ольга', { id: 904 });
  const desk = await office.forum('Единое окно', igor, [katya, boris, olga]);
  const bot = office.start();
  await bot.says('Deskroom is running');
  for (const person of [igor, katya, boris, olga]) await person.starts();
  const orders = ['/desk', '/staff supervisor 904', '/staff manager 902', '/staff manager 903'];
  for (const order of orders) {
    const replies = (await igor.in(desk).messages()).filter(({ from }) => from.isBot).length;
    await igor.in(desk).says(order);
    await office.eventually(async () => {
      const now = (await igor.in(desk).messages()).filter(({ from }) => from.isBot).length;
      if (now === replies) throw new Error(`nobody answers ${order}`);
    });
  }
  return { ...office, igor, katya, boris, olga, desk, bot };
}
