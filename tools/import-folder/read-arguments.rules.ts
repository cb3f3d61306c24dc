import { parseArgs } from 'node:util';
import { type BatchForm } from '#contracts';

export interface ImportArguments {
  folder: string;
  url: string;
  /** What is true of every file that says nothing else. */
  form: BatchForm;
  /** Patterns of names, the first that fits counts. */
  names: string[];
  timeZone: string;
  atOnce: number;
  dryRun: boolean;
  /** Where the report goes, and where progress is kept; null: beside the recordings. */
  report: string | null;
  progress: string | null;
}

export const USAGE = `API_TOKEN=sw_… npm run import-folder -- FOLDER --url https://shouwen.example.com --source pbx-1 --consent announced

--url URL              the product's address, without /api
--source NAME          the telephone system, as calls are to name it
--region CN|US-CA      decides the consent rule (the company profile's unless said otherwise)
--consent STATE        announced, given, declined, withdrawn, not_required or unknown: it is never assumed
--consent-reason, --consent-evidence, --consent-reference
--direction            inbound, outbound or internal, where neither manifest nor name says it: it decides the consent rule, too
--language             zh, en or unknown (unless said otherwise)
--agent-channel        left or right, of files with two channels
--staff-number, --extension   the agent, where neither manifest nor name says one
--transfer, --hangup-party   none, warm or blind; agent, customer or system: left out, it is not known, and not counted
--name PATTERN         reads names: '{direction}-{customerNumber}-{extension}-{*}-{*}-{externalId}'; may be given several times
--started-by           name (unless said otherwise) or file_date
--time-zone            of times in names: Asia/Shanghai (the company profile's unless said otherwise)
--at-once N            files on their way together, 1 to 8 (3)
--report FILE          the report, as CSV
--progress FILE        what was sent, to go on later: FOLDER/.shouwen-import.ndjson unless said otherwise
--dry-run              reads everything and says what would be sent; sends nothing`;

const text = { type: 'string' } as const;
const OPTIONS = {
  ...{ url: text, source: text, region: text, direction: text, language: text, consent: text, report: text },
  ...{ 'consent-reason': text, 'consent-evidence': text, 'consent-reference': text, 'agent-channel': text },
  ...{ 'staff-number': text, extension: text, 'started-by': text, 'time-zone': text, 'at-once': text, progress: text },
  ...{ transfer: text, 'hangup-party': text },
  name: { type: 'string', multiple: true },
  'dry-run': { type: 'boolean', default: false },
} as const;

/** What the command line says; region '' and zone null: the company profile does. */
export type GivenArguments = Omit<ImportArguments, 'timeZone'> & { timeZone: string | null };

/** @throws Error that names every argument that cannot be used */
export function readArguments(args: readonly string[]): GivenArguments {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const { url = '', source = '', region = '', consent = '', extension, report, progress } = values;
  const atOnce = Number(values['at-once'] ?? 3);
  const timeZone = values['time-zone'] ?? null;
  const [agentChannel, startedBy] = [values['agent-channel'] ?? '', values['started-by'] ?? 'name'];
  const problems = [
    ...(positionals.length === 1 ? [] : ['name one folder']),
    ...(values['dry-run'] || /^https?:\/\/[^/]+/.test(url) ? [] : ['--url: the address of the product, https://…']),
    ...Object.entries({ source, consent }).flatMap(([name, value]) => (value === '' ? [`--${name} is missing`] : [])),
    ...(Number.isInteger(atOnce) && atOnce >= 1 && atOnce <= 8 ? [] : ['--at-once: 1 to 8']),
    ...(['', 'left', 'right'].includes(agentChannel) ? [] : ['--agent-channel: left or right']),
    ...(['name', 'file_date'].includes(startedBy) ? [] : ['--started-by: name or file_date']),
    ...(values['staff-number'] !== undefined && extension !== undefined
      ? ['--staff-number or --extension, not both']
      : []),
    ...(timeZone === null || isZone(timeZone) ? [] : [`--time-zone: "${timeZone}" is not known, as Asia/Shanghai is`]),
  ];
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const form: BatchForm = {
    ...{ source, region, consent },
    direction: values.direction ?? '',
    language: values.language ?? 'unknown',
    consentReason: values['consent-reason'] ?? '',
    consentEvidence: values['consent-evidence'] ?? '',
    consentReference: values['consent-reference'] ?? '',
    agentBy: extension === undefined ? 'staffNumber' : 'extension',
    agent: extension ?? values['staff-number'] ?? '',
    agentChannel: agentChannel as BatchForm['agentChannel'],
    startedBy: startedBy as BatchForm['startedBy'],
    ...{ transfer: values.transfer ?? '', hangupParty: values['hangup-party'] ?? '' },
  };
  const [folder = ''] = positionals;
  const places = { report: report ?? null, progress: progress ?? null };
  return { folder, url, form, names: values.name ?? [], timeZone, atOnce, dryRun: values['dry-run'], ...places };
}

function isZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}
