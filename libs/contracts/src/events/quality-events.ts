import { z } from 'zod';
import { exportedFiltersSchema } from '../call-filters.js';
import { figureMeasureSchema } from '../figure-alerts.js';
import { itemReportBySchema, reportBySchema, reportFormatSchema, serviceReportBySchema } from '../report-kinds.js';
import { outcomeSchema, setAsideReasonSchema } from '../scoring.js';
import { event, eventSaid, eyes } from './event.js';

const id = z.uuid();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What the journal says of checklists, scores, reviews, disputes and runs. */
export const qualityEvents = {
  'checklist.published': event(
    '{{who}} 发布评分表 {{checklistId}} 第 {{version}} 版',
    '{{who}} published {{checklistId}} v{{version}}',
    { checklistId: z.string(), version: z.number().int(), sha256, ...eyes },
  ),
  /** A newer version took its place, or a person took it back; their reason lies beside the journal. */
  'checklist.retired': event(
    '评分表 {{checklistId}} 第 {{version}} 版停用',
    '{{checklistId}} v{{version}} was retired',
    { checklistId: z.string(), version: z.number().int(), supersededBy: z.number().int().nullable() },
  ),
  'checklist.draft_saved': event('{{who}} 保存评分表草稿 {{checklistId}}', '{{who}} saved a draft of {{checklistId}}', {
    checklistId: z.string(),
    revision: z.number().int(),
  }),
  'checklist.taken_from_library': event(
    '{{who}} 用评分表库的 {{entry}} 第 {{version}} 版起草 {{checklistId}}',
    '{{who}} began a draft of {{checklistId}} from the library’s {{entry}} v{{version}}',
    { checklistId: z.string(), entry: z.string(), version: z.number().int() },
  ),
  'checklist.draft_validated': event(
    '{{who}} 校验评分表草稿 {{checklistId}}',
    '{{who}} checked a draft of {{checklistId}}',
    { checklistId: z.string(), revision: z.number().int(), errors: z.number().int(), warnings: z.number().int() },
  ),
  'checklist.publication_asked': event(
    '{{who}} 请求发布评分表草稿 {{checklistId}}',
    '{{who}} asked for the draft of {{checklistId}} to be published',
    { checklistId: z.string(), revision: z.number().int() },
  ),
  /** Why lies in the draft and not here. */
  'checklist.sent_back': event(
    '{{who}} 退回评分表草稿 {{checklistId}}',
    '{{who}} sent the draft of {{checklistId}} back to its authors',
    { checklistId: z.string(), revision: z.number().int() },
  ),
  'checklist.draft_discarded': event(
    '{{who}} 放弃评分表草稿 {{checklistId}}',
    '{{who}} discarded a draft of {{checklistId}}',
    { checklistId: z.string(), revision: z.number().int() },
  ),
  /** A set of phrase lists was written down under its hash, so that scores that name it can be replayed. */
  'lexicons.stored': event('保存了一组词表', 'A set of phrase lists was kept', { sha256 }),
  /** Figures of calls left as a file: no call and no word is in them. */
  'report.exported': event(
    '{{who}} 导出报表（{{format}}），{{from}} 至 {{to}}，共 {{rows}} 行',
    '{{who}} exported a report ({{format}}) of {{from}} to {{to}}, rows: {{rows}}',
    {
      exportId: id,
      by: z.enum([...reportBySchema.options, ...itemReportBySchema.options, ...serviceReportBySchema.options]),
      ...{ from: z.iso.date(), to: z.iso.date() },
      format: reportFormatSchema,
      /** Without that of the total. */
      rows: z.number().int(),
      /** Besides the period; an entry of an earlier build has none. */
      filters: exportedFiltersSchema.optional(),
    },
  ),
  /** A figure of a team passed the line that the company set, on a day that is over. Told once for each day, team and measure. */
  'figure.alerted': event('{{day}} 有班组指标越过告警线', 'A figure of a team passed its alert line on {{day}}', {
    alertId: id,
    teamId: id,
    day: z.iso.date(),
    measure: figureMeasureSchema,
    value: z.number().int(),
    of: z.number().int(),
    line: z.number().int(),
  }),
  'checklist.scored': event(
    '自动评分完成，{{checklistId}} v{{version}}',
    'Scored automatically, {{checklistId}} v{{version}}',
    { legId: id, scorecardId: id, checklistId: z.string(), version: z.number().int() },
    {
      ofCall: true,
      webhook: {
        name: { zh: '评分完成', en: 'Call scored' },
        sends: ['legId', 'scorecardId', 'checklistId', 'version'],
      },
    },
  ),
  /** No published checklist judges this leg: it ends without a score, and that is in order. */
  'leg.not_judged': event(
    '没有适用于这类通话的评分表，不评分',
    'No checklist judges calls like this: not scored',
    { legId: id },
    { ofCall: true },
  ),
  /** A person said of a whole leg that there is nothing in it to judge. */
  'leg.set_aside': event(
    '{{who}} 说明这段通话无法评分（{{reason|setAside}}），不再等待人工判断',
    '{{who}} said that this leg cannot be judged ({{reason|setAside}}): it waits for no one',
    { legId: id, reason: setAsideReasonSchema },
    { ofCall: true },
  ),
  'leg.awaited_again': event(
    '{{who}} 撤回“无法评分”，重新等待人工判断',
    '{{who}} took back that this leg cannot be judged: it waits for a person again',
    { legId: id },
    { ofCall: true },
  ),
  'scorecard.counted': event(
    '评分生效',
    'Score now counts',
    { legId: id, checklistId: z.string(), from: id.nullable(), to: id.nullable(), rule: z.string() },
    {
      ofCall: true,
      webhook: { name: { zh: '评分生效', en: 'Score counts' }, sends: ['legId', 'checklistId', 'from', 'to'] },
    },
  ),
  /** A person completed or corrected a card; `changed` of the answers differ from what the card said, “cannot tell” included. */
  'scorecard.reviewed': event(
    '{{who}} 发布人工复核，回答 {{answers}} 项，更改 {{changed}} 项',
    '{{who}} published a review: {{answers}} answered, {{changed}} changed',
    {
      legId: id,
      scorecardId: id,
      checklistId: z.string(),
      version: z.number().int(),
      basedOn: id,
      answers: z.number().int(),
      changed: z.number().int(),
      /** The assignment whose reviewer said that they judged the whole call. */
      completes: id.optional(),
    },
    {
      ofCall: true,
    },
  ),
  /** No score changes by a calibration; the words of it lie beside the journal. */
  'calibration.opened': event(
    '{{who}} 发起校准 {{ref}}，请 {{reviewers}} 位复核员各自判断',
    '{{who}} opened calibration {{ref}}, reviewers asked: {{reviewers}}',
    { calibrationId: id, legId: id, checklistId: z.string(), reviewers: z.number().int() },
    { ofCall: true },
  ),
  'calibration.answered': event(
    '{{who}} 提交校准 {{ref}} 的判断',
    '{{who}} submitted their answers to calibration {{ref}}',
    { calibrationId: id, legId: id },
    { ofCall: true },
  ),
  'calibration.closed': event(
    '校准 {{ref}} 结束，{{submitted}} 位复核员已提交',
    'Calibration {{ref}} closed, reviewers who submitted: {{submitted}}',
    { calibrationId: id, legId: id, submitted: z.number().int() },
    { ofCall: true },
  ),
  'calibration.decided': event(
    '{{who}} 为校准 {{ref}} 定下结论',
    '{{who}} noted what is right in calibration {{ref}}',
    { calibrationId: id, legId: id, itemId: z.string(), outcome: outcomeSchema },
    { ofCall: true },
  ),
  /** `sections`: what of them changed; an entry of an earlier build does not say. The numbers lie beside the journal, by version. */
  'quality.settings_changed': eventSaid({ version: z.number().int(), sections: z.array(z.string()).optional() }, [
    {
      when: ({ sections }) => sections?.includes('trust') ?? false,
      zh: '{{who}} 修改评分项的可信要求（质检设置第 {{version}} 版）',
      en: '{{who}} changed what items have to reach to be trusted (quality settings version {{version}})',
    },
    {
      zh: '{{who}} 修改质检设置（第 {{version}} 版）',
      en: '{{who}} changed the quality settings (version {{version}})',
    },
  ]),
};
