import { InputFile } from 'grammy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, type Person, type TestWorld } from '../support/people.ts';
import { apiOf } from './bot-api.ts';

const BYTES = new Uint8Array([0, 1, 2, 250, 251, 255]);

let world: TestWorld;
let anna: Person;
beforeEach(async () => {
  world = await openWorld();
  anna = await world.client('Анна');
  await anna.starts();
});
afterEach(() => world.close());

async function asBot(fileId: string): Promise<Uint8Array> {
  const { file_path } = await apiOf(world.sandbox).getFile(fileId);
  const { apiRoot, token } = world.sandbox;
  const response = await fetch(`${apiRoot}/file/bot${token}/${file_path}`);
  return new Uint8Array(await response.arrayBuffer());
}

describe('a file', () => {
  it('that a person sends is what the bot downloads, byte by byte', async () => {
    const sent = await anna.sendsDocument('contract', { fileName: 'contract.docx', bytes: BYTES });

    expect(await asBot(sent.fileId ?? '')).toEqual(BYTES);
  });

  it('that the bot sends is what people download, with its name and kind', async () => {
    await apiOf(world.sandbox).sendDocument(anna.id, new InputFile(BYTES, 'trail.xlsx'), {
      caption: 'trail',
    });

    expect(await anna.downloads(await anna.reads('trail'))).toEqual({
      name: 'trail.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: BYTES,
    });
  });

  it('of which only the size is known is the same for everybody, and no other is', async () => {
    const one = await anna.sendsDocument('one', { size: 3_000 });
    const two = await anna.sendsDocument('two', { size: 3_000 });

    const first = await asBot(one.fileId ?? '');
    expect(first).toHaveLength(3_000);
    expect((await anna.downloads(one)).bytes).toEqual(first);
    expect((await anna.downloads(two)).bytes).not.toEqual(first);
  });
});
