import { z } from 'zod';
import { regionSchema } from './company.js';
import { consentStatementSchema } from './consent.js';
import { readNamesBy, type BatchForm } from './folder/index.js';
import { type Bilingual, bilingualSchema, spokenLanguageSchema, inWords } from './language.js';

const NAMES = 5;

function isPattern(pattern: string): boolean {
  try {
    readNamesBy([pattern]);
    return true;
  } catch {
    return false;
  }
}

/** What is true of every recording of a folder, where its own file, its name and the telephone records do not say otherwise. */
export const folderRecordingsSchema = z
  .object({
    region: regionSchema,
    language: spokenLanguageSchema.default('unknown'),
    /** null: each recording has to say. */
    direction: z.enum(['inbound', 'outbound', 'internal']).nullable().default(null),
    /** null: each recording has to say; it is never assumed. */
    consent: consentStatementSchema.nullable().default(null),
    agentChannel: z.enum(['left', 'right']).nullable().default(null),
    /** Patterns of names, as `npm run import-folder` has them; the first that fits counts. */
    names: z
      .array(
        z
          .string()
          .min(1)
          .max(200)
          .refine(isPattern, inWords('含有清单中没有的列', 'it has a column that no manifest has')),
      )
      .max(NAMES)
      .default([]),
    /** What a recorder calls a fact in the file beside its recording → a column of the manifest. */
    sidecarNames: z.record(z.string().min(1).max(80), z.string().min(1).max(40)).default({}),
  })
  .strict();
export type FolderRecordings = z.infer<typeof folderRecordingsSchema>;

/** The same as a batch of uploads has it. */
export const folderForm = (source: string, about: FolderRecordings): BatchForm => ({
  ...{ source, region: about.region, language: about.language, direction: about.direction ?? '' },
  ...{ consent: about.consent?.state ?? '', consentReason: about.consent?.reason ?? '' },
  consentEvidence: about.consent?.evidence?.kind ?? '',
  consentReference: about.consent?.evidence?.reference ?? '',
  ...{ agentBy: 'staffNumber', agent: '', agentChannel: about.agentChannel ?? '', startedBy: 'name' },
  ...{ transfer: '', hangupParty: '' },
});

/** Why a file of a watched folder is put aside. */
export const ASIDE_WORDS = {
  empty: { zh: '文件是空的（0 字节）', en: 'the file is empty (0 bytes)' },
  header_only: {
    zh: '录音只有文件头，没有声音（例如对方忙）',
    en: 'a recording with a header and no sound, as a busy call leaves it',
  },
  kind: { zh: '不是录音，也不是话单', en: 'neither a recording nor records' },
  name: { zh: '文件名含有控制字符', en: 'its name holds control characters' },
  without_recording: { zh: '说明文件没有对应的录音', en: 'it tells of a recording that never came' },
  sidecar: { zh: '旁边的说明文件无法读取', en: 'the file beside it that tells of it cannot be read' },
  incomplete: { zh: '缺少必需的信息', en: 'what has to be known of it is missing' },
  unknown_extension: {
    zh: '这个电话系统的班组当时没有人使用这个分机',
    en: 'no person of the teams of this telephone system had this extension then',
  },
  unknown_staff_number: {
    zh: '这个电话系统的班组中没有这个工号',
    en: 'no person of the teams of this telephone system has this staff number',
  },
  without_twin: {
    zh: '只有一方的声音，另一方的文件一直没有来',
    en: 'the file of the other side of the call never came',
  },
  call_unknown: { zh: '没有这通电话的话单', en: 'no records tell of its call' },
  sides_unknown: {
    zh: '话单没有说明哪个文件是坐席、通话的是哪位坐席',
    en: "records do not tell which file is the agent's, or which agent it was",
  },
  several_agents: {
    zh: '一个文件里有几个人与客户的通话，无法分开',
    en: 'it holds the talks of several people with the customer, and cannot be told apart',
  },
  consultation: {
    zh: '这是坐席之间的商询，不是与客户的通话，不作为任何通话段的录音',
    en: 'it is a consultation between colleagues, which is no leg that recordings are placed on',
  },
  too_large: { zh: '文件超过上限', en: 'the file is over the limit' },
  refused: { zh: '录音没有被接收', en: 'the recording was refused' },
  other_format: { zh: '不是这个系统的话单', en: 'not records of this telephone system' },
  no_line_end: { zh: '一行超过 1 MB，无法读取', en: 'a line is over 1 MB and cannot be read' },
} as const satisfies Record<string, Bilingual>;
export type AsideReason = keyof typeof ASIDE_WORDS;
export const asideReasonSchema = z.enum(Object.keys(ASIDE_WORDS) as [AsideReason, ...AsideReason[]]);

/** Why a whole folder cannot be read. */
export const FOLDER_PROBLEM_WORDS = {
  not_allowed: {
    zh: '文件夹不在 SHOUWEN_WATCHED_DIRS 允许的目录之下',
    en: 'The folder does not lie under a directory that SHOUWEN_WATCHED_DIRS allows',
  },
  missing: { zh: '文件夹不存在（磁盘可能没有挂载）', en: 'The folder is not there (is a disk not mounted?)' },
  unreadable: { zh: '文件夹无法读取，请检查权限', en: 'The folder cannot be read; check its permissions' },
} as const satisfies Record<string, Bilingual>;
export type FolderProblem = keyof typeof FOLDER_PROBLEM_WORDS;
export const folderProblemSchema = z.enum(Object.keys(FOLDER_PROBLEM_WORDS) as [FolderProblem, ...FolderProblem[]]);

/** A file that was put aside, for a person to see. */
export const asideFileSchema = z.object({
  fileId: z.uuid(),
  /** Below the folder. */
  name: z.string(),
  bytes: z.number(),
  since: z.iso.datetime(),
  reason: asideReasonSchema,
  /** With `incomplete`, which parts; with `unknown_extension`, which one; with `call_unknown`, the id of the channel. */
  about: z.array(z.string()),
  /** With `refused`, in the words of the refusal. */
  said: bilingualSchema.nullable(),
  /** It will be tried again; it may take some seconds. */
  again: z.boolean(),
});
export type AsideFile = z.infer<typeof asideFileSchema>;
