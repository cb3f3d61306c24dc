import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'oxfmt';
import { type Bilingual } from '#contracts';
import { type Refusal } from '#platform';
import { FRAMEWORK_CODES } from '../../apps/api/src/http/framework-words.js';
import { BAD_INPUT, STATUS } from '../../apps/api/src/http/problem.js';
import { uploadRefusals } from '../../apps/api/src/ingest/upload-refusals.js';
import { apiRefusals } from '../../apps/api/src/refusals.js';
import { callsRefusals } from '../../libs/calls/src/refusals.js';
import { legalRefusals } from '../../libs/legal/src/refusals.js';
import { peopleRefusals } from '../../libs/people/src/refusals.js';
import { platformRefusals } from '../../libs/platform/src/refusals.js';
import { qualityRefusals } from '../../libs/quality/src/refusals.js';
import { recordingsRefusals } from '../../libs/recordings/src/refusals.js';
import { retentionRefusals } from '../../libs/retention/src/refusals.js';
import { transcriptsRefusals } from '../../libs/transcripts/src/refusals.js';
import { webhooksRefusals } from '../../libs/webhooks/src/refusals.js';

export const ERRORS_FILE = join(process.cwd(), 'docs/operations/errors.md');

/** One refusal as the catalogue has it: `…` stands for what is filled in when it is said. */
export interface KnownError {
  code: string;
  status: number;
  words: Bilingual;
}

/** Anything that a row may be filled in with: what is read or called of it is `…` again. */
const ANYTHING: never = new Proxy(() => undefined, {
  get: (_, name) => (name === Symbol.toPrimitive ? () => '…' : ANYTHING),
  apply: () => ANYTHING,
}) as never;

/** Every refusal of every table, and what the framework refuses before our own code is asked. */
export function errorsOfTables(): KnownError[] {
  const tables = [
    ...[platformRefusals, peopleRefusals, callsRefusals, recordingsRefusals, transcriptsRefusals, qualityRefusals],
    ...[legalRefusals, retentionRefusals, webhooksRefusals, apiRefusals, uploadRefusals],
  ];
  const rows = tables.flatMap((table) => Object.values<Refusal<never[]>>(table)).map(({ row }) => row);
  const ours = rows.map(({ code, kind, words }) => {
    const { zh, en } = typeof words === 'function' ? words(ANYTHING, ANYTHING, ANYTHING) : words;
    return { code, status: STATUS[kind], words: { zh: shown(zh), en: shown(en) } };
  });
  return [...ours, ...FRAMEWORK_CODES, { code: 'bad_input', status: 400, words: BAD_INPUT }];
}

/** What was reckoned out of `…` is as little known. */
const shown = (text: string): string => String(text).replaceAll('NaN', '…');

const cell = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('|', '\\|');

/** The page, formatted like the rest. */
export async function catalogueOf(errors: readonly KnownError[]): Promise<string> {
  const codes = [...new Set(errors.map(({ code }) => code))].toSorted();
  const rows = codes.map((code) =>
    rowOf(
      code,
      errors.filter((one) => one.code === code),
    ),
  );
  const text = `${HEAD}\n${rows.join('\n')}\n`;
  const like = JSON.parse(readFileSync(join(process.cwd(), '.oxfmtrc.json'), 'utf8'));
  return (await format(ERRORS_FILE, text, like)).code;
}

function rowOf(code: string, same: readonly KnownError[]): string {
  const statuses = [...new Set(same.map(({ status }) => status))].sort().join(', ');
  const said = [...new Map(same.map(({ words }) => [words.en, words])).values()];
  const [en, zh] = [said.map((one) => one.en).join('<br>'), said.map((one) => one.zh).join('<br>')];
  return `| \`${code}\` | ${statuses} | ${cell(en)} | ${cell(zh)} |`;
}

const HEAD = `# Errors · 错误一览

<!-- Written by \`npm run docs:errors\` from the tables of refusals. Do not edit: change the words in the table, and run it again. -->

Every refusal of the API is a problem document (RFC 9457, \`application/problem+json\`). \`code\` never changes its meaning: programmes go by it. \`detail\` says in both languages what happened and what to do; \`title\` is in the language of \`Accept-Language\`. \`fields\` names each place in the request that does not fit, in both languages. \`fault\` says whose it is, which decides whether trying again helps: \`caller\` (change the request), \`ours\`, \`vendor\`, \`storage\` (try again; if it stays, tell an administrator \`ref\`, which finds the log line). With 429 and some others, \`Retry-After\` says in how many seconds the next try is looked at. A \`…\` below stands for what is filled in.

接口的每个拒绝都是问题文档（RFC 9457）。程序按 \`code\` 判断；\`detail\` 用中英文写明原因和办法；\`fields\` 逐处说明请求哪里不对；\`fault\` 说明是哪一方的问题：\`caller\` 请改请求，\`ours\`、\`vendor\`、\`storage\` 请稍后再试，仍不行把 \`ref\` 告诉管理员。429 时 \`Retry-After\` 是还要等的秒数。下表中的 \`…\` 是随情况填入的内容。

| Code | Status | What it says, and what to do | 含义与办法 |
| --- | --- | --- | --- |`;
