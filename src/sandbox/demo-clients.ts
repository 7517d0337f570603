// Companies whose support the demo's company is, each in a Telegram group of its own, so that a newcomer
// can ask for something at once, in Russian and in English. Катя takes them on as managers do: by the bot's buttons.
import type { SandboxClient } from './client.ts';
import { answered, demoIds, PATIENCE_MS } from './demo.ts';

const served = [
  {
    name: 'Вкусно и рядом',
    language: 'Русский',
    group: 'Вкусно и рядом · поддержка',
    memberIds: [demoIds.vera, demoIds.olga],
  },
  {
    name: 'Harbour Coffee',
    language: 'English',
    group: 'Harbour Coffee · support',
    memberIds: [demoIds.emma, demoIds.olga],
  },
] as const;

/** With the desk open. @throws where the bot does not offer what it is asked for */
export async function openDemoClients(client: SandboxClient): Promise<void> {
  for (const company of served) await takeOn(client, company);
}

async function takeOn(client: SandboxClient, company: (typeof served)[number]): Promise<void> {
  const katya = { userId: demoIds.katya };
  // Older questions have buttons of the same names.
  const since = (await client.messages(katya)).at(-1)?.messageId ?? 0;
  const offer = (label: string) => offered(client, katya, label, since);

  async function presses(label: string): Promise<void> {
    const { messageId } = await offer(label);
    await client.press({ ...katya, messageId, label });
  }

  await client.say({ ...katya, text: '/clients' });
  await offer('Новый клиент');
  await answered(client, katya, () => presses('Новый клиент'));
  await client.say({ ...katya, text: company.name });
  for (const label of [company.language, 'Москва (UTC+3)', 'Я', 'Подключить существующую группу']) {
    await presses(label);
  }
  const { value: link } = await offer('Выбрать группу');
  const { chatId } = await client.createGroup({
    title: company.group,
    kind: 'supergroup',
    ownerId: katya.userId,
    memberIds: [...company.memberIds],
  });
  await answered(client, katya, () => client.openLink({ ...katya, link, chatId }));
}

interface Offer {
  readonly messageId: number;
  /** What the button holds: an address, where it leads to one. */
  readonly value: string;
}

/** The button of this name that a person has alone with the bot, in a message after that one; waited for as people do. */
async function offered(
  client: SandboxClient,
  person: { readonly userId: number },
  label: string,
  after: number,
): Promise<Offer> {
  for (;;) {
    const { version } = await client.version();
    const messages = await client.messages(person);
    for (const { messageId, buttons } of messages.filter((one) => one.messageId > after)) {
      const button = buttons.flat().find((one) => one.label === label);
      if (button) return { messageId, value: button.value ?? '' };
    }
    const next = await client.waitForChange({ since: version, timeoutMs: PATIENCE_MS });
    if (next.version === version) throw new Error(`the bot offers no «${label}»`);
  }
}
