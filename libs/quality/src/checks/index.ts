import { type CheckDefinition } from '#contracts';
import { NO_CONTEXT, type CheckKind, type Judge } from './check.js';
import { chooseCheck } from './choose.check.js';
import { allCheck, anyCheck } from './combined.check.js';
import { echoCheck } from './echo.check.js';
import { empathyCheck } from './empathy.check.js';
import { examplesCheck } from './examples.check.js';
import { factCheck } from './fact.check.js';
import { type Finding } from './finding.js';
import { humanCheck } from './human.check.js';
import { measureCheck } from './measure.check.js';
import { modelCheck } from './model.check.js';
import { phraseCheck } from './phrase.check.js';
import { promiseCheck } from './promise.check.js';
import { readBackCheck } from './read-back.check.js';
import { resolutionCheck } from './resolution.check.js';
import { sequenceCheck } from './sequence.check.js';
import { stepsCheck } from './steps.check.js';
import { timingCheck } from './timing.check.js';

const KINDS: readonly CheckKind[] = [
  allCheck,
  anyCheck,
  chooseCheck,
  echoCheck,
  empathyCheck,
  examplesCheck,
  factCheck,
  humanCheck,
  measureCheck,
  modelCheck,
  phraseCheck,
  promiseCheck,
  readBackCheck,
  resolutionCheck,
  sequenceCheck,
  stepsCheck,
  timingCheck,
];

export const CHECK_KINDS: readonly string[] = KINDS.map(({ kind }) => kind);

const byName = new Map(KINDS.map((kind) => [kind.kind, kind]));

function kindOf({ kind }: CheckDefinition): CheckKind {
  const known = byName.get(kind);
  if (!known) throw new Error(`unknown kind of check "${kind}"; known are ${[...byName.keys()].join(', ')}`);
  return known;
}

/** Hears of every check that judged, however deeply nested, after those that it rests on. */
export type OnFinding = (definition: CheckDefinition, finding: Finding, depth: number) => void;

/**
 * Reads a check's parameters, and those of the checks nested in it.
 *
 * @throws when the kind is unknown or the parameters are not its own
 */
export function prepareCheck(
  definition: CheckDefinition,
  context = NO_CONTEXT,
  onFinding?: OnFinding,
  depth = 0,
): Judge {
  const nested = (inner: CheckDefinition): Judge => prepareCheck(inner, context, onFinding, depth + 1);
  const judge = kindOf(definition).prepare(definition, nested, context);
  if (!onFinding) return judge;
  return (call) => {
    const found = judge(call);
    onFinding(definition, found, depth);
    return found;
  };
}

/** What a result names as its check: kind and version, e.g. "phrase/1". */
export const checkIdOf = (definition: CheckDefinition): string => `${definition.kind}/${kindOf(definition).version}`;
