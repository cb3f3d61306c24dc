import { type INestApplicationContext } from '@nestjs/common';
import { DateTime } from 'luxon';
import { CoachingGoals, CoachingReplies, CoachingSessionRow, CoachingSessions } from '#coaching';
import { Clock } from '#platform';
import { DataSource } from 'typeorm';
import { PROFILE } from '../organisation.js';
import { type InventedCard } from './people-at-work.js';
import { type Seat } from './write-history.js';

const WORDS = {
  zh: {
    text: '（虚构）我们一起看看这两通电话，下周再谈一次。',
    note: '这里可以换一种说法，先让客户知道由您跟进。',
    answer: '我明白了，下次会先说明由我跟进。',
  },
  en: {
    text: '(Invented) Let us look at these two calls, and talk again next week.',
    note: 'You can put it another way here: tell the customer first that you will follow it up.',
    answer: 'I see. Next time I will say first that I follow it up.',
  },
};

/** Days that a goal has run already, so that its follow-up has calls to count. */
const RUNS_FOR = 14;

/**
 * Two coaching sessions of a supervisor's, once: one that waits for its agent, and one that was answered, each with moments of invented calls
 * and a goal. They are about rows without sound, like all of the history.
 */
export async function seedCoaching(
  app: INestApplicationContext,
  cards: readonly InventedCard[],
  { supervisor, agents }: { supervisor: string; agents: readonly Seat[] },
): Promise<void> {
  if (await app.get(DataSource).manager.exists(CoachingSessionRow)) return;
  for (const [at, { personId, teamId }] of agents.entries()) {
    const own = cards.filter(({ agentPersonId }) => agentPersonId === personId).slice(0, 2);
    const [first] = own;
    if (!first) continue;
    const { text, note, answer } = WORDS[first.language];
    const moments = own.map(({ callId, legId, checklistId, itemId }) => {
      return { callId, legId, item: { checklistId, itemId }, note };
    });
    const texts = { heldOn: null, sharedText: text, privateNotes: null };
    const sessions = app.get(CoachingSessions);
    const sessionId = await sessions.prepare({ agentPersonId: personId, teamId, moments, ...texts }, supervisor);
    const today = DateTime.fromJSDate(app.get(Clock).now(), { zone: PROFILE.timeZone });
    const day = (days: number): string => today.plus({ days }).toISODate() ?? '';
    const item = { checklistId: first.checklistId, itemId: first.itemId };
    const goal = { item, targetPercent: 80, fromDay: day(-RUNS_FOR), untilDay: day(RUNS_FOR) };
    await app.get(CoachingGoals).set(sessionId, goal, supervisor);
    await sessions.share(sessionId, supervisor);
    if (at > 0) await app.get(CoachingReplies).answer(sessionId, answer, personId);
  }
}
