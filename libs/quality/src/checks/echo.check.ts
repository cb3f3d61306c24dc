import { z } from 'zod';
import { FLAG, type Symbols } from '../matching/symbols.rules.js';
import { type CallView, type Heard } from '../scoring/call-view.rules.js';
import { absenceEvidence, quotes } from '../scoring/evidence.rules.js';
import { defineCheck } from './check.js';
import { finding } from './finding.js';

const params = z.strictObject({
  kind: z.literal('echo'),
  /** How many turns back the customer may have said it. */
  withinTurns: z.number().int().positive(),
  /** How many digits or spoken numbers in a row make a number worth reading back. */
  leastNumbers: z.number().int().positive(),
});

interface NumberRun {
  text: string;
  fromChar: number;
  toChar: number;
}

/** The numbers of a turn, spoken or written, as runs of at least `least` digits or number words. */
function numbersIn(text: string, symbols: Symbols, least: number): NumberRun[] {
  const runs: NumberRun[] = [];
  for (let i = 0; i < symbols.length; i++) {
    const start = i;
    while (i < symbols.length && symbols.flags[i]! & FLAG.number) i++;
    if (i === start) continue;
    const [fromChar, toChar] = [symbols.fromChar[start]!, symbols.toChar[i - 1]!];
    const said = text
      .slice(fromChar, toChar)
      .toLowerCase()
      .replace(/[\s,-]+/g, ' ');
    const digits = said.replace(/\D/g, '').length;
    if (Math.max(i - start, digits) >= least) runs.push({ text: said, fromChar, toChar });
  }
  return runs;
}

function findEchoes(call: CallView, withinTurns: number, least: number): Heard[] {
  const said = call.turns.map(({ text, index }) => numbersIn(text, call.symbolsOf(index), least));
  return call.turnsOf({ speaker: 'agent', zone: 'anywhere' }).flatMap((turn) => {
    const earlier = said.slice(Math.max(0, turn - withinTurns), turn).filter((_, i, list) => {
      const index = turn - list.length + i;
      return call.turns[index]!.speaker === 'customer';
    });
    const known = new Set(earlier.flat().map((run) => run.text));
    return said[turn]!.filter((run) => known.has(run.text)).map(({ fromChar, toChar }) => ({
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
  version: 1,
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
