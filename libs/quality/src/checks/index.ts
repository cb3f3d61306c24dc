import { type CheckDefinition } from '#contracts';
import { type CheckKind, type Judge } from './check.js';
import { allCheck, anyCheck } from './combined.check.js';
import { echoCheck } from './echo.check.js';
import { factCheck } from './fact.check.js';
import { measureCheck } from './measure.check.js';
import { phraseCheck } from './phrase.check.js';
import { sequenceCheck } from './sequence.check.js';
import { timingCheck } from './timing.check.js';

const KINDS: readonly CheckKind[] = [
  allCheck,
  anyCheck,
  echoCheck,
  factCheck,
  measureCheck,
  phraseCheck,
  sequenceCheck,
  timingCheck,
];

const byName = new Map(KINDS.map((kind) => [kind.kind, kind]));

function kindOf({ kind }: CheckDefinition): CheckKind {
  const known = byName.get(kind);
  if (!known) throw new Error(`unknown kind of check "${kind}"; known are ${[...byName.keys()].join(', ')}`);
  return known;
}

/** Reads a check's parameters. @throws when the kind is unknown or the parameters are not its own */
export const prepareCheck = (definition: CheckDefinition): Judge =>
  kindOf(definition).prepare(definition, prepareCheck);

/** What a result names as its check: kind and version, e.g. "phrase/1". */
export const checkIdOf = (definition: CheckDefinition): string => `${definition.kind}/${kindOf(definition).version}`;
