// The buttons under a question: its options, «Готово», «Пропустить», and always «Отмена».

import type { InlineKeyboardButton } from 'grammy/types';
import type { JsonValue } from '../outbox/message.ts';
import { type FormContext, inWords } from './form.ts';
import { type Choice, encodePress, type FormPress } from './press.ts';
import type { Option, Question } from './question.ts';
import type { Buttons } from './speaker.ts';

const CHOSEN = '✅ ';

/** @throws RangeError where an option cannot be carried by a button */
export function drawButtons<T>(
  ctx: FormContext,
  question: Question<T>,
  identity: Omit<FormPress, 'choice'>,
  memory: JsonValue,
): Buttons {
  const { t } = ctx;
  if (question.keyboard) {
    const others = question.skip ? [t('forms-skip'), t('forms-cancel')] : [t('forms-cancel')];
    return { keyboard: [[question.keyboard(ctx)], others.map((text) => ({ text }))] };
  }
  const button = (text: string, choice: Choice): InlineKeyboardButton => ({
    text,
    callback_data: encodePress({ ...identity, choice }),
  });
  const options = question.options?.(ctx, memory) ?? [];
  const rows = inRows(options, question.columns ?? 1).map((row) =>
    row.map(({ id, label, chosen = false }) =>
      button(chosen ? `${CHOSEN}${label}` : label, { kind: 'option', id }),
    ),
  );
  const links = (question.links ?? []).map(({ label, url }) => [{ text: inWords(label, t), url }]);
  const count = question.countOf?.(memory) ?? 0;
  const done = count > 0 ? t('forms-done-count', { count }) : t('forms-done');
  const last = [
    ...(question.done ? [button(done, { kind: 'done' })] : []),
    ...(question.skip ? [button(t('forms-skip'), { kind: 'skip' })] : []),
    button(t('forms-cancel'), { kind: 'cancel' }),
  ];
  return { inline: [...rows, ...links, last] };
}

function inRows(options: readonly Option[], columns: number): Option[][] {
  const rows: Option[][] = [];
  for (let at = 0; at < options.length; at += columns) rows.push(options.slice(at, at + columns));
  return rows;
}
