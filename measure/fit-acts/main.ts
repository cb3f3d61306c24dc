import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Language } from '#contracts';
import {
  ACTS_FOLDER,
  callFiles,
  lessonsHash,
  prepareMargins,
  readCorpus,
  writeWeights,
  type ActSpeaker,
  type CorpusSentence,
  type SideWeights,
  type Act,
} from '#quality';
import { fitSide, stepsOf, type UnseenMargins } from './fit.js';
import { modelCallSchema } from '../eval/model-calls/report-model-calls.js';
import { parseLines } from '../../tools/score/input.js';
import { sentencesOfCalls } from './call-sentences.js';

const share = (n: number, of: number): string => (of === 0 ? '–' : (n / of).toFixed(2)).padStart(6);

/** Of every act: how many sentences have it, and at a posterior of a half and of seven eighths how many are found, and how many that are told so have it. */
function actTable(
  title: string,
  unseen: readonly UnseenMargins<CorpusSentence>[],
  acts: readonly Act[],
  steps: readonly (readonly number[])[],
): string[] {
  const lines = acts.map((act, i) => {
    const known = unseen.filter(({ sentence }) => !sentence.unsure.has(act));
    const all = known.filter(({ sentence }) => sentence.acts.has(act)).length;
    const at = (step: number): string => {
      const told = known.filter(({ margins }) => margins[i]! >= steps[i]![step - 1]!);
      const right = told.filter(({ sentence }) => sentence.acts.has(act)).length;
      return `${share(right, all)} ${share(right, told.length)}`;
    };
    return `  ${act.padEnd(18)} ${String(all).padStart(5)}   ${at(8)}   ${at(14)}`;
  });
  return ['', `${title}`, `${''.padEnd(28)}found  right at 8/16   found  right at 14/16`, ...lines];
}

/**
 * `npm run fit-acts`: makes the weights that tell acts from the sentences of `libs/quality/acts/corpus` and `libs/quality/acts/calls`, and says of every act how well it is
 * told in sentences of hands that the weights had not seen. The same sentences give the same bytes. `-- --check` writes nothing, and fails
 * where the files that there are differ.
 */
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const PARTS = 4;
const [SENTENCES, CALLS] = [join(ACTS_FOLDER, 'corpus'), join(ACTS_FOLDER, 'calls')];

/** Hands are left out a quarter at a time, and their sentences are told by weights of the others. */
function unseenMargins(
  sentences: readonly CorpusSentence[],
  speaker: ActSpeaker,
  language: Language,
): UnseenMargins<CorpusSentence>[] {
  const hands = [...new Set(sentences.map(({ hand }) => hand))];
  return Array.from({ length: PARTS }, (_, part) => hands.filter((_, at) => at % PARTS === part)).flatMap((out) => {
    const others = sentences.filter((one) => !out.includes(one.hand));
    const margins = prepareMargins(fitSide(others, speaker, language), language);
    return sentences
      .filter((one) => out.includes(one.hand))
      .map((sentence) => ({ sentence, margins: margins(sentence.text) }));
  });
}

/** What calls teach, told by weights of the written sentences alone. */
function fromCalls(written: readonly CorpusSentence[], language: Language): CorpusSentence[] {
  const of = (speaker: ActSpeaker) =>
    prepareMargins(
      fitSide(
        written.filter((one) => one.speaker === speaker),
        speaker,
        language,
      ),
      language,
    );
  const margins = { agent: of('agent'), customer: of('customer') };
  return callFiles(CALLS, language).flatMap((file) => {
    const calls = parseLines(file, modelCallSchema);
    return sentencesOfCalls(calls, file, (speaker, text) => margins[speaker](text));
  });
}

function fit(language: Language): Buffer {
  const written = readCorpus(SENTENCES, language);
  const corpus = [...written, ...fromCalls(written, language)];
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
  return writeWeights({ language, corpus: lessonsHash(ACTS_FOLDER, language), sides });
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
