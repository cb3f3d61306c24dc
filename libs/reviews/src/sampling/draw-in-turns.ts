import { createHash } from 'node:crypto';
import {
  addTo,
  byName,
  byTicket,
  frameLine,
  pickedOf,
  ticketOf,
  type DrawnBy,
  type FrameLeg,
  type Picked,
} from './draw.rules.js';
import { eachInTurns, sortedInTurns } from './in-turns.js';

/*
 * The rules of draw.rules.ts for frames of every size: the same results, worked out in turns, so that the API and the worker do other things
 * between them.
 */

/** As `drawOrder`. */
export async function drawOrderInTurns(frame: readonly FrameLeg[], seed: string): Promise<Map<string, FrameLeg[]>> {
  const tickets = new Map<string, string>();
  await eachInTurns(frame, ({ legId }) => tickets.set(legId, ticketOf(seed, legId)));
  const strata = new Map<string, FrameLeg[]>();
  await eachInTurns(await sortedInTurns(frame, byTicket(tickets)), (leg) => addTo(strata, leg));
  return byName(strata);
}

/** As `draw`. */
export async function drawInTurns(
  frame: readonly FrameLeg[],
  plan: DrawnBy,
  seed: string,
  reviewers: number,
): Promise<Picked[]> {
  return pickedOf(await drawOrderInTurns(frame, seed), plan, reviewers);
}

/** As `frameHash`. */
export async function frameHashInTurns(frame: readonly FrameLeg[]): Promise<string> {
  const hash = createHash('sha256');
  let between = '';
  await eachInTurns(await sortedInTurns(frame, (a, b) => (a.legId < b.legId ? -1 : 1)), (leg) => {
    hash.update(between + frameLine(leg));
    between = '\n';
  });
  return hash.digest('hex');
}
