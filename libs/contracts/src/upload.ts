import { z } from 'zod';
import { inWords, bilingualSchema, spokenLanguageSchema } from './language.js';
import { callStageSchema } from './call-stage.js';
import { regionSchema } from './company.js';
import { consentStatementSchema } from './consent.js';
import { uploadedFacts } from './leg-facts.js';
import { plainText } from './plain-text.js';
import { slugSchema } from './slug.js';
import {
  MAX_LABEL_LENGTH,
  MAX_SPEAKERS,
  speakerRoleSchema,
  wordsPositionSchema,
  wordsRefusalCodeSchema,
} from './provided-words.js';

const timestamp = z.iso.datetime({ offset: true });
const externalId = plainText().trim().min(1).max(200);

/** One agent's part of the call. Facts left out are unknown, never assumed. */
export const uploadLegSchema = z
  .object({
    /** Staff number of the agent. */
    staffNumber: plainText().trim().min(1).max(40).optional(),
    /** Instead: the agent's extension, looked up at the time of the leg (`answeredAt`, else `alertedAt`, else the call's `startedAt`). */
    extension: z
      .string()
      .regex(
        /^[0-9A-Za-z*#+._-]{1,20}$/,
        inWords('最多 20 个数字、字母或 * # + . _ -', 'at most 20 digits, letters or * # + . _ -'),
      )
      .optional(),
    ...uploadedFacts,
  })
  .strict()
  .refine(
    ({ staffNumber, extension }) => (staffNumber === undefined) !== (extension === undefined),
    inWords('请给出 staffNumber 或 extension，只给一个', 'give staffNumber or extension, and not both'),
  )
  .refine(
    ({ ringSeconds, alertedAt, answeredAt }) =>
      ringSeconds === undefined || (alertedAt === undefined && answeredAt === undefined),
    {
      ...inWords(
        '请给出 ringSeconds，或 alertedAt 和 answeredAt，不能都给',
        'give ringSeconds, or alertedAt and answeredAt, and not both',
      ),
      path: ['ringSeconds'],
    },
  );

/** The `metadata` part of `POST /api/v1/calls`; it must come before `audio`, so that the consent gate can close before a byte is read. */
export const uploadMetadataSchema = z
  .object({
    source: slugSchema,
    externalId,
    /** Defaults to `externalId`: a call may have several recordings. */
    recordingExternalId: externalId.optional(),
    direction: z.enum(['inbound', 'outbound', 'internal']),
    classification: z.enum(['business', 'private']).default('business'),
    startedAt: timestamp,
    /** When the recording's first second was, by the wall clock, where its recorder says; holds and the talks of several agents are found in it by this. */
    recordingBeganAt: timestamp.optional(),
    /** Left out, or `unknown`: it is told from the sound; where that is not sure, a person is asked. */
    language: spokenLanguageSchema.optional(),
    /** ISO 3166-1 country, optionally with subdivision: `CN`, `US-CA`. Decides the consent rule. */
    region: regionSchema,
    consent: consentStatementSchema,
    /** The number or name is masked before it is stored. */
    customer: z
      .object({ number: plainText().max(40).optional(), name: plainText().max(80).optional() })
      .strict()
      .default({}),
    matter: z
      .object({ externalId, title: plainText().trim().min(1).max(120) })
      .strict()
      .optional(),
    /** What it is recorded for, and how it ended: words of your own that retention schedules may ask for. */
    purpose: slugSchema.optional(),
    outcome: slugSchema.optional(),
    legs: z.array(uploadLegSchema).min(1).max(1, 'one leg for each uploaded recording'),
    /** Which channel carries the agent; required to tell the speakers of a two-channel recording apart. */
    agentChannel: z.enum(['left', 'right']).optional(),
    /** Who the speakers of `transcript` are, by the names that its tool gave them: `{ "SPEAKER_00": "agent" }`. */
    speakers: z
      .record(plainText().trim().min(1).max(MAX_LABEL_LENGTH), speakerRoleSchema)
      .refine(
        (speakers) => Object.keys(speakers).length <= MAX_SPEAKERS,
        inWords(`最多 ${MAX_SPEAKERS} 个说话人`, `at most ${MAX_SPEAKERS} speakers`),
      )
      .optional(),
  })
  .strict();
export type UploadMetadata = z.infer<typeof uploadMetadataSchema>;

/** With the two times that `ringSeconds` stands for, so that no part after this has to know both ways of saying it. */
export function withRingTimes(metadata: UploadMetadata): UploadMetadata {
  const legs = metadata.legs.map(({ ringSeconds, ...leg }) => {
    if (ringSeconds === undefined) return leg;
    const alerted = new Date(metadata.startedAt);
    const answered = new Date(alerted.getTime() + ringSeconds * 1000);
    return { ...leg, alertedAt: alerted.toISOString(), answeredAt: answered.toISOString() };
  });
  return { ...metadata, legs };
}

/** What will happen with the words that came with an upload. */
export const wordsSentSchema = z.discriminatedUnion('usable', [
  z.object({
    usable: z.literal(true),
    format: z.string(),
    turns: z.number().int(),
    /** The speakers that their tool told apart without saying who they are, in the order in which they first speak. */
    speakers: z.array(
      z.object({
        label: z.string(),
        role: speakerRoleSchema.nullable(),
        turns: z.number().int(),
        seconds: z.number().int(),
      }),
    ),
    /**
     * true: a person has to say who the speakers without a role are, on the call's page or by `PUT /calls/{callId}/speakers`; until then
     * what rests on speakers is not judged. On two channels the channels tell.
     */
    ask: z.boolean(),
  }),
  z.object({
    usable: z.literal(false),
    code: wordsRefusalCodeSchema,
    at: wordsPositionSchema,
    message: bilingualSchema,
  }),
]);
export type WordsSent = z.infer<typeof wordsSentSchema>;

export const uploadResultSchema = z.object({
  callId: z.uuid(),
  recordingId: z.uuid().nullable(),
  stage: callStageSchema,
  stageReason: z.string().nullable(),
  sha256: z.string().nullable(),
  durationMs: z.number().int().nullable(),
  incomplete: z.boolean(),
  /** true when the same bytes had been accepted before: same ids, nothing stored twice. */
  duplicate: z.boolean(),
  /** Of a recording that was sent again: what its metadata says otherwise than what is known; null where it says the same. */
  resent: z
    .object({
      fields: z.array(z.string()),
      /** Corrected by this upload: its sender may. */
      applied: z.array(z.string()),
      /** Proposed by this upload: a second person decides. */
      waiting: z.array(z.string()),
      /** Where the others are corrected; null where there are none. */
      route: z.string().nullable(),
    })
    .nullable(),
  /** Of words that came with it; null where none came, or were not looked at. */
  words: wordsSentSchema.nullable(),
});
export type UploadResult = z.infer<typeof uploadResultSchema>;
export type ResentMetadata = NonNullable<UploadResult['resent']>;
