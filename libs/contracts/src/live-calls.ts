import { z } from 'zod';

/**
 * What happened to the recording of a call that goes on. `held`, `unheld`: the telephone system itself stopped and went on with what it sends;
 * `resumed` ends a pause that a person or a programme asked for.
 */
export const liveMomentKindSchema = z.enum([
  'consent_pending',
  'consent_given',
  'consent_refused',
  'consent_withdrawn',
  'paused',
  'resumed',
  'held',
  'unheld',
]);
export type LiveMomentKind = z.infer<typeof liveMomentKindSchema>;

/** `asked`: by a person or a programme, by what they were told; `limit`: a pause came to its end by itself; `line`: the telephone system's own word. */
export const liveHowSchema = z.enum(['announcement', 'spoken', 'keypad', 'form', 'asked', 'limit', 'line', 'none']);
export type LiveHow = z.infer<typeof liveHowSchema>;

export const liveMomentSchema = z.object({
  at: z.iso.datetime(),
  what: liveMomentKindSchema,
  how: liveHowSchema,
});
export type LiveMoment = z.infer<typeof liveMomentSchema>;

/** Consent while a call goes on. At the gate `pending` becomes `unknown` and `refused` becomes `declined` (`ConsentState`). */
export type LiveConsentState = 'pending' | 'given' | 'refused' | 'withdrawn';

/** Whether sound of a call is taken now, and why not. */
export const liveRecordingSchema = z.enum(['consent_pending', 'recording', 'paused', 'held', 'refused', 'withdrawn']);
export type LiveRecording = z.infer<typeof liveRecordingSchema>;

/** How consent was said. `other`: on paper, in a chat, by a contract. */
export const CONSENT_SAID = { said: 'spoken', digit: 'keypad', other: 'form' } as const satisfies Record<
  string,
  LiveHow
>;
export const consentSaidSchema = z.enum(['said', 'digit', 'other']);
export type ConsentSaid = z.infer<typeof consentSaidSchema>;

export const liveConsentSchema = z
  .object({ state: z.enum(['given', 'refused', 'withdrawn']), how: consentSaidSchema })
  .strict();
export type LiveConsent = z.infer<typeof liveConsentSchema>;

/** What may be asked of the process that records. */
export const liveActSchema = z.enum(['consent_given', 'consent_refused', 'consent_withdrawn', 'pause', 'resume']);
export type LiveAct = z.infer<typeof liveActSchema>;

/**
 * Whether the machine hears the words of a call that goes on. `asked`: a person chose it, and it begins as soon as there is room; `none`: the
 * machine hears no call's words within three seconds, or nothing measured that yet.
 */
export const liveHearingSchema = z.enum(['heard', 'asked', 'not_heard', 'none']);
export type LiveHearing = z.infer<typeof liveHearingSchema>;
