import { z } from 'zod';
import { identityListSchema, quietHoursSchema, regionSchema, workingHoursSchema } from './company.js';
import { bilingualSchema, languageSchema } from './language.js';
import { spanSchema } from './measures.js';
import { noAnswerSchema } from './no-answer.js';

export const outcomeSchema = z.enum(['met', 'not_met', 'not_applicable', 'insufficient']);
export type Outcome = z.infer<typeof outcomeSchema>;

/** Facts are not opinions: a telephony fact, a rule over words, a language model, or a person. */
export const sourceSchema = z.enum(['fact', 'rule', 'model', 'human']);
export type Source = z.infer<typeof sourceSchema>;

/** Why an item is `insufficient`. For `no_fact` no person is asked (the phone system gave nothing); every other reason is queued for a person. */
export const insufficientReasonSchema = z.enum([
  'no_fact',
  'words_unreliable',
  'speakers_unknown',
  /** They are told apart, as SPEAKER_00 and SPEAKER_01 or by their channels, and it is not sure who of them is the agent. */
  'speakers_unnamed',
  /** One of two sides was not recorded. */
  'one_side_missing',
  'too_few_words',
  'ambiguous',
  'language_unsupported',
  /** Some turns are in the other language, in which the item was not looked for. */
  'language_mixed',
  /** Signs, or two ways of judging, speak against each other. */
  'checks_disagree',
  /** The checklist leaves the item to a person. */
  'left_to_a_person',
]);
export type InsufficientReason = z.infer<typeof insufficientReasonSchema>;

/** What holds of the whole call, and not of one item of it. */
export const REASONS_OF_THE_CALL: readonly InsufficientReason[] = [
  'words_unreliable',
  'speakers_unknown',
  'speakers_unnamed',
  'one_side_missing',
  'too_few_words',
  'language_unsupported',
];

/** Whether an item is open for a reason that concerns the whole call. One that points at a place was looked at there, and is open on its own. */
export const isOpenForTheCall = ({
  outcome,
  reason,
  source,
  evidence,
}: Pick<ItemResult, 'outcome' | 'reason' | 'source'> & { evidence: readonly unknown[] }): boolean =>
  outcome === 'insufficient' &&
  source !== 'human' &&
  reason !== null &&
  REASONS_OF_THE_CALL.includes(reason) &&
  evidence.length === 0;

/** Why a person says that nothing in a call is to be judged. */
export const setAsideReasonSchema = z.enum(['no_speech', 'no_conversation', 'other_language', 'not_understood']);
export type SetAsideReason = z.infer<typeof setAsideReasonSchema>;

/** Where a result comes from, in coordinates: the words themselves stay in the sealed transcript and are cut on read. */
export const evidenceSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('words'),
    transcriptVersion: z.number().int().positive(),
    turn: z.number().int().nonnegative(),
    fromMs: z.number().int().nonnegative(),
    toMs: z.number().int().nonnegative(),
    /** UTF-16 offsets into the turn's text; `toChar` is exclusive. */
    fromChar: z.number().int().nonnegative(),
    toChar: z.number().int().nonnegative(),
  }),
  z.object({
    kind: z.literal('fact'),
    name: z.string(),
    value: z.union([z.string(), z.number(), z.boolean()]),
    /** Who said so: the telephony source's name, the consent rule's id, or what measured the sound. */
    from: z.string(),
    /** Where in the recording, for what was measured there; absent for what holds of the whole leg. */
    span: spanSchema.optional(),
  }),
  z.object({
    kind: z.literal('absence'),
    fromTurn: z.number().int().nonnegative(),
    toTurn: z.number().int().nonnegative(),
    /** The names of the lexicon entries that were looked for; none on old cards, by an item that named none. */
    lookedFor: z.array(z.string()),
  }),
]);
export type Evidence = z.infer<typeof evidenceSchema>;

/** One step of a judgement, as the test bench of a checklist shows it: what was asked, and the result. */
export const traceStepSchema = z.object({
  /** 0 for the item's own conditions and check, 1 for what they rest on, and so on. */
  depth: z.number().int().nonnegative(),
  step: z.enum(['condition', 'check', 'calibration', 'acts']),
  /** The kind, with its version where it is a check: "heard", "phrase/2". */
  name: z.string(),
  /** What a check found; null for a condition. */
  outcome: outcomeSchema.nullable(),
  /** Whether a condition holds; null for a check, and for a condition that could not be told. */
  holds: z.boolean().nullable(),
  confidence: z.number().min(0).max(1),
  evidence: z.array(evidenceSchema),
  explanation: bilingualSchema,
});
export type TraceStep = z.infer<typeof traceStepSchema>;

