// A poll as a message shows it, whoever made it.
import type { Poll } from '@grammyjs/types';
import type { World } from './world.ts';

export type NewPoll = {
  readonly question: string;
  readonly options: readonly string[];
  readonly quiz: boolean;
  readonly closed: boolean;
  readonly several: boolean;
  /** Of a quiz: which options are right, where the bot may know. */
  readonly right?: number[];
  /** How many have voted for each option. */
  readonly votes?: readonly number[];
};

export function pollOf(world: World, poll: NewPoll): Poll {
  const { question, options, quiz, closed, several, right, votes = [] } = poll;
  return {
    id: String(world.nextNumber()),
    question,
    options: options.map((text, index) => ({
      persistent_id: String(index),
      text,
      voter_count: votes[index] ?? 0,
    })),
    total_voter_count: votes.reduce((sum, count) => sum + count, 0),
    is_closed: closed,
    is_anonymous: true,
    type: quiz ? 'quiz' : 'regular',
    allows_multiple_answers: several,
    allows_revoting: !quiz,
    members_only: false,
    ...(right ? { correct_option_ids: right } : {}),
  };
}
