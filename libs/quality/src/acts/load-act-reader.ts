import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageSchema, type Language } from '#contracts';
import { packageRoot } from '#platform';
import { readWeights } from './act-weights.rules.js';
import { prepareFindActs, type ActReader, type FindActs } from './find-acts.rules.js';
import { readCorpus } from './read-corpus.js';

/** Where the sentences and the weights made from them lie. */
export const ACTS_FOLDER = join(packageRoot(), 'libs/quality/acts');

let shipped: FindActs | undefined;
let hashes: Record<Language, string> | undefined;

const weightsOf = (language: Language): Buffer => readFileSync(join(ACTS_FOLDER, `weights.${language}.bin`));
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** By language: what names the weights that ship with the product. */
export function shippedActs(): Readonly<Record<Language, string>> {
  return (hashes ??= { zh: sha256(weightsOf('zh')), en: sha256(weightsOf('en')) });
}

/**
 * What finds acts with the weights that ship with the product; read once in a process.
 *
 * @throws Error when a file of weights, or of the sentences beside it, cannot be read
 */
export function loadFindActs(): FindActs {
  shipped ??= prepareFindActs(
    Object.fromEntries(
      languageSchema.options.map((language): [string, ActReader] => {
        const bytes = weightsOf(language);
        const weights = readWeights(bytes, sha256(bytes));
        return [language, { weights, examples: readCorpus(join(ACTS_FOLDER, 'corpus'), language) }];
      }),
    ),
  );
  return shipped;
}