/**
 * Something that may have happened in a call. It decides no item and costs no point: people are shown it, with its second, and lists are
 * filtered by it.
 */
export const signNameSchema = z.enum(['sent_elsewhere']);
export type SignName = z.infer<typeof signNameSchema>;
export const signSchema = z.object({ name: signNameSchema, evidence: z.array(evidenceSchema).min(1) });
export type Sign = z.infer<typeof signSchema>;

/** How often people said the same as a model that gave one outcome to one item. */
export const measuredAgreementSchema = z.object({
  n: z.number().int().nonnegative(),
  agreed: z.number().int().nonnegative(),
  /** Between them the true share lies in 95 of 100 such counts (Wilson). */
  low: z.number().min(0).max(1),
  high: z.number().min(0).max(1),
  /** What `low` must reach before such answers count. */
  target: z.number().min(0).max(1),
});
export type MeasuredAgreement = z.infer<typeof measuredAgreementSchema>;

const MODEL_SAYS = ['met', 'not_met', 'not_applicable'] as const;
const proposed = {
  model: z.string(),
  /** How the server names what answered; null where it does not. */
  served: z.string().nullable(),
  promptVersion: z.number().int(),
  questionKey: z.string(),
  outcome: z.enum(MODEL_SAYS),
  evidence: z.array(evidenceSchema).min(1),
};
/**
 * What a language model of the user's makes of an item that a rule left open or accuses by. `proposed`: shown to people who judge, and moves
 * nothing. `counted`: people have agreed with such answers often enough, and it changed the result. `none`: it was asked and proposes nothing.
 */
export const proposalSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('proposed'), ...proposed, checked: z.boolean() }),
  z.object({ state: z.literal('counted'), ...proposed, agreement: measuredAgreementSchema }),
  z.object({ state: z.literal('none'), model: z.string(), why: z.enum([...noAnswerSchema.options, 'undecided']) }),
]);
export type Proposal = z.infer<typeof proposalSchema>;

/**
 * Why a result gives no points yet: people agree with such judgements too little, as far as that was measured. Absent on what gives points,
 * and on what was judged before trust was asked for.
 */
export const notTrustedSchema = z.object({
  /** Whose measure: `eval` is the product's own (`npm run eval`), `people` the company's blind reviews; `none`: there is none, and the company wants one. */
  from: z.enum(['eval', 'people', 'none']),
  /** Agreement beyond chance; null where it was not measured. */
  kappa: z.number().min(-1).max(1).nullable(),
  /** Conversations that it rests on. */
  n: z.number().int().nonnegative(),
  /** What kappa has to reach. */
  target: z.number().min(0).max(1),
  /** The item's other results give points: it was never measured, and accuses no one until it is. Absent where none gives any. */
  only: z.literal('not_met').optional(),
});
export type NotTrusted = z.infer<typeof notTrustedSchema>;

export const itemResultSchema = z.object({
  itemId: z.string(),
  outcome: outcomeSchema,
  /** Only with `insufficient`. */
  reason: insufficientReasonSchema.nullable(),
  source: sourceSchema,
  confidence: z.number().min(0).max(1),
  checkId: z.string(),
  evidence: z.array(evidenceSchema),
  /** Explains the outcome in both languages, naming what was looked for and where; never quotes the call. */
  explanation: bilingualSchema,
  /** Absent where nothing of the kind was heard, and on what was judged before signs were known. */
  signs: z.array(signSchema).optional(),
  /** Absent where no model was asked. */
  proposal: proposalSchema.optional(),
  /** The result is shown, and neither its points nor its weight count. */
  notTrusted: notTrustedSchema.optional(),
  /** How it came about, in order; only where it was asked for, never stored. */
  trace: z.array(traceStepSchema).optional(),
});
export type ItemResult = z.infer<typeof itemResultSchema>;

