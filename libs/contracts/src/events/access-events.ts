import { z } from 'zod';
import { exportedFiltersSchema } from '../call-filters.js';
import { event, eventSaid } from './event.js';

const id = z.uuid();

/** What the journal says of the people who heard, read, searched or took calls. */
export const accessEvents = {
  'play.opened': event(
    '{{who}} 打开录音',
    '{{who}} opened the recording',
    { playId: id, recordingId: id, grantId: id, purpose: z.string(), rendition: z.string() },
    { ofCall: true },
  ),
  'play.closed': eventSaid(
    {
      playId: id,
      recordingId: id,
      grantId: id,
      /** Merged intervals that were heard, milliseconds. */
      heardMs: z.array(z.tuple([z.number().int(), z.number().int()])),
      /** Merged intervals that were sent to the player, heard or not. */
      releasedMs: z.array(z.tuple([z.number().int(), z.number().int()])),
    },
    [
      {
        zh: '{{who}} 收听 {{heardMs|spans}}，已缓冲 {{releasedMs|spans}}',
        en: '{{who}} played {{heardMs|spans}}; sent {{releasedMs|spans}}',
        when: ({ heardMs }) => heardMs.length > 0,
      },
      {
        zh: '{{who}} 关闭录音，没有收听，已缓冲 {{releasedMs|spans}}',
        en: '{{who}} closed the recording unheard; sent {{releasedMs|spans}}',
        when: ({ releasedMs }) => releasedMs.length > 0,
      },
      { zh: '{{who}} 关闭录音，没有发送任何内容', en: '{{who}} closed the recording before any of it was sent' },
    ],
    { ofCall: true },
  ),
  'transcript.read': event(
    '{{who}} 查看文字',
    '{{who}} read the words',
    { transcriptId: id, grantId: id, tokenId: id.optional() },
    { ofCall: true },
  ),
  /** Words were looked for in transcripts: how many terms, and how many calls the page showed. The terms are not kept. */
  'words.searched': event(
    '{{who}} 搜索通话文字，显示 {{shown}} 通',
    '{{who}} searched in words, calls shown: {{shown}}',
    { searchId: id, terms: z.number().int(), shown: z.number().int(), tokenId: id.optional() },
  ),
  /** A draft's phrase list was tried on drawn calls: so many of them were read by the product, and no words shown. */
  'phrases.tried': event(
    '{{who}} 用抽取的 {{calls}} 通通话试评分表 {{checklistId}} 的词表',
    '{{who}} tried a phrase list of {{checklistId}} on drawn calls: {{calls}}',
    { trialId: id, checklistId: z.string(), calls: z.number().int() },
  ),
  /** Some words of a call were shown as a result of a search, or as an example of what a phrase list hears: then `searchId` is the trial's. */
  'transcript.excerpted': eventSaid(
    { transcriptId: id, grantId: id, searchId: id, checklistId: z.string().optional() },
    [
      {
        when: ({ checklistId }) => checklistId !== undefined,
        zh: '{{who}} 试词表时看到片段',
        en: '{{who}} saw transcript excerpts when trying a phrase list',
      },
      { zh: '{{who}} 在搜索结果中看到片段', en: '{{who}} saw transcript excerpts in a search' },
    ],
    { ofCall: true },
  ),
  /** Rows of the list begin to leave as a file; the second entry of the same export says how many did. */
  'calls.export_started': event('{{who}} 开始导出通话列表', '{{who}} began to export the list of calls', {
    exportId: id,
    filters: exportedFiltersSchema,
  }),
  'calls.exported': event(
    '{{who}} 导出通话列表，共 {{rows}} 行',
    '{{who}} exported the list of calls, rows: {{rows}}',
    { exportId: id, rows: z.number().int(), complete: z.boolean() },
  ),
  'view.shared': event('{{who}} 与班组共享视图', '{{who}} shared a view with a team', { viewId: id, teamId: id }),
  'view.unshared': event('{{who}} 停止共享视图', '{{who}} stopped sharing a view', { viewId: id, teamId: id }),
};
