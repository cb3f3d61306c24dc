import { z } from 'zod';
import type { Language, Speaker } from '#contracts';
import { type ProvidedContent, type ProvidedTurn, type Read, refuse } from './provided-words.js';

const offset = z.number().int().nonnegative().max(1_000_000_000);
const idOrRole = z.string().max(256);

/**
 * The file that Amazon Connect's Contact Lens writes after a call ("Example Contact Lens conversational analytics output files for a call",
 * Amazon Connect administrator guide). Redacted files have the same shape, with `[PII]` in the content and the offsets under `Redaction`:
 * the mark stays in the words, where it is what was said.
 */
const contactLensSchema = z.object({
  Channel: z.string().optional(),
  JobStatus: z.string().optional(),
  LanguageCode: z.string().optional(),
  Participants: z.array(z.object({ ParticipantId: idOrRole, ParticipantRole: idOrRole })).max(100),
  Transcript: z.array(
    z.object({
      ParticipantId: idOrRole,
      BeginOffsetMillis: offset,
      EndOffsetMillis: offset,
      Content: z.string().max(100_000),
    }),
  ),
});

const LANGUAGES: Readonly<Record<string, Language>> = { en: 'en', zh: 'zh' };
/** `SYSTEM`, `CUSTOM_BOT` and `SUPERVISOR` are neither side of the conversation. */
const ROLES: Readonly<Record<string, Speaker>> = { AGENT: 'agent', CUSTOMER: 'customer' };

export function readContactLens(json: object): Read<ProvidedContent> {
  // A chat has times of day instead of offsets, and a file of a job that failed has no words: both are told by their own names.
  if ('Channel' in json && json.Channel !== 'VOICE') return refuse('invalid_shape', { path: 'Channel' });
  if ('JobStatus' in json && json.JobStatus !== 'COMPLETED') return refuse('invalid_shape', { path: 'JobStatus' });
  const parsed = contactLensSchema.safeParse(json);
  if (!parsed.success) return refuse('invalid_shape', { path: parsed.error.issues[0]?.path.join('.') ?? '' });
  const { LanguageCode: code, Participants: participants, Transcript: spoken } = parsed.data;
  const language = code === undefined ? undefined : LANGUAGES[code.split('-')[0]?.toLowerCase() ?? ''];
  if (code !== undefined && language === undefined) return refuse('language_mismatch', { path: 'LanguageCode' });
  const roles = new Map(participants.map((one) => [one.ParticipantId, ROLES[one.ParticipantRole] ?? 'unknown']));
  const turns = spoken
    .map((one): ProvidedTurn => ({
      speaker: roles.get(one.ParticipantId) ?? 'unknown',
      fromMs: one.BeginOffsetMillis,
      toMs: one.EndOffsetMillis,
      text: one.Content.trim(),
    }))
    .filter(({ text }) => text !== '');
  return { ok: true, value: { format: 'contact-lens', turns, ...(language && { language }) } };
}
