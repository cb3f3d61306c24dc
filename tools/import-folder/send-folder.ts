import { openAsBlob } from 'node:fs';
import { basename, join } from 'node:path';
import { metadataOf, uploadRoutes, type RefusalOf, type UploadMetadata, type UploadResult } from '#contracts';
import { type Field } from '../sending/form.js';
import { Refused, type Transport, Unreachable } from '../sending/transport.js';
import { hashOf, refusalOf } from './look-at-file.js';
import { type ProgressFile } from './progress-file.js';
import { type ImportArguments } from './read-arguments.rules.js';
import { type Found, type ReadFolder } from './read-folder.js';

/** What became of one file. */
export interface Row {
  path: string;
  result:
    | 'sent'
    | 'already_there'
    | 'skipped'
    | 'refused'
    | 'incomplete_metadata'
    | 'failed'
    | 'not_reached'
    | 'would_send'
    | 'would_refuse';
  /** The code of a refusal. */
  code: string;
  why: string;
  externalId: string;
  callId: string;
  sha256: string;
  saidBy: string;
}

/** After so many files in a row without an answer the rest is left for another run. */
const SILENCES = 3;
/** The code of a file that cannot be read here. */
const UNREADABLE = 'unreadable';
/** With these, what is wrong is the token and not the file. */
const OF_THE_TOKEN = ['token_unknown', 'not_signed_in', 'forbidden', 'token_from_elsewhere', 'rights_suspended'];
/** The batch says which channel is the agent's; a file with one channel needs no such word. */
const ONE_CHANNEL: RefusalOf<typeof uploadRoutes.upload> = 'agent_channel_on_mono';

export interface Sending {
  transport: Transport;
  progress: ProgressFile;
  given: ImportArguments;
  language: 'zh' | 'en';
  /** Told of each file when it has come to its end. */
  onRow: (row: Row) => void;
}

/** Sends what a folder holds, a few at a time. Every file of it has one row. */
export async function sendFolder({ found, skipped }: ReadFolder, sending: Sending): Promise<Row[]> {
  const { given, onRow } = sending;
  const rows: Row[] = [];
  const ended = (row: Row) => {
    rows.push(row);
    onRow(row);
  };
  for (const { path, why } of skipped) ended({ ...blank(path), result: 'skipped', why });
  const queue = [...found];
  let silences = 0;
  let stopped: string | null = null;
  const work = async () => {
    for (let file = queue.shift(); file; file = queue.shift()) {
      if (stopped !== null) {
        ended({ ...blank(file.path), result: 'not_reached', why: stopped });
        continue;
      }
      const row = await sendOne(file, sending);
      // A file that this machine cannot read says nothing of the server.
      if (row.code !== UNREADABLE) silences = row.result === 'failed' ? silences + 1 : 0;
      if (silences >= SILENCES) stopped = 'the server does not answer; run it again later';
      if (OF_THE_TOKEN.includes(row.code)) stopped = `the token is refused: ${row.code}`;
      ended(row);
    }
  };
  await Promise.all(Array.from({ length: given.atOnce }, work));
  return rows;
}

async function sendOne(file: Found, sending: Sending): Promise<Row> {
  const { given, progress } = sending;
  const row = { ...blank(file.path), saidBy: file.saidBy };
  const before = progress.unchanged(file);
  if (before) return { ...row, ...ofSent(before), result: 'already_there', why: 'sent by an earlier run' };
  // With the folder's own name, as the Upload screen has it: a folder that went that way before is known again.
  const placed = { ...file, path: `${basename(given.folder)}/${file.path}` };
  const made = metadataOf(given.form, file.entry, placed, given.timeZone);
  if ('faults' in made) return { ...row, result: 'incomplete_metadata', why: made.faults.join(', ') };
  const { metadata } = made;
  const about = { ...row, externalId: metadata.externalId };
  try {
    const sha256 = await hashOf(join(given.folder, file.path));
    // Without an id of its own its place is its id: the same bytes in another place are the same recording, moved or copied.
    const same = file.entry?.externalId === undefined ? progress.sameBytes(sha256) : null;
    if (same)
      return { ...about, ...ofSent(same), result: 'already_there', why: `the same bytes were sent as ${same.path}` };
    if (given.dryRun) return { ...about, sha256, ...(await wouldBe(file, metadata, sending)) };
    const taken = await upload(file, metadata, sending);
    await progress.keep({ ...bytesOf(file), sha256, callId: taken.callId });
    const result = taken.duplicate ? 'already_there' : 'sent';
    return { ...about, result, callId: taken.callId, sha256, why: told(taken) };
  } catch (error) {
    return { ...about, ...failure(error, sending.language) };
  }
}

/** What a run would end with, as far as the file itself tells: staff numbers and consent rules are the server's. */
async function wouldBe(file: Found, metadata: UploadMetadata, { given, language }: Sending): Promise<Partial<Row>> {
  const refusal = await refusalOf(join(given.folder, file.path), metadata, !file.entry?.agentChannel);
  if (!refusal) return { result: 'would_send' };
  return { result: 'would_refuse', code: refusal.code, why: refusal.words[language] };
}

async function upload(file: Found, metadata: UploadMetadata, { transport, given }: Sending): Promise<UploadResult> {
  const audio = await openAsBlob(join(given.folder, file.path));
  const transcript = file.words === null ? undefined : await openAsBlob(join(given.folder, file.words));
  // Always the name of the part: what a file is called says nothing.
  const files: Field[] = [['audio', audio], ...(transcript ? [['transcript', transcript] as Field] : [])];
  const send = (said: UploadMetadata) =>
    transport.send({
      method: 'POST',
      path: uploadRoutes.upload.path,
      form: [['metadata', JSON.stringify(said)], ...files],
    });
  try {
    return (await send(metadata)) as UploadResult;
  } catch (error) {
    const mono = error instanceof Refused && error.problem.code === ONE_CHANNEL && !file.entry?.agentChannel;
    if (!mono) throw error;
    const { agentChannel: _, ...without } = metadata;
    return (await send(without)) as UploadResult;
  }
}

/** What a person should know of a recording that was taken. */
function told({ stage, stageReason, incomplete, resent, words }: UploadResult): string {
  return [
    stage === 'not_recorded' ? `not kept: ${stageReason ?? 'consent'}` : '',
    incomplete ? 'shorter than it says' : '',
    resent && resent.fields.length > 0 ? `said otherwise before: ${resent.fields.join(', ')}` : '',
    words?.usable === false ? `its words are not used: ${words.code}` : '',
  ]
    .filter((part) => part !== '')
    .join('; ');
}

function failure(error: unknown, language: 'zh' | 'en'): Pick<Row, 'result' | 'code' | 'why'> {
  if (error instanceof Refused) {
    const { code, status, ref, detail, fields = [] } = error.problem;
    const about = fields.length === 0 ? '' : ` (${fields.map(({ path }) => path).join(', ')})`;
    const passing = status === 429 || status >= 500;
    return { result: passing ? 'failed' : 'refused', code, why: `${detail[language]}${about} [${ref}]` };
  }
  if (error instanceof Unreachable) return { result: 'failed', code: 'unreachable', why: error.message };
  return { result: 'failed', code: UNREADABLE, why: (error as Error).message };
}

const bytesOf = ({ path, bytes, lastModified }: Found) => ({ path, bytes, lastModified });
const ofSent = ({ callId, sha256 }: { callId: string; sha256: string }) => ({ callId, sha256 });
const blank = (path: string): Row => ({
  ...{ path, result: 'skipped', code: '', why: '', externalId: '', callId: '', sha256: '', saidBy: '' },
});
