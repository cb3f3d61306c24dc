import { ROUTES } from '#contracts';
import { KNOWN_REFUSALS, type KnownRefusal } from '../../apps/api/src/http/known-refusals.js';

const cell = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('|', '\\|');

/** Every code with its status, its words in both languages and the routes that declare it, as Markdown. */
export function catalogue(): string {
  const known = [...KNOWN_REFUSALS.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1));
  return `${HEAD}\n${known.map(rowOf).join('\n')}\n`;
}

function rowOf({ code, status, words }: KnownRefusal): string {
  const [en, zh] = [words.map((one) => one.en).join('<br>'), words.map((one) => one.zh).join('<br>')];
  const routes = ROUTES.filter(({ refusals }) => refusals?.includes(code)).map(({ id }) => `\`${id}\``);
  return `| \`${code}\` | ${status} | ${cell(en)} | ${cell(zh)} | ${routes.join(', ')} |`;
}

const HEAD = `# Errors · 错误一览

Every refusal of the API is a problem document (RFC 9457, \`application/problem+json\`). \`code\` never changes its meaning: programmes go by it. \`detail\` says in both languages what happened and what to do; \`title\` is in the language of \`Accept-Language\`. \`fields\` names each place in the request that does not fit, in both languages. \`fault\` says whose it is, which decides whether trying again helps: \`caller\` (change the request), \`ours\`, \`vendor\`, \`storage\` (try again; if it stays, tell an administrator \`ref\`, which finds the log line). With 429 and some others, \`Retry-After\` says in how many seconds the next try is looked at. A \`…\` below stands for what is filled in. The last column names the routes that declare the code, by their \`operationId\`; where it is empty, the code follows from a route’s shape (who asks, how, how the machine is) or ends a piece of work in the background.

接口的每个拒绝都是问题文档（RFC 9457）。程序按 \`code\` 判断；\`detail\` 用中英文写明原因和办法；\`fields\` 逐处说明请求哪里不对；\`fault\` 说明是哪一方的问题：\`caller\` 请改请求，\`ours\`、\`vendor\`、\`storage\` 请稍后再试，仍不行把 \`ref\` 告诉管理员。429 时 \`Retry-After\` 是还要等的秒数。下表中的 \`…\` 是随情况填入的内容；最后一列是会给出该错误的接口（\`operationId\`），空白表示任何接口都可能给出，或只出现在后台任务中。

| Code | Status | What it says, and what to do | 含义与办法 | Routes · 接口 |
| --- | --- | --- | --- | --- |`;