/** Whether rules and acts judged it, and not a fact, a person or a language model that counts: what an item is worth is measured on these. */
export const byRulesOrActs = ({
  source,
  proposal,
}: Pick<ItemResult, 'source'> & { proposal?: { state: string } | null | undefined }): boolean =>
  source === 'rule' || (source === 'model' && proposal?.state !== 'counted');

/** How a result is shown: `told` is one that is not met by a judgement that is not trusted yet, and never looks like an accusation. */
export type Tone = Outcome | 'told';

/** The one place that says whether a result accuses: only `not_met` does. */
export const toneOf = ({ outcome, notTrusted }: Pick<ItemResult, 'outcome' | 'notTrusted'>): Tone =>
  outcome === 'not_met' && notTrusted ? 'told' : outcome;

/** The telephony facts of one leg that checks may rely on; null means that the phone system did not say. */
export const legFactsSchema = z.object({
  /** Who supplies the facts, e.g. the telephony source's name. */
  from: z.string(),
  direction: z.enum(['inbound', 'outbound', 'internal']),
  /** Seconds from the agent's alert to the answer, queue time excluded. */
  ringSeconds: z.number().nonnegative().nullable(),
  hangupParty: z.enum(['agent', 'customer', 'system']).nullable(),
  /** null: unknown; none: there was no transfer. */
  transfer: z.enum(['none', 'blind', 'warm']).nullable(),
  /** Did the agent speak with the colleague before connecting? null: unknown. */
  consulted: z.boolean().nullable(),
  /** When the recording notice was played or spoken, ms from the start of the call; null with `noticeGiven` false or unknown. */
  noticeGiven: z.boolean().nullable(),
  noticeBy: z.enum(['announcement', 'agent', 'contract']).nullable(),
  /** null: there were holds, and where in the recording they lie is not known. */
  holdSpans: z.array(z.object({ fromMs: z.number().int(), toMs: z.number().int() })).nullable(),
  /** Did an outbound call start in the quiet hours of the customer's region, by the company profile? Absent on what was judged before. */
  quietHours: z.boolean().nullable().optional(),
  /** Seconds from answer to end, holds included. Absent on what was judged before. */
  talkSeconds: z.number().nonnegative().nullable().optional(),
  /** The recording ends before the call does: what is not heard at its end may have been said. */
  cutShort: z.boolean().optional(),
  /**
   * What of the call is not in the recording, ms from its start: what came before it (then from less than 0), pauses, keypad digits and losses.
   * Absent where nothing is known to be missing.
   */
  unheard: z.array(z.object({ fromMs: z.number().int(), toMs: z.number().int() })).optional(),
});
export type ScoringFacts = z.infer<typeof legFactsSchema>;

/** What the company calls itself and how its phones ring: policy data, not code. */
export const companyProfileSchema = z.object({
  names: z.object({ zh: z.array(z.string()), en: z.array(z.string()) }),
  departments: z.object({ zh: z.array(z.string()), en: z.array(z.string()) }),
  /** Seconds of one ring: CN 1 on + 4 off, NA 2 on + 4 off. Absent: the company has not said, and nothing is counted by rings. */
  ringCadence: z.object({ onSeconds: z.number().positive(), offSeconds: z.number().positive() }).optional(),
  timeZone: z.string(),
  /** Where its calls are recorded, as in a call's metadata. Absent: the person who uploads says it. */
  region: regionSchema.optional(),
  /** What new people's screens and mails are in, and what its calls are spoken in unless a call says otherwise. */
  language: languageSchema.optional(),
  /** When customers of a region are not to be called. */
  quietHours: z.array(quietHoursSchema).optional(),
  workingHours: workingHoursSchema.optional(),
  /** Words that recognisers should expect: products, places, people. */
  hotwords: z.object({ zh: z.array(z.string()), en: z.array(z.string()) }).optional(),
  /** Absent: any two kinds of facts tell who calls. */
  identity: identityListSchema.optional(),
});
export type CompanyProfile = z.infer<typeof companyProfileSchema>;

/** One line of `npm run score -- FILE.jsonl`. */
export const dialogueSchema = z.object({
  id: z.string(),
  language: languageSchema,
  turns: z.array(z.object({ speaker: z.enum(['agent', 'customer']), text: z.string() })),
});
export type Dialogue = z.infer<typeof dialogueSchema>;
