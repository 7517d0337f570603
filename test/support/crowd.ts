// People at work with a bot in a process of its own, and what their history must look like in the end.
import { check } from '../crash/checker.ts';
import { createCrowd } from '../crash/deeds.ts';
import { createDice } from '../crash/dice.ts';
import { observe } from '../crash/observed.ts';
import type { StaffedOffice } from './office.ts';
import type { Program } from './program.ts';
import { until } from './until.ts';

/** Two clients and two managers who do whatever the seed says. */
export async function openCrowd(office: StaffedOffice, seed: number) {
  const { control, desk, katya, boris } = office;
  const clients = [(await office.client('Анна')).id, (await office.client('Пётр')).id];
  const people = { clients, staff: [katya.id, boris.id], deskChatId: desk.chatId };
  const crowd = createCrowd(control, people, createDice(seed));
  return {
    ...crowd,
    async acts(deeds: number): Promise<void> {
      for (let deed = 0; deed < deeds; deed += 1) await crowd.act();
    },
    async violations(inFlight: number): Promise<readonly string[]> {
      const seen = await observe(control, office.location, people);
      return check(crowd.history, seen, inFlight).violations;
    },
  };
}

export function isReady(bot: Program): Promise<void> {
  return until(async () => (await bot.door('/ready')).status === 200, 'it is not ready');
}
