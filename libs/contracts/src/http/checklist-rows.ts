import { z } from 'zod';
import { callDirectionSchema, checklistIdSchema } from '../checklist.js';
import { bilingualSchema, nameSchema } from '../language.js';
import { importedChecklistSchema } from './checklists.js';

export const MOST_IMPORT_ROWS = 500;
export const MOST_IMPORT_CELLS = 40;
export const MOST_CELL_CHARS = 4000;

/** The columns of a checklist as a spreadsheet: one row an item. Each is known by its headings in either language, and by its name here. */
export const CHECKLIST_COLUMNS = {
  section: { zh: '环节', en: 'Section' },
  itemZh: { zh: '评分项（中文）', en: 'Item (Chinese)' },
  itemEn: { zh: '评分项（英文）', en: 'Item (English)' },
  weight: { zh: '分值', en: 'Weight' },
  critical: { zh: '关键项', en: 'Critical' },
  clause: { zh: '制度条款', en: 'Policy clause' },
  how: { zh: '检查方式', en: 'Judged by' },
  phrasesZh: { zh: '中文说法', en: 'Phrases (Chinese)' },
  phrasesEn: { zh: '英文说法', en: 'Phrases (English)' },
  speaker: { zh: '说话方', en: 'Said by' },
  zone: { zh: '位置', en: 'Where' },
  seconds: { zh: '开头秒数', en: 'Within seconds' },
  adviceZh: { zh: '改进建议（中文）', en: 'Advice (Chinese)' },
  adviceEn: { zh: '改进建议（英文）', en: 'Advice (English)' },
  id: { zh: '评分项编号', en: 'Item id' },
} as const;
export type ChecklistColumn = keyof typeof CHECKLIST_COLUMNS;

export const checklistRowsSchema = z
  .object({
    checklistId: checklistIdSchema,
    /** Without, the title stays as it is in the open draft or the newest version; likewise the directions. */
    title: nameSchema(z.string().trim().max(200)).optional(),
    directions: z.array(callDirectionSchema).min(1).max(3).optional(),
    /** The first row is the heading. */
    rows: z
      .array(z.array(z.string().max(MOST_CELL_CHARS)).max(MOST_IMPORT_CELLS))
      .min(2)
      .max(MOST_IMPORT_ROWS + 1),
    /** Keep it as the draft. Without, it is only read and told about. */
    apply: z.boolean(),
    /** The revision of the draft that it replaces; null where none is open. Asked for with `apply`. */
    replaces: z.number().int().positive().nullable().optional(),
  })
  .strict();
export type ChecklistRows = z.infer<typeof checklistRowsSchema>;

/** What is wrong with a row; `row` counts as spreadsheets do, 1 being the heading. */
export const rowProblemSchema = z.object({
  row: z.number().int(),
  column: z.string().nullable(),
  words: bilingualSchema,
});
export type RowProblem = z.infer<typeof rowProblemSchema>;

/** With problems nothing is kept. `keptIds`: items that go on under the id that they have in the draft or a version. */
export const importedRowsSchema = importedChecklistSchema.extend({
  problems: z.array(rowProblemSchema),
  keptIds: z.number().int(),
});
export type ImportedRows = z.infer<typeof importedRowsSchema>;
