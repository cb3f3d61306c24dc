import { z } from 'zod';
import { attentionReasonSchema } from '../call-stage.js';
import { commitmentKindSchema, commitmentUnclearSchema } from '../commitments.js';
import { event } from './event.js';

const id = z.uuid();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What the journal says of checklists, scores, reviews, runs and promises. */
export const qualityEvents = {
  'checklist.published': event(z.object({ checklistId: z.string(), version: z.number().int(), sha256 }), {
    says: {
      zh: '{{who}} 发布检查清单 {{checklistId}} 第 {{version}} 版',
      en: '{{who}} published {{checklistId}} v{{version}}',
    },
  }),
  /** A newer version took its place, or a person took it back; their reason lies beside the journal. */
  'checklist.retired': event(
    z.object({
      checklistId: z.string(),
      version: z.number().int(),
      supersededBy: z.number().int().nullable(),
    }),
    {
      says: { zh: '检查清单 {{checklistId}} 第 {{version}} 版停用', en: '{{checklistId}} v{{version}} was retired' },
    },
  ),
  'checklist.draft_saved': event(z.object({ checklistId: z.string(), revision: z.number().int() }), {
    says: { zh: '{{who}} 保存检查清单草稿 {{checklistId}}', en: '{{who}} saved a draft of {{checklistId}}' },
  }),
  'checklist.draft_validated': event(
    z.object({
      checklistId: z.string(),
      revision: z.number().int(),
      errors: z.number().int(),
      warnings: z.number().int(),
    }),
    {
      says: { zh: '{{who}} 校验检查清单草稿 {{checklistId}}', en: '{{who}} checked a draft of {{checklistId}}' },
    },
  ),
  'checklist.draft_discarded': event(z.object({ checklistId: z.string(), revision: z.number().int() }), {
    says: { zh: '{{who}} 丢弃检查清单草稿 {{checklistId}}', en: '{{who}} discarded a draft of {{checklistId}}' },
  }),
  /** A set of phrase lists was written down under its hash, so that scores that name it can be replayed. */
  'lexicons.stored': event(z.object({ sha256 }), {
    says: { zh: '保存了一组词表', en: 'A set of phrase lists was kept' },
  }),
  'checklist.scored': event(
    z.object({ legId: id, scorecardId: id, checklistId: z.string(), version: z.number().int() }),
    {
      says: {
        zh: '自动评分完成，{{checklistId}} v{{version}}',
        en: 'Scored automatically, {{checklistId}} v{{version}}',
      },
      ofCall: true,
      webhook: {
        name: { zh: '评分完成', en: 'Call scored' },
        sends: ['legId', 'scorecardId', 'checklistId', 'version'],
      },
    },
  ),
  /** No published checklist judges this leg: it ends without a score, and that is in order. */
  'leg.not_judged': event(z.object({ legId: id }), {
    says: { zh: '没有检查清单评这类通话，不评分', en: 'No checklist judges calls like this: not scored' },
    ofCall: true,
  }),
  'scorecard.counted': event(
    z.object({
      legId: id,
      checklistId: z.string(),
      from: id.nullable(),
      to: id.nullable(),
      rule: z.string(),
    }),
    {
      says: { zh: '评分生效', en: 'Score now counts' },
      ofCall: true,
      webhook: { name: { zh: '评分生效', en: 'Score counts' }, sends: ['legId', 'checklistId', 'from', 'to'] },
    },
  ),
  /** A person completed or corrected a card; `changed` of the answers differ from what the engine said. */
  'scorecard.reviewed': event(
    z.object({
      legId: id,
      scorecardId: id,
      checklistId: z.string(),
      version: z.number().int(),
      basedOn: id,
      answers: z.number().int(),
      changed: z.number().int(),
    }),
    {
      says: {
        zh: '{{who}} 发布人工复核，回答 {{answers}} 项，更改 {{changed}} 项',
        en: '{{who}} published a review: {{answers}} answered, {{changed}} changed',
      },
      ofCall: true,
    },
  ),
  'rescore.asked': event(z.object({ runId: id, fromDay: z.iso.date(), toDay: z.iso.date(), legs: z.number().int() }), {
    says: { zh: '{{who}} 要求重新评分 {{legs}} 段通话', en: '{{who}} asked to score again, legs: {{legs}}' },
    opens: ({ runId }) => [{ job: 'rescore-calls', subjectId: runId }],
  }),
  'rescore.finished': event(z.object({ runId: id, legs: z.number().int(), filed: z.number().int() }), {
    says: { zh: '重新评分完成，共 {{legs}} 段', en: 'Scoring again is done, legs: {{legs}}' },
  }),
  'rescore.cancelled': event(z.object({ runId: id, legs: z.number().int() }), {
    says: { zh: '{{who}} 取消重新评分', en: '{{who}} cancelled scoring again' },
  }),
  'rehear.asked': event(z.object({ runId: id, fromDay: z.iso.date(), toDay: z.iso.date(), legs: z.number().int() }), {
    says: { zh: '{{who}} 发起重新转写，{{legs}} 段', en: '{{who}} asked to hear calls again, legs: {{legs}}' },
    opens: ({ runId }) => [{ job: 'rehear-calls', subjectId: runId }],
  }),
  /** `filed`: recordings that were heard again. */
  'rehear.finished': event(z.object({ runId: id, legs: z.number().int(), filed: z.number().int() }), {
    says: { zh: '重新转写完成，{{legs}} 段', en: 'Hearing again is done, legs: {{legs}}' },
  }),
  'rehear.cancelled': event(z.object({ runId: id, legs: z.number().int() }), {
    says: { zh: '{{who}} 取消重新转写', en: '{{who}} cancelled hearing again' },
  }),
  /** No engine gave words: the ones that there were go on counting. */
  'call.rehear_failed': event(z.object({ recordingId: id, runId: id.nullable(), reason: attentionReasonSchema })),
  /** `version` is null for a draft; `sha256` names its content. */
  'back_test.asked': event(
    z.object({
      runId: id,
      checklistId: z.string(),
      version: z.number().int().nullable(),
      sha256,
      legs: z.number().int(),
    }),
    {
      says: { zh: '{{who}} 试运行检查清单 {{checklistId}}', en: '{{who}} asked for a back-test of {{checklistId}}' },
      opens: ({ runId }) => [{ job: 'run-back-test', subjectId: runId }],
    },
  ),
  'back_test.finished': event(z.object({ runId: id, legs: z.number().int(), leftOut: z.number().int() }), {
    says: { zh: '试运行完成，共 {{legs}} 段', en: 'A back-test is done, legs: {{legs}}' },
  }),
  'back_test.cancelled': event(z.object({ runId: id, legs: z.number().int() }), {
    says: { zh: '{{who}} 取消试运行', en: '{{who}} cancelled a back-test' },
  }),
  'run.failed': event(z.object({ runId: id, failure: z.string().regex(/^[a-z_]+$/) }), {
    says: { zh: '一次批量运行未能完成', en: 'A run could not be finished' },
  }),
  /** A promise in the words of a leg. `dueAt` is null where a person has to set a time, and `unclear` says why. */
  'commitment.found': event(
    z.object({
      commitmentId: id,
      legId: id,
      kind: commitmentKindSchema,
      dueAt: z.iso.datetime().nullable(),
      unclear: commitmentUnclearSchema.nullable(),
    }),
  ),
  /** Newer words have it elsewhere, or no longer. */
  'commitment.found_again': event(z.object({ commitmentId: id, dueAt: z.iso.datetime().nullable() }), {
    says: { zh: '新的转写里再次找到承诺', en: 'Promise found again in newer words' },
    ofCall: true,
  }),
  'commitment.superseded': event(z.object({ commitmentId: id }), {
    says: { zh: '新的转写里不再有此承诺', en: 'Newer words no longer have a promise' },
    ofCall: true,
  }),
  'commitment.due_soon': event(z.object({ commitmentId: id, legId: id, dueAt: z.iso.datetime() })),
  'commitment.overdue': event(
    z.object({
      commitmentId: id,
      legId: id,
      kind: commitmentKindSchema,
      ownerPersonId: id,
      dueAt: z.iso.datetime(),
    }),
    {
      webhook: { name: { zh: '承诺逾期', en: 'Promise overdue' }, sends: ['commitmentId', 'legId', 'kind', 'dueAt'] },
    },
  ),
  'commitment.time_set': event(
    z.object({ commitmentId: id, dueAt: z.iso.datetime(), before: z.iso.datetime().nullable() }),
  ),
  /** `by: later_call`: the product found the call that kept it. */
  'commitment.answered': event(
    z.object({
      commitmentId: id,
      answer: z.enum(['kept', 'broken', 'customer_released', 'release', 'strike', 'reopen']),
      by: z.enum(['person', 'later_call']),
      evidenceCallId: id.nullable(),
    }),
  ),
  'commitment.candidate_found': event(z.object({ commitmentId: id, evidenceCallId: id }), {
    says: { zh: '找到可能兑现承诺的通话', en: 'A later call that may have kept a promise was found' },
    ofCall: true,
  }),
  'commitment.handed_over': event(
    z.object({
      commitmentId: id,
      step: z.enum(['proposed', 'accepted', 'declined', 'withdrawn']),
      toPersonId: id,
    }),
  ),
};
