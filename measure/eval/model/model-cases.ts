import { STRICTEST_REDACTION, type Outcome, type Transcript } from '#contracts';
import {
  addressesJudge,
  loadChecklist,
  NEUTRAL_PROFILE,
  NO_FACTS,
  prepareChecklist,
  prepareReader,
  questionKey,
  standardQuestions,
  wantedQuestions,
  writtenTranscript,
  type Lexicons,
} from '#quality';
import { findSpans, maskTranscript } from '#transcripts';
import { component, MEASURED, type MeasuredItem } from '../agreement.rules.js';
import { type LabelValue, type Labelled } from '../labelled.js';

/** One question that a model is asked about one dialogue, with what readers and the rule say. */
export interface ModelCase {
  readonly dialogue: Labelled;
  readonly itemId: string;
  readonly question: string;
  readonly label: LabelValue;
  readonly rule: Outcome;
  /** The words as they are sent. */
  readonly masked: Transcript;
  /** The product would not ask: a speaker addresses the judge. */
  readonly screened: boolean;
}

/** The parts of a greeting have labels of their own. */
const PARTS: Record<string, MeasuredItem['label']> = {
  'greeting.salutation': component('a'),
  'greeting.offer': component('d'),
};
const labelOf = (itemId: string): MeasuredItem['label'] =>
  PARTS[itemId] ?? MEASURED.find(({ itemIds }) => itemIds.length === 1 && itemIds[0] === itemId)?.label ?? (() => null);

export const transcriptOf = (dialogue: Labelled): Transcript => writtenTranscript(dialogue);

/** Words as the product sends them. */
export const maskedOf = (transcript: Transcript): Transcript =>
  maskTranscript(transcript, findSpans(transcript), STRICTEST_REDACTION);

/**
 * What a model would be asked about these dialogues: where the standard checklist's rules leave an item open or accuse, as in the product; or
 * everything that readers labelled.
 */
export function modelCases(dialogues: readonly Labelled[], lexicons: Lexicons, everywhere: boolean): ModelCase[] {
  const read = prepareReader({ lexicons, profile: NEUTRAL_PROFILE });
  const { checklist } = loadChecklist('standard-inbound');
  const prepared = prepareChecklist(checklist);
  return dialogues.flatMap((dialogue) => {
    const transcript = transcriptOf(dialogue);
    const leg = { transcript, transcriptVersion: 1, facts: NO_FACTS };
    const wanted = wantedQuestions(leg, read, [{ checklist, prepared }], standardQuestions());
    const rules = new Map(prepared.judge(read(leg)).items.map(({ itemId, outcome }) => [itemId, outcome]));
    const about = { dialogue, masked: maskedOf(transcript), screened: addressesJudge(transcript) };
    return [...standardQuestions()].flatMap(([itemId, { [dialogue.language]: question }]): ModelCase[] => {
      const label = labelOf(itemId)(dialogue.labels);
      const rule = rules.get(itemId);
      if (label === null || !rule || !(everywhere || wanted.has(questionKey(question)))) return [];
      return [{ ...about, itemId, question, label, rule }];
    });
  });
}
