// The words of somebody in a room, as support reads them.

import { inOneText } from '../../../dialogs/content/telegram-saying.ts';
import { type Content, isMedia } from '../../../dialogs/content.ts';

/** With whoever in the room said it before the words, where there is a place for words. */
export function signed(content: Content, who: string): Content {
  const name = { text: `${who}:`, entities: [{ type: 'bold', offset: 0, length: who.length + 1 }] };
  if (content.kind === 'text') return { ...content, ...inOneText([name, content], '\n') };
  if (!isMedia(content)) return content;
  const { caption: text, entities } = content;
  const words = text === '' ? name : inOneText([name, { text, entities }], '\n');
  return { ...content, caption: words.text, entities: words.entities };
}
