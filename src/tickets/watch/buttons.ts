// The buttons under what waits; the revision is the last message that was shown.

import { defineChoice } from '../../platform/telegram/callback-data.ts';

export const waitButton = defineChoice('wait', ['ticket', 'dialog', 'marked', 'needless']);
