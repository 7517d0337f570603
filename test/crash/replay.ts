// Replays what was noted of a dialog by the rules of DOMAIN.md, written down here a second time and by
// hand: the status in the table must be the one the notes lead to.
import type { ObservedEvent } from './observed.ts';

/** More than one where the notes alone do not tell: a cancelled note, while a colleague writes one. */
export function statusesAfter(events: readonly ObservedEvent[]): ReadonlySet<string> {
  let status = 'none';
  let beforeNote = 'none';
  let alternative: string | null = null;
  let waiting: number[] = [];
  let answered = false;

  function move(to: string): void {
    status = to;
    alternative = null;
  }

  for (const { type, messageId } of events) {
    switch (type) {
      case 'opened':
        move('unanswered');
        break;
      case 'reopened':
        move('to_continue');
        break;
      case 'asked':
        waiting.push(messageId ?? 0);
        if (status !== 'unanswered' && status !== 'in_work') move('to_continue');
        break;
      case 'taken':
      case 'resumed':
      case 'taken-over':
        move('in_work');
        break;
      case 'released':
      case 'returned':
        if (waiting.length > 0) move(answered ? 'to_continue' : 'unanswered');
        else if (status === 'in_work') move(answered ? 'answered' : 'to_continue');
        break;
      case 'called':
        waiting = [];
        move('had_call');
        break;
      case 'note-begun':
        if (status !== 'note') beforeNote = status;
        move('note');
        break;
      case 'note-cancelled':
        if (status === 'note') alternative = beforeNote;
        break;
      case 'answer-delivered':
        answered = true;
        waiting = waiting.filter((asked) => asked > (messageId ?? 0));
        if (status !== 'closed') move(waiting.length > 0 ? 'to_continue' : 'answered');
        break;
      case 'closed':
        waiting = [];
        move('closed');
        break;
    }
  }
  return new Set(alternative === null ? [status] : [status, alternative]);
}
