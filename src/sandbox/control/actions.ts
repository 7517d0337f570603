// All actions of the control API, by name: POST /control/<name> with the arguments as JSON.
import { businessActions } from './business.ts';
import { changingActions } from './changing.ts';
import { groupActions } from './groups.ts';
import { inlineActions } from './inline.ts';
import { joiningActions } from './joining.ts';
import { keyActions } from './keys.ts';
import { lookingActions } from './looking.ts';
import { nemesisActions } from './nemesis.ts';
import { peopleActions } from './people.ts';
import { pressingActions } from './pressing.ts';
import { speakingActions } from './speaking.ts';

export const actions = {
  ...peopleActions,
  ...groupActions,
  ...joiningActions,
  ...keyActions,
  ...businessActions,
  ...speakingActions,
  ...changingActions,
  ...pressingActions,
  ...inlineActions,
  ...lookingActions,
  ...nemesisActions,
};

export type Actions = typeof actions;
