import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measuredConfidence, type ConfidenceTables, type Lexicons } from '#quality';
import { stringify } from 'yaml';
import {
  answersOf,
  confidenceError,
  crossValidated,
  errorByItem,
  tablesOf,
  type Answer,
  type Apply,
  type Claim,
} from './confidence.rules.js';
import { prepareJudge } from './judge.js';
import { claimsOf, nested, OWNERSHIP } from './fit/nested.js';
import { ownershipCases } from './fit/ownership-cases.js';
import { sharedSets, type Corpus } from './labelled.js';

const FOLDS = 5;
const apply: Apply = (tables, { language, itemId, raw }) => measuredConfidence(tables, language, itemId, raw);

const HEAD = `# Made by \`npm run eval -- --calibrate\`; do not edit. How often answers were right on the dialogues that no phrase was written from
# (test/fixtures/dialogues/*-blind.jsonl; ownership: on all, by nested cross-validation), by item, language and the check's own confidence. See docs/decisions/0026-calibrated-scores.md.
`;

/**
 * Ownership was fitted on these dialogues too, so that its answers to them claim too much. Where the shared ones are there it is measured on all
 * dialogues, each judged by weights that it had no part in.
 */
function ownershipAnswers(root: string, lexicons: Lexicons, answers: readonly Answer[]): readonly Answer[] {
  if (sharedSets(root).length === 0) return answers.filter(({ itemId }) => itemId === OWNERSHIP);
  return claimsOf(nested(ownershipCases(root, lexicons)));
}

/**
 * Measures how often answers of each confidence are right, on dialogues from which no phrases or rules were written, and writes the tables
 * that scoring turns confidence into reliability with. The raw confidences are read without the tables that lie there.
 */
export function measureConfidence(
  root: string,
  lexicons: Lexicons,
  unseen: Corpus,
  seen: Corpus,
  say: (line: string) => void,
): void {
  const { confidence: _, ...bare } = lexicons;
  const judge = prepareJudge(bare);
  const folds = Array.from({ length: FOLDS }, (_fold, at): Answer[] =>
    answersOf(unseen.dialogues.filter((_one, index) => index % FOLDS === at).map(judge)),
  );
  const answers = folds.flat();
  const tables: ConfidenceTables = tablesOf([
    ...answers.filter(({ itemId }) => itemId !== OWNERSHIP),
    ...ownershipAnswers(root, bare, answers),
  ]);
  const claims = (all: readonly Answer[], of: (one: Answer) => number): Claim[] =>
    all.map((one) => ({ itemId: one.itemId, confidence: of(one), right: one.right }));
  const others = answersOf(seen.dialogues.map(judge));
  const report = (what: string, all: readonly Claim[]): void =>
    say(
      `  ${what.padEnd(34)} by item ${errorByItem(all).toFixed(3)}, all items as one ${confidenceError(all).toFixed(3)}`,
    );
  say(`expected error of confidence (${unseen.name}: ${answers.length} answers; ${seen.name}: ${others.length})`);
  report(
    `${unseen.name}, raw`,
    claims(answers, (one) => one.raw),
  );
  report(`${unseen.name}, cross-validated`, crossValidated(folds, apply));
  report(
    `${seen.name}, raw`,
    claims(others, (one) => one.raw),
  );
  report(
    `${seen.name}, with these tables`,
    claims(others, (one) => apply(tables, one)),
  );
  const file = join(root, 'libs/quality/lexicons/confidence.yaml');
  writeFileSync(file, HEAD + stringify({ format: 'shouwen.confidence/1', tables }));
  say(`written: ${file}`);
}
