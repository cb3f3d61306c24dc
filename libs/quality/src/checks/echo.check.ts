import { z } from 'zod';
import { numbersIn as symbolNumbers } from '../conversation/numbers.rules.js';
import { type Symbols } from '../matching/symbols.rules.js';
import { type Heard } from '../call/heard-call.js';
import { type CallView } from '../call-view/call-view.rules.js';
import { absenceEvidence, quotes } from '../call/evidence.rules.js';
import { defineCheck } from './check.js';
import { finding } from './finding.js';

const params = z.strictObject({
  kind: z.literal('echo'),
  /** How many turns back the customer may have said it. */
  withinTurns: z.number().int().positive(),
  /** How many digits or spoken numbers in a row make a number worth reading back. */
  leastNumbers: z.number().int().positive(),
});

interface SaidNumber {
  digits: string;
  fromChar: number;
  toChar: number;
}

/** The numbers of a turn, spoken or written, of at least `least` digits or number words: an amount counts by its words. */
function numbersIn(text: string, symbols: Symbols, least: number): SaidNumber[] {
  return symbolNumbers(text, symbols)
    .filter(({ digits, from, to }) => Math.max(digits.length, to - from) >= least)
    .map(({ digits, from, to }) => ({ digits, fromChar: symbols.fromChar[from]!, toChar: symbols.toChar[to - 1]! }));
}

function findEchoes(call: CallView, withinTurns: number, least: number): Heard[] {
  const said = call.turns.map(({ text, index }) => numbersIn(text, call.symbolsOf(index), least));
  return call.turnsOf({ speaker: 'agent', zone: 'anywhere' }).flatMap((turn) => {
    const earlier = said.slice(Math.max(0, turn - withinTurns), turn).filter((_, i, list) => {
      const index = turn - list.length + i;
      return call.turns[index]!.speaker === 'customer';
    });
    const known = new Set(earlier.flat().map((run) => run.digits));
    return said[turn]!.filter((run) => known.has(run.digits)).map(({ fromChar, toChar }) => ({
      entry: 'number',
      turn,
      fromChar,
      toChar,
      exactness: 0.9,
    }));
  });
}

/** Does the agent read a number back that the customer has just given? */
export const echoCheck = defineCheck({
  kind: 'echo',
  version: 2,
  params,
  needsWords: true,
  judge: (read) => (call) => {
    const echoes = findEchoes(call, read.withinTurns, read.leastNumbers);
    if (echoes.length > 0) {
      return finding('met', {
        source: 'rule',
        confidence: 0.85,
        evidence: quotes(call, echoes),
        explanation: { zh: '坐席复述了客户给出的号码。', en: 'A number given by the customer was read back.' },
      });
    }
    return finding('not_met', {
      source: 'rule',
      confidence: 0.7,
      evidence: absenceEvidence(call.turnsOf({ speaker: 'agent', zone: 'anywhere' }), ['number_read_back']),
      explanation: { zh: '没有找到对客户所给号码的复述。', en: 'No number given by the customer was read back.' },
    });
  },
});
