// Sending what is no file and no text: places, contacts, polls.
import { badRequest } from '../bot-api/refusal.ts';
import { pollOf } from '../world/polls.ts';
import type { MethodTable } from './method.ts';
import { send } from './texts.ts';

const FOR_EVER = 0x7fffffff;

export const placeMethods = {
  sendLocation(world, args) {
    const { latitude, longitude, live_period, heading, horizontal_accuracy } = args;
    assertLife(live_period);
    const location = {
      latitude,
      longitude,
      ...(live_period === undefined ? {} : { live_period }),
      ...(heading === undefined ? {} : { heading }),
      ...(horizontal_accuracy === undefined ? {} : { horizontal_accuracy }),
    };
    return send<'sendLocation'>(world, args, { location });
  },

  sendVenue(world, args) {
    const { latitude, longitude, title, address } = args;
    const location = { latitude, longitude };
    return send<'sendVenue'>(world, args, { location, venue: { location, title, address } });
  },

  sendContact(world, args) {
    const { phone_number, first_name, last_name, vcard } = args;
    const contact = {
      phone_number,
      first_name,
      ...(last_name ? { last_name } : {}),
      ...(vcard ? { vcard } : {}),
    };
    return send<'sendContact'>(world, args, { contact });
  },

  sendPoll(world, args) {
    const { question, options, type, correct_option_ids: right } = args;
    if (type === 'quiz' && !right) throw badRequest('QUIZ_CORRECT_ANSWERS_EMPTY');
    const texts = options.map((option) => (typeof option === 'string' ? option : option.text));
    const poll = pollOf(world, {
      question,
      options: texts,
      quiz: type === 'quiz',
      closed: args.is_closed === true,
      several: args.allows_multiple_answers === true,
      ...(right ? { right: [...right] } : {}),
    });
    return send<'sendPoll'>(world, args, { poll });
  },
} satisfies MethodTable;

function assertLife(period: number | undefined): void {
  if (period === undefined || period === FOR_EVER || (period >= 60 && period <= 86_400)) return;
  throw badRequest('wrong live_period specified');
}
