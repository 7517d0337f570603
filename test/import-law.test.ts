import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');
const run = promisify(execFile);

type Import = readonly [rule: string, from: string, statement: string];

const BROKEN: readonly Import[] = [
  ['platform-stands-alone', 'src/platform/a.ts', '../dialogs/dialog.ts'],
  ['product-does-not-know-the-sandbox', 'src/tickets/ticket.ts', '../sandbox/index.ts'],
  ['sandbox-does-not-know-the-product', 'src/sandbox/world.ts', '../config.ts'],
  ['downhill-only-staff', 'src/staff/staff.ts', '../dialogs/dialog.ts'],
  ['repository-knows-only-models', 'src/sla/sla-repository.ts', './service.ts'],
  ['service-knows-no-telegram-and-no-sentence', 'src/dialogs/verbs/take.ts', '../views.ts'],
  ['views-only-show', 'src/dialogs/card-views.ts', './service.ts'],
  ['entrances-go-through-the-service', 'src/dialogs/handlers.ts', './repository.ts'],
  ['other-features-show-their-model-only', 'src/channels/service.ts', '../sla/service.ts'],
  ['doors-are-opened-by-app', 'src/channels/intake.ts', '../staff/index.ts'],
  ['only-main-starts-the-app', 'src/rooms/room.ts', '../app.ts'],
  ['context-is-types-only', 'src/context.ts', './config.ts'],
  ['every-feature-is-on-the-hill', 'src/coffee/coffee.ts', '../config.ts'],
  ['grammy-stays-at-the-edge', 'src/deals/deal.ts', 'grammy'],
  ['prisma-stays-in-repositories', 'src/deals/service.ts', 'pg'],
  ['no-development-packages', 'src/platform/b.ts', 'vitest'],
  ['everything-is-found', 'src/platform/c.ts', './nowhere.ts'],
  ['no-cycles', 'src/leads/lead.ts', './product.ts'],
  ['no-cycles', 'src/leads/product.ts', './lead.ts'],
];

const KEPT: readonly Import[] = [
  ['', 'src/app.ts', './staff/index.ts'],
  ['', 'src/dialogs/dialog.ts', '../staff/staff.ts'],
  ['', 'src/dialogs/handlers/take.ts', 'grammy'],
  ['', 'src/dialogs/handlers/close.ts', '../verbs/close.ts'],
  ['', 'src/dialogs/verbs/close.ts', '../repository.ts'],
  ['', 'src/dialogs/repository.ts', 'pg'],
  ['', 'src/sandbox/index.ts', '../platform/clock.ts'],
];

/** What the check says of a tree with these imports: its exit code and `rule: from → to`. */
async function check(imports: readonly Import[]): Promise<{ code: number; broken: string[] }> {
  const tree = await mkdtemp(path.join(tmpdir(), 'deskroom-law-'));
  for (const shared of ['node_modules', 'tsconfig.json', 'package.json']) {
    await symlink(path.join(ROOT, shared), path.join(tree, shared));
  }
  const write = async (file: string, content: string) => {
    await mkdir(path.join(tree, path.dirname(file)), { recursive: true });
    await writeFile(path.join(tree, file), content);
  };
  const starts = new Set(imports.map(([, from]) => from));
  for (const [, from, statement] of imports) {
    await write(from, `import '${statement}';\n`);
    const to = path.join(path.dirname(from), statement);
    if (statement.startsWith('.') && !starts.has(to) && !to.includes('nowhere')) {
      await write(to, 'export {};\n');
    }
  }
  await write('src/platform/clock.ts', 'export {};\n');

  const script = path.join(ROOT, 'scripts/check-imports.js');
  const result = await run(process.execPath, [script], { cwd: tree }).then(
    () => ({ code: 0, stderr: '' }),
    (failure: { code: number; stderr: string }) => failure,
  );
  await rm(tree, { recursive: true, force: true });
  const lines = result.stderr.matchAll(/error ([a-z-]+: [^ ]+)/g);
  return { code: result.code, broken: [...lines].map(([, line = '']) => line) };
}

let broken: readonly string[] = [];

beforeAll(async () => {
  const result = await check(BROKEN);
  expect(result.code).toBe(1);
  broken = result.broken;
}, 60_000);

it.each(BROKEN)('%s: %s may not import %s', (rule, from) => {
  expect(broken).toContain(`${rule}: ${from}`);
});

it('a tree that keeps the law passes', async () => {
  expect(await check(KEPT)).toEqual({ code: 0, broken: [] });
}, 60_000);
