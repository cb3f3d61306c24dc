import { z } from 'zod';
import { bilingualSchema, languageSchema } from '../language.js';
import { outcomeSchema } from '../scoring.js';
import { checklistDraftSchema } from './checklists.js';
import { wordMatchSchema } from './search.js';

/** Calls that one trial draws at most, and those of them that are read at once. */
export const MOST_TRIAL_CALLS = 1000;
export const MOST_TRIAL_PIECE = 50;
/** Places whose words are shown at once. */
export const MOST_TRIAL_PLACES = 10;

/** Which calls a phrase list is tried on: of these languages, drawn by this seed. */
export const phraseDrawSchema = z
  .object({
    languages: z.array(languageSchema).min(1).max(2),
    /** Of an earlier draw, which is drawn again from the calls that there are now; a new one without. */
    seed: z
      .string()
      .regex(/^[0-9a-f]{32}$/)
      .optional(),
  })
  .strict();
export type PhraseDraw = z.infer<typeof phraseDrawSchema>;

export const drawnCallsSchema = z.object({
  /** Under which the journal keeps what is read of the draw. */
  trialId: z.uuid(),
  seed: z.string(),
  /** Drawn legs, in the order of the draw. */
  legIds: z.array(z.uuid()),
  /** Scored legs of these languages that the account may read: with words, and without any longer. */
  withWords: z.number().int(),
  wordless: z.number().int(),
});
export type DrawnCalls = z.infer<typeof drawnCallsSchema>;

/** Some of the drawn calls, and the draft as it is in the editor, saved or not. */
export const phrasePieceSchema = z
  .object({
    trialId: z.uuid(),
    definition: checklistDraftSchema,
    /** The name of the list in it. */
    list: z.string().max(80),
    legIds: z.array(z.uuid()).min(1).max(MOST_TRIAL_PIECE),
  })
  .strict();
export type PhrasePiece = z.infer<typeof phrasePieceSchema>;

const byLanguage = z.object({ zh: z.number().int(), en: z.number().int() });
const phrasePlaceSchema = z.object({
  legId: z.uuid(),
  transcriptId: z.uuid(),
  turn: z.number().int().nonnegative(),
  fromChar: z.number().int().nonnegative(),
  toChar: z.number().int().nonnegative(),
});
export type PhrasePlace = z.infer<typeof phrasePlaceSchema>;

/** Where a line was heard first in a call; the words are asked for apart. */
export const heardPhraseSchema = phrasePlaceSchema.extend({
  language: languageSchema,
  /** Of the list in this language, from 0. */
  line: z.number().int(),
});
export type HeardPhrase = z.infer<typeof heardPhraseSchema>;

/** What a list heard in some calls. Sums of pieces are sums of the trial. */
export const phrasePieceAnswerSchema = z.object({
  /** Calls that were read; `without`: words that are no more, or that the account may not open now. */
  read: byLanguage,
  without: z.number().int(),
  /** Calls in which some line was heard, no matter from whom and where. */
  matching: byLanguage,
  lines: z.array(z.object({ language: languageSchema, line: z.number().int(), calls: z.number().int() })),
  /** Calls in which it was heard where an item listens for it: by this speaker, in this part of the call. */
  items: z.array(z.object({ itemId: z.string(), calls: z.number().int() })),
  /** Some of the places, several of each line. */
  heard: z.array(heardPhraseSchema),
});
export type PhrasePieceAnswer = z.infer<typeof phrasePieceAnswerSchema>;

export const phrasePlacesSchema = z
  .object({ trialId: z.uuid(), places: z.array(phrasePlaceSchema.strict()).min(1).max(MOST_TRIAL_PLACES) })
  .strict();
export type PhrasePlaces = z.infer<typeof phrasePlacesSchema>;

export const shownPhraseSchema = z.object({
  callId: z.uuid(),
  /** Which leg of the call it is, from 1. */
  leg: z.number().int(),
  startedAt: z.iso.datetime(),
  /** The sentence around it, with everything sensitive hidden. */
  match: wordMatchSchema,
});
export type ShownPhrase = z.infer<typeof shownPhraseSchema>;
/** In the order asked; null where the words are no more, were replaced, or may not be read. */
export const shownPhrasesSchema = z.object({ places: z.array(shownPhraseSchema.nullable()) });
export type ShownPhrases = z.infer<typeof shownPhrasesSchema>;

/** Some of the drawn calls, and an item of the draft as it is in the editor, saved or not. */
export const itemPieceSchema = phrasePieceSchema
  .omit({ list: true })
  .extend({ itemId: z.string().max(80) })
  .strict();
export type ItemPiece = z.infer<typeof itemPieceSchema>;

/** A place that a result of the item rests on, and why; the words are asked for apart. */
export const judgedPlaceSchema = phrasePlaceSchema.extend({
  language: languageSchema,
  outcome: outcomeSchema,
  explanation: bilingualSchema,
});
export type JudgedPlace = z.infer<typeof judgedPlaceSchema>;

/** How an item of the draft judges some calls. Sums of pieces are sums of the trial. */
export const itemPieceAnswerSchema = z.object({
  read: byLanguage,
  without: z.number().int(),
  outcomes: z.record(outcomeSchema, z.number().int()),
  /** Some of the places, several of each outcome. */
  places: z.array(judgedPlaceSchema),
});
export type ItemPieceAnswer = z.infer<typeof itemPieceAnswerSchema>;

/** An item of the draft that is made from examples. */
export const variedItemSchema = phrasePieceSchema
  .pick({ definition: true })
  .extend({ itemId: z.string().max(80) })
  .strict();
export type VariedItem = z.infer<typeof variedItemSchema>;

export const exampleVariantSchema = z.enum(['shortened', 'filler', 'politer', 'negated']);

/** The item's own examples said otherwise, and what each is then taken for. */
export const variedExamplesSchema = z.object({
  variants: z.array(
    z.object({
      language: languageSchema,
      side: z.enum(['met', 'notMet']),
      /** Of the side's examples in the language, from 0. */
      line: z.number().int(),
      variant: exampleVariantSchema,
      text: z.string(),
      /** `missed`: like none of the examples. */
      taken: z.enum(['met', 'not_met', 'asked', 'missed']),
    }),
  ),
});
export type VariedExamples = z.infer<typeof variedExamplesSchema>;
