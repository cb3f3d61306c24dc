import { type Transcript } from '#contracts';

/** A part of a call. `opening`: what the agent says before handling starts; `closing`: the agent's last turns. */
export const ZONES = ['anywhere', 'opening', 'closing', 'first_turn', 'last_turn'] as const;
export type Zone = (typeof ZONES)[number];

/** Recognisers cut one greeting into several turns; beyond four of the agent's the matter is being handled. */
const MOST_OPENING_TURNS = 4;
const CLOSING_TURNS = 3;
/** A customer turn this long states the matter; shorter ones ("hello?") still belong to the greeting. */
const SUBSTANCE = { zh: 6, en: 5 };
/** Between a few first words and the rest of a greeting a customer may ask who is there: "喂，是管快递的不？". */
const BRIEF = { agent: { zh: 16, en: 8 }, customer: { zh: 12, en: 8 } };

function openingTurns({ turns, language }: Transcript, count: (turn: number) => number): number[] {
  const opening: number[] = [];
  const brief = (index: number, most: number): boolean => count(index) <= most;
  for (const turn of turns) {
    // "Thank you for calling" at the end of a short call is no greeting.
    if (opening.length > 0 && turn.index > turns.length / 2) break;
    if (turn.speaker === 'agent') opening.push(turn.index);
    else if (opening.length > 0 && count(turn.index) >= SUBSTANCE[language]) {
      const goesOn = opening.length === 1 && brief(opening[0]!, BRIEF.agent[language]);
      if (!goesOn || !brief(turn.index, BRIEF.customer[language])) break;
    }
    if (opening.length === MOST_OPENING_TURNS) break;
  }
  return opening;
}

/** The turns of a zone, of every speaker. `count` gives the number of symbols of a turn. */
export function turnsOfZone(transcript: Transcript, zone: Zone, count: (turn: number) => number): number[] {
  const all = transcript.turns.map((turn) => turn.index);
  switch (zone) {
    case 'anywhere':
      return all;
    case 'opening':
      return openingTurns(transcript, count);
    case 'closing': {
      const agent = transcript.turns.filter((turn) => turn.speaker === 'agent').map((turn) => turn.index);
      return agent.slice(-CLOSING_TURNS).filter((turn) => agent.length === 1 || turn >= all.length / 2);
    }
    case 'first_turn':
      return all.slice(0, 1);
    case 'last_turn':
      return all.slice(-1);
  }
}
