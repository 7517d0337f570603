// A real browser for tests of the page. Where none is installed they are skipped, and say so.
import { existsSync } from 'node:fs';
import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from 'playwright-core';

/** Where distributions put Chromium, and Chrome as the next best. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const executablePath = PLACES.find((place) => existsSync(place));

/** True when the tests of a browser cannot run; said once for each file that asks. */
export const noBrowser = executablePath === undefined;

if (noBrowser) {
  console.log(
    `Tests on the page are skipped: there is no Chromium (looked at ${PLACES.join(', ')}).`,
  );
}

/** No sandbox of its own: tests run as root in containers, and open nothing but our page. */
const SWITCHES = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function openBrowser(): Promise<Browser> {
  if (executablePath === undefined) throw new Error('there is no Chromium; ask noBrowser first');
  return chromium.launch({ executablePath, args: SWITCHES });
}

/** A patient look: what must appear has so long to do it, in milliseconds of real time. */
const PATIENCE_MS = 10_000;

export type SandboxPage = Awaited<ReturnType<typeof openPage>>;

/**
 * The sandbox's page with the windows of these people, in Russian unless said otherwise.
 * `problems` fills with whatever the page's own code did not cope with.
 */
export async function openPage(
  browser: Browser,
  url: string,
  userIds: readonly number[],
  options: BrowserContextOptions = {},
) {
  const context = await browser.newContext({ locale: 'ru-RU', ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  const page: Page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(`${url}/#${userIds.map((id) => `${id}=`).join('&')}`);
  return {
    page,
    problems,
    /** A person's window, by the name it shows. */
    window: (name: string): PersonWindow => personWindow(page, name),
    close: () => context.close(),
  };
}

export type PersonWindow = ReturnType<typeof personWindow>;

/** What one does and sees in a person's window, as one does and sees it. */
function personWindow(page: Page, name: string) {
  const element = page.getByRole('region', { name: `Окно: ${name}` });
  const log = element.getByRole('log');
  return {
    element,
    log,
    /** The writing field. */
    field: element.getByRole('textbox', { name: 'Сообщение' }),
    opens: (title: string) => element.getByRole('listitem').filter({ hasText: title }).click(),
    async says(text: string): Promise<void> {
      const field = element.getByRole('textbox', { name: 'Сообщение' });
      await field.fill(text);
      await field.press('Enter');
    },
    presses: (label: string) => element.getByRole('button', { name: label, exact: true }).click(),
    /** Waits until a message here has these words. */
    reads: (words: string): Promise<void> => message(log, words).waitFor(),
    message: (words: string): Locator => message(log, words),
    /** Waits for words over the window: an answer to a press. */
    isTold: (words: string): Promise<void> =>
      element.getByRole('status').getByText(words).first().waitFor(),
  };
}

function message(log: Locator, words: string): Locator {
  return log.getByRole('article').filter({ hasText: words }).last();
}
