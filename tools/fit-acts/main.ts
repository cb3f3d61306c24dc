import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Language } from '#contracts';
import {
  ACTS_FOLDER,
  corpusHash,
  prepareMargins,
  readCorpus,
  writeWeights,
  type ActSpeaker,
  type CorpusSentence,
  type SideWeights,
} from '#quality';
import { fitSide, stepsOf, type UnseenMargins } from './fit.js';
import { actTable } from './act-table.js';

/**
 * `npm run fit-acts`: makes the weights that tell acts from the sentences of `libs/quality/acts/corpus`, and says of every act how well it is
 * told in sentences of hands that the weights had not seen. The same sentences give the same bytes. `-- --check` writes nothing, and fails
 * where the files that there are differ.
 */
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Each hand in turn is left out, and its sentences are told by weights of the others. */
function unseenMargins(
  sentences: readonly CorpusSentence[],
  speaker: ActSpeaker,
  language: Language,
): UnseenMargins<CorpusSentence>[] {
  return [...new Set(sentences.map(({ hand }) => hand))].flatMap((hand) => {
    const others = sentences.filter((one) => one.hand !== hand);
    const margins = prepareMargins(fitSide(others, speaker, language), language);
    return sentences
      .filter((one) => one.hand === hand)
      .map((sentence) => ({ sentence, margins: margins(sentence.text) }));
  });
}

function fit(language: Language): Buffer {
  const corpus = readCorpus(join(ACTS_FOLDER, 'corpus'), language);
  const side = (speaker: ActSpeaker): SideWeights => {
    const sentences = corpus.filter((one) => one.speaker === speaker);
    const unseen = unseenMargins(sentences, speaker, language);
    const weights = fitSide(sentences, speaker, language);
    const steps = stepsOf(unseen, weights.acts);
    for (const line of actTable(
      `${language}, ${speaker}: ${sentences.length} sentences`,
      unseen,
      weights.acts,
      steps,
    )) {
      say(line);
    }
    return { ...weights, steps };
  };
  const sides = { agent: side('agent'), customer: side('customer') };
  return writeWeights({ language, corpus: corpusHash(join(ACTS_FOLDER, 'corpus'), language), sides });
}

const { values } = parseArgs({ options: { check: { type: 'boolean' }, language: { type: 'string' } } });
for (const language of ['en', 'zh'] as const) {
  if (values.language !== undefined && values.language !== language) continue;
  const [file, bytes] = [join(ACTS_FOLDER, `weights.${language}.bin`), fit(language)];
  if (!values.check) writeFileSync(file, bytes);
  else if (!readFileSync(file).equals(bytes)) {
    say(`${file} was not made from these sentences: run npm run fit-acts`);
    process.exitCode = 1;
  }
  say(`${file}: ${bytes.length} bytes`);
}
