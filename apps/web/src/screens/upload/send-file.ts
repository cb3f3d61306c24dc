import { ACCOUNT_HEADER, problemSchema, uploadResultSchema, uploadRoutes, type UploadMetadata } from '#contracts';
import { addressOf } from '../../data/api.js';
import { asksAs } from '../../data/http.js';
import { setbackOf, type PauseReason, type FileState } from './pause.rules.js';

export interface Sending {
  metadata: UploadMetadata;
  audio: File;
  words: File | null;
  /** 0–1 of the bytes. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

/** The result, and where the server can be asked again, why it said nothing now. */
export interface Sent {
  state: FileState;
  setback: PauseReason | null;
}

/** Sends one call, metadata before sound. Never throws: every result is a state. `fetch` cannot tell how much it has sent. */
export function sendFile({ metadata, audio, words, onProgress, signal }: Sending): Promise<Sent> {
  const form = new FormData();
  form.append('metadata', JSON.stringify(metadata));
  // Always the same name: what the file is called says nothing, and some names break a multipart header.
  form.append('audio', audio, 'audio');
  if (words) form.append('transcript', words, 'transcript');
  const account = asksAs();
  // The page is locked: nothing is sent for the one who has the browser's session by now.
  if (account === null) return Promise.resolve({ state: stateOf(401, ''), setback: null });
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open(uploadRoutes.upload.method, addressOf(uploadRoutes.upload));
    if (account !== undefined) request.setRequestHeader(ACCOUNT_HEADER, account);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () =>
      done({
        state: stateOf(request.status, request.responseText),
        setback: setbackOf(request.status, request.getResponseHeader('retry-after'), Date.now()),
      });
    request.onabort = () => done(CANCELLED);
    request.onerror = () => void whyNothing(audio).then(done);
    signal.addEventListener('abort', () => request.abort(), { once: true });
    if (signal.aborted) done(CANCELLED);
    else request.send(form);
  });
}

const CANCELLED: Sent = { state: { kind: 'cancelled' }, setback: null };

/** A file that was changed or taken away since it was chosen fails like a broken connection: only reading it tells which. */
async function whyNothing(audio: File): Promise<Sent> {
  const readable = await audio
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    );
  if (!readable) return { state: { kind: 'failed', why: 'file_gone' }, setback: null };
  return { state: { kind: 'failed', why: 'unreachable' }, setback: setbackOf(0, null, Date.now()) };
}

function stateOf(status: number, text: string): FileState {
  const body = parse(text);
  if (status === 401) return { kind: 'failed', why: 'signed_out' };
  if (status === 503) return { kind: 'failed', why: 'unavailable' };
  if (status < 300) {
    const result = uploadResultSchema.safeParse(body);
    if (!result.success) return { kind: 'failed', why: 'unreadable' };
    const { callId, stage, stageReason: reason, duplicate: alreadyHere, incomplete } = result.data;
    return { kind: 'taken', callId, stage, reason, progress: null, alreadyHere, incomplete };
  }
  const problem = problemSchema.safeParse(body);
  // A proxy in front of a stopped API answers in its own words.
  if (!problem.success) return { kind: 'failed', why: status >= 500 ? 'unreachable' : 'unreadable' };
  const { code, detail, ref, fields = [] } = problem.data;
  return { kind: 'refused', code, detail, ref, fields: fields.map(({ path }) => path).join(', ') };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
