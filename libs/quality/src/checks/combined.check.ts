import { checkDefinitionSchema, type Outcome } from '#contracts';
import { z } from 'zod';
import { type CallView } from '../call-view/call-view.rules.js';
import { apartFromWords, wordsBehind } from '../call/evidence.rules.js';
import { both } from '../call/explain.rules.js';
import { defineCheck } from './check.js';
import { roundConfidence, type Finding } from './finding.js';

const params = z.strictObject({ kind: z.enum(['any', 'all']), of: z.array(checkDefinitionSchema).min(2) });

/** Which outcome decides. Doubt about one part is doubt about the item; a part that does not apply says nothing. */
const DECIDES: Record<'any' | 'all', readonly Outcome[]> = {
  any: ['met', 'insufficient', 'not_met', 'not_applicable'],
  all: ['not_met', 'insufficient', 'met', 'not_applicable'],
};

/** Findings that agree, told as one: as sure as the least sure of them. */
function together(call: CallView, kind: 'any' | 'all', findings: readonly Finding[]): Finding {
  const told = findings.reduce((all, one) => ({
    ...all,
    confidence: Math.min(all.confidence, one.confidence),
    evidence: [...all.evidence, ...one.evidence],
    explanation: both(all.explanation, one.explanation),
  }));
  if (told.outcome !== 'not_met') return { ...told, heard: undefined };
  // Of several ways none was gone: that rests on the words of each. Of several things one that was not done is enough.
  const heard = Math[kind === 'any' ? 'min' : 'max'](...findings.map((one) => wordsBehind(call, one)));
  const confidence = roundConfidence(Math.min(...findings.map((one) => apartFromWords(call, one))) * heard);
  return { ...told, heard, confidence };
}

const combined = (kind: 'any' | 'all') =>
  defineCheck({
    kind,
    version: 2,
    params,
    needsWords: false,
    judge({ of }, nested) {
      const parts = of.map(nested);
      return (call) => {
        const findings = parts.map((judge) => judge(call));
        const outcome = DECIDES[kind].find((candidate) => findings.some((one) => one.outcome === candidate))!;
        const deciding = findings.filter((one) => one.outcome === outcome);
        return outcome === 'insufficient' ? deciding[0]! : together(call, kind, deciding);
      };
    },
  });

/** Several ways of doing the same thing: one is enough. */
export const anyCheck = combined('any');

/** Several things that all must be done. */
export const allCheck = combined('all');
