// An update in which somebody has written words.

import type { Filter } from 'grammy';
import type { BotContext } from '../../context.ts';

export type TextContext = Filter<BotContext, 'message:text'>;
