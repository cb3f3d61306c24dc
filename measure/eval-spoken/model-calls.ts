import { type Language, type Transcript } from '#contracts';
import { loadChecklist, loadFindActs, loadLexicons, prepareScorer, writtenTranscript } from '#quality';
import { z } from 'zod';
import { countErrors, sumOf, type Errors } from '../eval-asr/errors.rules.js';
import { unitsOf } from '../eval-asr/normalise.rules.js';
import { besideProject, FACTS, modelCallSchema, profileOf, type Read } from '../eval/model-calls/report-model-calls.js';
import { parseLines } from '../../tools/score/input.js';
import { differences, heardTable, itemRows, type HeardModelCall } from './model-calls.rules.js';

/** Model calls by their ids, and the words that the product would tell a recogniser to expect in each: its company and its agent. */
export interface ModelCalls {
  readonly calls: ReadonlyMap<string, Read & { agent: string }>;
  hotwordsOf(id: string): string[];
}

/** @param files JSON lines of such calls; without any, set 4 beside the project */
export function readModelCalls(root: string, files: readonly string[]): ModelCalls {
  const read = (files.length > 0 ? files : besideProject(root)).flatMap((file) =>
    parseLines(file, modelCallSchema.extend({ agent: z.string() })),
  );
  const calls = new Map(read.map((one) => [one.id, one]));
  const hotwordsOf = (id: string): string[] => {
    const call = calls.get(id);
    return call ? [call.company, call.agent] : [];
  };
  return { calls, hotwordsOf };
}

/**
 * Every second model call of a language with two of its variants, so chosen that every item is left out about as often; languages in turn,
 * so that a measurement which was broken off is one of both.
 */
export function chosenCalls({ calls }: ModelCalls): Read[] {
  const of = (language: Language): Read[][] => {
    const some = [...calls.values()].filter((call) => call.language === language);
    const times = new Map<string, number>();
    return some
      .filter(({ fault }) => fault === null)
      .filter((_, at) => at % 2 === 0)
      .map((model) => {
        const variants = some
          .filter(({ base, fault }) => fault !== null && base === model.id)
          .sort((a, b) => (times.get(a.fault!) ?? 0) - (times.get(b.fault!) ?? 0) || (a.id < b.id ? -1 : 1))
          .slice(0, 2);
        for (const { fault } of variants) times.set(fault!, (times.get(fault!) ?? 0) + 1);
        return [model, ...variants];
      });
  };
  const [zh, en] = [of('zh'), of('en')];
  return Array.from({ length: Math.max(zh.length, en.length) }, (_, at) => [
    ...(zh[at] ?? []),
    ...(en[at] ?? []),
  ]).flat();
}

/** Judges what was heard of model calls beside what was written. @returns lines of a report */
export function verdictsOnModelCalls({ calls }: ModelCalls, heard: ReadonlyMap<string, Transcript>): string[] {
  const read = [...heard.keys()].flatMap((id) => calls.get(id) ?? []);
  const lexicons = loadLexicons();
  const scorer = prepareScorer({
    ...loadChecklist('standard-inbound'),
    lexicons,
    profile: profileOf([...calls.values()]),
  });
  const findActs = loadFindActs();
  const judge = (transcript: Transcript) => {
    const { items } = scorer({ transcript, transcriptVersion: 1, facts: FACTS, acts: findActs(transcript) });
    return new Map(items.map((item) => [item.itemId, item.outcome]));
  };
  const judged = read.map((call): HeardModelCall => {
    const [said, understood] = [writtenTranscript(call), heard.get(call.id)!];
    return { call, written: judge(said), heard: judge(understood), errors: errorsBetween(said, understood) };
  });
  return [
    ...(['zh', 'en'] as const).flatMap((language) => {
      const some = judged.filter(({ call }) => call.language === language);
      return some.length === 0 ? [] : [...heardTable(language, some), ...itemRows(some)];
    }),
    ...heardTable('both', judged),
    ...itemRows(judged),
    ...differences(judged),
  ];
}

/** Each side for itself: a channel is heard alone. */
function errorsBetween(said: Transcript, heard: Transcript): Errors {
  const unitsBy = ({ turns }: Transcript, side: string): string[] =>
    turns.filter(({ speaker }) => speaker === side).flatMap(({ text }) => unitsOf(text, said.language));
  return sumOf(['agent', 'customer'].map((side) => countErrors(unitsBy(said, side), unitsBy(heard, side))));
}
