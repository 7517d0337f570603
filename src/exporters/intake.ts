// What the marketplace may say of an exporter.

import { IANAZone } from 'luxon';
import { z } from 'zod';
import { fields, foreignId, languageCode, line, webAddress } from '../platform/http/shapes.ts';
import { LONGEST_NAME } from './exporter.ts';

const TIME_RULE = 'must be a time like 09:00, at most 24:00';
const timeOfDay = () =>
  z.string(TIME_RULE).regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, TIME_RULE);

export const Announcement = fields({
  external_id: foreignId().describe('The exporter’s id at the marketplace; the same twice is one'),
  name: line(LONGEST_NAME).describe('The company’s name'),
  url: webAddress().optional().describe('Its page'),
  contact_name: line(LONGEST_NAME).optional().describe('Who is expected to register it'),
  manager: z
    .string('must be the @username or the Telegram id of an employee')
    .regex(/^@?\w{1,32}$/, 'must be the @username or the Telegram id of an employee')
    .optional()
    .describe('Who looks after it; without one, whoever has least to do'),
  locale: languageCode().optional().describe('In which it is greeted first'),
  time_zone: z
    .string('must be an IANA time zone like Europe/Moscow')
    .refine((zone) => IANAZone.isValidZone(zone), 'must be an IANA time zone like Europe/Moscow')
    .optional(),
  work_hours: fields({ from: timeOfDay(), to: timeOfDay() })
    .refine(({ from, to }) => from < to, 'must end after it begins')
    .optional()
    .describe('In its time zone; nobody is reminded outside of them'),
});
export type Announcement = z.output<typeof Announcement>;

export const Announced = z.object({
  external_id: z.string(),
  status: z.enum(['pending', 'invited', 'confirmed', 'rejected', 'blocked']),
  registration_link: z.string().describe('For the exporter alone: it leads to their registration'),
  manager: z.string().nullable().describe('Who looks after it, by name'),
});
