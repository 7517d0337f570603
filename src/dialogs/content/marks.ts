// Where in a message somebody may begin to speak, and signs there that keep it inside: «//», /note and
// other commands, also where the words are no text: in a poll, a contact, a place, a checklist; and «//»
// or /note at the beginning of a later line.

import { type Content, formattedWordsOf, noteMarkIn, wordsOf } from '../content.ts';
import { slashIn } from '../slash.ts';

/** The beginnings of all that is said in it; the first are its own words, empty where there are none. */
export function openingsOf(content: Content): readonly string[] {
  return [wordsOf(content), ...besideWords(content)];
}

/** Whether such a sign stands where it cannot be cut off: the message would cross with it. */
export function isMarkedInside(content: Content): boolean {
  const isMarked = (words: string) => noteMarkIn(words) > 0 || slashIn(words) !== null;
  return besideWords(content).some(isMarked) || hasMarkedLine(content);
}

const LATER_LINE = /\n([^\n]+)/g;
/** Slashes alone: two dots may go on with a line, and «//» with nothing behind it is an ornament. */
const MARKED_LINE = /^[\s\p{Cf}]*[/\uff0f]{2}(?![/\uff0f])[^\n]*[\p{L}\p{N}]/u;

/** A word for colleagues under an answer, in the same message. In a program «//» is a comment. */
function hasMarkedLine(content: Content): boolean {
  const { text, entities } = formattedWordsOf(content);
  const code = entities.filter(({ type }) => type === 'pre' || type === 'code');
  return [...text.matchAll(LATER_LINE)].some(({ index, 1: line = '' }) => {
    const start = index + 1;
    const isCode = code.some(({ offset, length }) => offset <= start && start < offset + length);
    return !isCode && (MARKED_LINE.test(line) || slashIn(line)?.kind === 'note');
  });
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
