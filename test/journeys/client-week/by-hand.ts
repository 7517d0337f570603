// The week as it was worked out by hand, from the table in client-week.db.test.ts: clocks, and the figures they make.

/** Ticket, promise, working minutes allowed and spent, what became of it; null: it goes on, or stands still. */
type ClockByHand = readonly [number, string, number, number, string | null];

export const CLOCKS: readonly ClockByHand[] = [
  [1, 'response', 60, 20, 'met'],
  [1, 'resolution', 480, 240, 'met'],
  [2, 'response', 15, 50, 'missed'],
  [2, 'resolution', 120, 160, 'missed'],
  [3, 'response', 30, 28, 'met'],
  [3, 'resolution', 240, 180, 'met'],
  [3, 'next_response', 60, 40, 'met'],
  [4, 'response', 60, 40, 'met'],
  [4, 'resolution', 600, 640, 'missed'],
  [5, 'response', 60, 40, 'met'],
  [5, 'resolution', 360, 350, 'met'],
  [6, 'response', 60, 40, 'cancelled'],
  [6, 'resolution', 480, 40, 'cancelled'],
  [7, 'response', 30, 20, 'met'],
  [7, 'resolution', 240, 90, 'met'],
  [7, 'resolution', 240, 0, null],
  [8, 'response', 60, 15, 'cancelled'],
  [8, 'resolution', 600, 15, 'cancelled'],
  [9, 'response', 60, 10, 'met'],
  [9, 'resolution', 480, 420, null],
  [9, 'next_response', 60, 70, 'missed'],
  [10, 'response', 60, 120, 'missed'],
  [10, 'resolution', 360, 120, 'cancelled'],
  [11, 'response', 60, 0, null],
  [11, 'resolution', 480, 0, null],
];

/**
 * New, closed, cancelled, returned, open at the end; promises kept and missed, the share kept, to four places; first answer and
 * solution in minutes, median and nine of ten of each; the average rating and how many there were.
 */
type FiguresByHand = readonly (number | null)[];

export const BY_CLIENT: Readonly<Record<string, FiguresByHand>> = {
  Зерно: [5, 2, 1, 1, 2, 4, 3, 0.5714, 20, 44, 240, 384, 5, 1],
  Логистика: [3, 2, 1, 0, 0, 3, 2, 0.6, 40, 40, 495, 611, 2, 1],
  Northwind: [2, 2, 0, 1, 1, 5, 0, 1, 24, 27.2, 135, 171, 3.5, 2],
  'Обращения в бот': [1, 0, 0, 0, 1, 1, 0, 1, 20, 20, null, null, null, 0],
};

export const BY_TYPE: Readonly<Record<string, FiguresByHand>> = {
  'Что-то не работает': [5, 4, 0, 2, 2, 6, 2, 0.75, 30, 47, 200, 317, 4.5, 2],
  Вопрос: [2, 0, 1, 0, 1, 2, 1, 0.6667, 10, 10, 420, 420, null, 0],
  Диалоги: [1, 0, 0, 0, 1, 1, 0, 1, 20, 20, null, null, null, 0],
  Доступ: [1, 1, 0, 0, 0, 3, 0, 1, 28, 28, 180, 180, 3, 1],
  Другое: [1, 0, 1, 0, 0, 0, 1, 0, null, null, null, null, null, 0],
  'Изменить или доработать': [1, 1, 0, 0, 0, 1, 1, 0.5, 40, 40, 640, 640, 2, 1],
};

export const BY_STAFF: Readonly<Record<string, FiguresByHand>> = {
  'Борис Орлов': [5, 3, 0, 1, 2, 5, 4, 0.5556, 30, 47, 385, 574, 2, 1],
  'Катя Смирнова': [3, 3, 0, 1, 1, 8, 0, 1, 24, 36.4, 180, 228, 4, 3],
  'Не назначен': [3, 0, 2, 0, 1, 0, 1, 0, null, null, null, null, null, 0],
};

export const IN_ALL: FiguresByHand = [11, 6, 2, 2, 4, 13, 5, 0.7222, 24, 43, 240, 508, 3.5, 4];

/** Status, first answer and whether in time, solution and whether in time, returns, rating; newest first. */
export const TICKETS: readonly (readonly [string, ...(string | number | null)[]])[] = [
  ['T-000011', 'Новая', null, '', null, '', 0, null],
  ['T-000010', 'Отменена', 120, 'нет', null, '', 0, null],
  ['T-000009', 'Выполнена', 10, 'да', 420, 'да', 0, null],
  ['T-000007', 'Возвращена', 20, 'да', 90, 'да', 1, 4],
  ['T-000006', 'Отменена', null, '', null, '', 0, null],
  ['T-000005', 'Закрыта', 40, 'да', 350, 'да', 0, null],
  ['T-000004', 'Закрыта', 40, 'да', 640, 'нет', 0, 2],
  ['T-000003', 'Закрыта', 28, 'да', 180, 'да', 0, 3],
  ['T-000002', 'Закрыта', 50, 'нет', 160, 'нет', 1, null],
  ['T-000001', 'Закрыта', 20, 'да', 240, 'да', 0, 5],
];

/** Of T3, as its client reads it in Yekaterinburg: the second of November is a Monday. */
export const HISTORY: readonly (readonly [string, string])[] = [
  ['02 17:50 John (client): Ticket registered', ''],
  ['02 17:50 John (client): Message of the client', 'Please open the stock report for Peter'],
  ['03 09:18 Катя Смирнова (support): An answer has reached the client', ''],
  ['03 09:18 Катя Смирнова (support): Answer to the client', 'Opening it now'],
  [
    '03 09:30 Катя Смирнова (support): An answer of the client is needed',
    'To the client: Which warehouse?',
  ],
  ['03 09:30 Катя Смирнова (support): An answer has reached the client', ''],
  ['04 10:00 John (client): The client wrote about it', ''],
  ['04 10:00 John (client): Message of the client', 'The northern one'],
  ['04 10:40 Катя Смирнова (support): An answer has reached the client', ''],
  ['04 10:40 Катя Смирнова (support): Answer to the client', 'Thank you'],
  ['04 12:20 Катя Смирнова (support): Marked as done', 'To the client: Peter has it'],
  ['04 12:20 Катя Смирнова (support): An answer has reached the client', ''],
  ['04 13:00 John (client): The client confirmed that it is done', ''],
  ['04 13:00 John (client): The client rated it', ''],
];
