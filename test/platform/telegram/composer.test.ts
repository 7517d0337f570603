import { Composer, Context } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { createComposer } from '../../../src/platform/telegram/composer.ts';

type Chain = Composer<Context>;

/** What was called for a text message, in order; «end» stands for what comes after the composer. */
async function playedBy(
  build: (composer: Chain, say: (word: string) => void) => void,
  text = 'hi',
) {
  const words: string[] = [];
  const composer = createComposer<Context>();
  build(composer, (word) => words.push(word));
  await composer.middleware()(messageSaying(text), async () => {
    words.push('end');
  });
  return words;
}

function messageSaying(text: string): Context {
  const chat = { id: 1, type: 'private', first_name: 'Anna' } as const;
  const entities = text.startsWith('/')
    ? [{ type: 'bot_command', offset: 0, length: text.length } as const]
    : [];
  const message = { message_id: 1, date: 0, chat, text, entities };
  const me = { id: 2, is_bot: true, username: 'desk_bot' } as UserFromGetMe;
  return new Context({ update_id: 1, message } as Context['update'], {} as Context['api'], me);
}

describe('a composer', () => {
  it('gives an update to the first handler it fits, and to no other', async () => {
    const words = await playedBy((composer, say) => {
      composer.on('callback_query', () => say('press'));
      composer.on('message:text', () => say('text'));
      composer.on('message', () => say('message'));
    });
    expect(words).toEqual(['text']);
  });

  it('goes on behind a handler that lets it pass', async () => {
    const words = await playedBy((composer, say) => {
      composer.on('message', (_ctx, next) => {
        say('first');
        return next();
      });
      composer.on('message', async (_ctx, next) => {
        say('second');
        await next();
        say('second again');
      });
    });
    expect(words).toEqual(['first', 'second', 'end', 'second again']);
  });

  it('goes past everything where nothing fits', async () => {
    expect(await playedBy((composer, say) => composer.command('help', () => say('help')))).toEqual([
      'end',
    ]);
  });

  it('asks one filter inside another, and comes back out when the inner one does not fit', async () => {
    const build = (composer: Chain, say: (word: string) => void) => {
      const direct = composer.chatType('private');
      direct.command('help', () => say('help'));
      composer.on('message', () => say('message'));
    };
    expect(await playedBy(build, '/help')).toEqual(['help']);
    expect(await playedBy(build, 'help')).toEqual(['message']);
  });

  it('takes handlers that are added after it was put to use', async () => {
    const words = await playedBy((composer, say) => {
      const later = createComposer<Context>();
      composer.use(later);
      later.on('message', () => say('later'));
    });
    expect(words).toEqual(['later']);
  });

  it('waits for a filter that takes its time', async () => {
    const words = await playedBy((composer, say) => {
      composer.filter(async () => false).use(() => say('no'));
      composer.filter(async () => true).use(() => say('yes'));
    });
    expect(words).toEqual(['yes']);
  });

  it('lets through what a handler throws, at once or later', async () => {
    const failing = (handler: () => unknown) =>
      playedBy((composer) => composer.use(() => handler()));
    const at = () => {
      throw new Error('at once');
    };
    await expect(failing(at)).rejects.toThrow('at once');
    await expect(failing(async () => at())).rejects.toThrow('at once');
  });

  it('works inside a composer of grammY, and around one', async () => {
    const words: string[] = [];
    const outer = new Composer<Context>();
    const inner = createComposer<Context>();
    const plain = new Composer<Context>();
    plain.on('message', () => {
      words.push('plain');
    });
    inner.use(plain);
    outer.use(inner);
    await outer.middleware()(messageSaying('hi'), async () => undefined);
    expect(words).toEqual(['plain']);
  });
});
