import type { Update } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { createLaneMemory } from '../../../src/platform/inbox/lane-memory.ts';

const desk = { id: -1001, type: 'supergroup', title: 'Единое окно', is_forum: true };
const place = { chat: desk, message_thread_id: 7, is_topic_message: true };

function update(content: object): Update {
  return { update_id: 1, ...content } as Update;
}

describe('the lane of a reaction', () => {
  it('is that of the message it was made on, wherever in the chat that stands', () => {
    const lanes = createLaneMemory();
    lanes.of(update({ message: { ...place, message_id: 20 } }));

    const reaction = update({ message_reaction: { chat: desk, message_id: 20 } });
    expect(lanes.of(reaction).key).toBe('/-1001/7');
  });

  it('is that of the chat where the message is not remembered', () => {
    const lanes = createLaneMemory();
    lanes.of(update({ message: { ...place, message_id: 20 } }));
    for (let id = 21; id <= 5_020; id += 1)
      lanes.of(update({ message: { ...place, message_id: id } }));

    const reaction = update({ message_reaction: { chat: desk, message_id: 20 } });
    expect(lanes.of(reaction).key).toBe('/-1001/0');
  });

  it('is the one that an earlier process has given to it', () => {
    const lanes = createLaneMemory();
    lanes.learn({ chatId: desk.id, messageId: 20, lane: '/-1001/7' });

    const reaction = update({ message_reaction: { chat: desk, message_id: 20 } });
    expect(lanes.of(reaction).key).toBe('/-1001/7');
  });
});
