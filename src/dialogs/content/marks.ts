// Where in a message somebody may begin to speak, and signs there that keep it inside: «//», /note and
// other commands, also where the words are no text: in a poll, a contact, a place, a checklist.

import { type Content, noteMarkIn, wordsOf } from '../content.ts';
import { slashIn } from '../slash.ts';

/** The beginnings of all that is said in it; the first are its own words, empty where there are none. */
export function openingsOf(content: Content): readonly string[] {
  return [wordsOf(content), ...besideWords(content)];
}

/** Whether such a sign stands where it cannot be cut off: the message would cross with it. */
export function isMarkedBesideWords(content: Content): boolean {
  return besideWords(content).some((words) => noteMarkIn(words) > 0 || slashIn(words) !== null);
}

function besideWords(content: Content): readonly string[] {
  switch (content.kind) {
    case 'venue':
      return [content.title, content.address];
    case 'contact':
      return [content.firstName, content.lastName];
    case 'poll':
      return [content.question, ...content.options.map(({ text }) => text)];
    case 'told':
      return [String(content.facts.title ?? ''), ...tasksOf(content)];
    default:
      return [];
  }
}

/** Each stands in a line of its own, behind its box. */
function tasksOf({ type, text }: Extract<Content, { kind: 'told' }>): readonly string[] {
  return type === 'checklist' ? text.split('\n').map((line) => line.replace(/^[☐☑] /, '')) : [];
}
