// How it is usually written, kept for the ratio: each update in turn, one interactive transaction with
// a statement for each row, then the card is sent, then the next.

import path from 'node:path';
import { Bot } from 'grammy';
import { createDatabase, type Database, type Tx } from '../../src/platform/database/index.ts';
import { BOT_ID, cardIdOf, GROUP_ID, TOKEN } from '../world.ts';

const FIVE_MINUTES_MS = 300_000;

const [apiRoot = ''] = process.argv.slice(2);
const { DATABASE_URL: url, DATA_DIR: dataDir = '' } = process.env;

interface Incoming {
  readonly updateId: number;
  readonly chatId: number;
  readonly messageId: number;
  readonly text: string;
}

const database = await createDatabase({
  url,
  dataDir,
  migrations: path.resolve('prisma/migrations'),
});
const bot = new Bot(TOKEN, { client: { apiRoot } });
bot.on('message:text', async (ctx) => {
  const { text, message_id: messageId, chat } = ctx.message;
  const incoming = { updateId: ctx.update.update_id, chatId: chat.id, messageId, text };
  const card = await keep(database, incoming);
  await bot.api.editMessageText(GROUP_ID, cardIdOf(card.dialogId), card.text);
});
process.on('disconnect', () => {
  void bot
    .stop()
    .then(() => database.close())
    .finally(() => process.exit());
});
await bot.start();

async function keep({ prisma }: Database, incoming: Incoming) {
  return prisma.$transaction(async (tx) => {
    const { updateId, chatId, messageId, text } = incoming;
    const now = new Date();
    const update = {
      botId: BOT_ID,
      updateId,
      lane: `/${chatId}/0`,
      urgent: false,
      payload: { text },
    };
    await tx.inboxUpdate.create({
      data: { ...update, state: 'done', receivedAt: now, doneAt: now },
    });
    const dialog = await dialogOf(tx, chatId);
    await tx.message.create({
      data: {
        dialogId: dialog.id,
        author: 'client',
        purpose: 'question',
        chatId,
        messageId,
        kind: 'text',
        content: { kind: 'text', text, entities: [] },
        receivedAt: now,
      },
    });
    const listedAt = new Date(now.getTime() - (now.getTime() % FIVE_MINUTES_MS));
    await tx.dialog.update({
      where: { id: dialog.id },
      data: { lastQuestionAt: now, listedAt },
    });
    return { dialogId: dialog.id, text: await cardText(tx, dialog.id) };
  });
}

async function dialogOf(tx: Tx, chatId: number) {
  return tx.dialog.findFirstOrThrow({
    where: { closedAt: null, address: { channel: 'telegram', externalId: String(chatId) } },
  });
}

async function cardText(tx: Tx, dialogId: number): Promise<string> {
  const questions = await tx.message.findMany({
    where: { dialogId, purpose: 'question', answeredAt: null },
    orderBy: { id: 'desc' },
    take: 8,
  });
  return questions
    .map(({ content }) => (content as { text: string }).text)
    .reverse()
    .join('\n');
}
