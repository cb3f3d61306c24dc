import type * as contracts from '#contracts';
import type { BatchForm, ManifestFault, RefusalOf, SentCall, uploadRoutes } from '#contracts';
import { type Pause, brokeOff, canSend, isInBrowser, isInFlight, type FileState } from './pause.rules.js';
import { keepBatch, takeKeptBatch } from './kept-batch.js';
import { QueuePause } from './queue-pause.js';
import type { DroppedFile } from './drop-zone.js';
import { sendFile, type Sent } from './send-file.js';
import { StageWatch } from './stage-watch.js';
import { saidOf, shown, type FileSaid, type Held, type UploadFile } from './file-dialog.js';

/** How many files are sent at once: more would only share the same line. */
const AT_ONCE = 3;
/** What is said to an agent's channel where the file has one channel only. */
const ONE_CHANNEL: RefusalOf<typeof uploadRoutes.upload> = 'agent_channel_on_mono';
/** Screens hear of changes at most this often, however many files move. */
const TELL_MS = 100;

/** What the screen and the work tray show; a new object whenever something changed. */
export interface Desk {
  files: readonly UploadFile[];
  manifestFaults: readonly { path: string; fault: ManifestFault }[];
  /** When sending began, ms since 1970; null before. */
  startedAt: number | null;
  /** Nothing is sent until then. */
  pause: Pause | null;
}

let rows = 0;

const EMPTY: Desk = { files: [], manifestFaults: [], startedAt: null, pause: null };

/** How a folder is read. The screen brings it along: the desk is on every screen, which would load it too. */
export type FolderReading = Pick<
  typeof contracts,
  'entryFor' | 'metadataOf' | 'notThere' | 'readManifest' | 'sortFolder'
>;

/**
 * Holds the files of a batch for as long as the page is open, on any screen: sends three at a time, waits where the server asks for it or
 * does not answer, then asks what becomes of them until each has come to its end.
 */
export class UploadDesk {
  private held: Held[] = [];
  private desk = EMPTY;
  private readonly listeners = new Set<() => void>();
  private readonly aborts = new Map<string, AbortController>();
  private readonly watch = new StageWatch(
    () => this.held.flatMap(({ state }) => (state.kind === 'taken' && isInFlight(state) ? [state.callId] : [])),
    (calls) => this.heard(calls),
  );
  private readonly queue = new QueuePause(() => this.next());
  private folder: FolderReading | null = null;
  private form: BatchForm | null = null;
  private timeZone = 'UTC';
  private owner: string | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly read = (): Desk => this.desk;

  /** Another account at this machine finds an empty desk; the same one, after a reload, what became of its batch. */
  belongTo(accountId: string): void {
    if (this.owner === accountId) return;
    if (this.owner !== null) this.clear();
    this.owner = accountId;
    const kept = takeKeptBatch(accountId);
    if (!kept) return;
    const restored = { audio: null, wordsFile: null, entry: null, own: {}, silences: 0 };
    this.held = kept.rows.map((row) => ({ id: String(++rows), ...row, ...restored }));
    this.tell({ startedAt: kept.startedAt });
    this.watch.soon();
  }

  /** The page goes away: what it sent is found again when this tab reads it again. */
  leave(): void {
    const { startedAt } = this.desk;
    if (this.owner !== null && startedAt !== null) keepBatch(this.owner, startedAt, this.held);
  }

  async add(dropped: readonly DroppedFile[], folder: FolderReading): Promise<void> {
    this.folder = folder;
    // A file that went with an earlier page is taken again under its name.
    const given = new Set(dropped.map(({ path }) => path));
    this.held = this.held.filter(({ audio, state, path }) => audio || state.kind === 'taken' || !given.has(path));
    const known = new Set(this.held.map(({ path }) => path));
    const { recordings, manifests, skipped } = folder.sortFolder(dropped.filter(({ path }) => !known.has(path)));
    const read = await Promise.all(
      manifests.map(async ({ file, path }) => ({ path, manifest: folder.readManifest(path, await file.text()) })),
    );
    const found = recordings.map(({ file, words }) =>
      this.row(file, { kind: 'ready' }, words, folder.entryFor(file.path, read)),
    );
    this.held = [...this.held, ...found, ...skipped.map(({ file, why }) => this.row(file, { kind: 'skipped', why }))];
    const paths = new Set(this.held.map(({ path }) => path));
    const faults = read.flatMap(({ path, manifest }) =>
      [...manifest.faults, ...folder.notThere(path, manifest, paths)].map((fault) => ({ path, fault })),
    );
    this.tell({ manifestFaults: [...this.desk.manifestFaults, ...faults] });
  }

  /** Sends everything that can be sent, or one file, with what the form says now. */
  start(form: BatchForm, timeZone: string, id?: string): void {
    [this.form, this.timeZone] = [form, timeZone];
    for (const file of this.held) {
      if (!canSend(file.state) || (id !== undefined && file.id !== id)) continue;
      [file.state, file.silences] = [{ kind: 'waiting' }, 0];
    }
    this.queue.startOver();
    this.tell({ startedAt: this.desk.startedAt ?? Date.now() });
    this.next();
  }

  /** Sends again what broke off or was cancelled; what was refused is refused again until a person changes something. */
  retryFailed(form: BatchForm, timeZone: string): void {
    for (const { id, state } of this.held) if (brokeOff(state)) this.start(form, timeZone, id);
  }

  /** What a person says of one file. A call that was held back goes out again under a new id, as another call. */
  describe(id: string, said: FileSaid): void {
    const file = this.held.find((one) => one.id === id);
    if (!file) return;
    file.own = { ...file.own, ...said };
    const heldBack = file.state.kind === 'taken' && file.state.stage === 'not_recorded';
    if (heldBack && said.externalId !== undefined && file.audio) file.state = { kind: 'ready' };
    this.tell();
  }

  /** Stops what has not been taken yet, all of it or one file. What was taken stays. */
  cancel(id?: string): void {
    for (const file of this.held) {
      if (!isInBrowser(file.state) || (id !== undefined && file.id !== id)) continue;
      if (file.state.kind === 'waiting') file.state = { kind: 'cancelled' };
      this.aborts.get(file.id)?.abort();
    }
    this.tell();
  }

  /** Empties the table; what was taken goes on at the server. */
  clear(): void {
    this.cancel();
    this.held = [];
    this.form = null;
    this.watch.stop();
    this.tell({ ...EMPTY, pause: this.queue.current });
  }

  /** A live delta told that a call changed. */
  callChanged(callId: string): void {
    if (this.held.some(({ state }) => state.kind === 'taken' && state.callId === callId)) this.watch.soon();
  }

  private row(
    { file, path }: DroppedFile,
    state: FileState,
    words: DroppedFile | null = null,
    entry: Held['entry'] = null,
  ): Held {
    const about = { path, bytes: file.size, words: words?.path.slice(words.path.lastIndexOf('/') + 1) ?? null };
    return {
      id: String(++rows),
      ...about,
      state,
      audio: file,
      wordsFile: words?.file ?? null,
      entry,
      own: {},
      silences: 0,
    };
  }

  private next(): void {
    this.tell({ pause: this.queue.current });
    if (this.queue.current) return;
    for (const file of this.held) {
      if (this.aborts.size >= AT_ONCE) return;
      if (file.state.kind === 'waiting') void this.send(file);
    }
  }

  private async send(file: Held): Promise<void> {
    const { audio } = file;
    if (!audio) return this.set(file, { kind: 'failed', why: 'not_kept' });
    const made =
      this.form &&
      this.folder?.metadataOf(
        this.form,
        saidOf(file),
        { path: file.path, lastModified: audio.lastModified },
        this.timeZone,
      );
    if (!made) return;
    if ('faults' in made) {
      file.state = { kind: 'held', faults: made.faults, line: file.entry?.line ?? null };
      return this.tell();
    }
    const abort = new AbortController();
    this.aborts.set(file.id, abort);
    const onProgress = (share: number) => this.set(file, { kind: 'sending', share });
    const sending = { audio, words: file.wordsFile, onProgress, signal: abort.signal };
    onProgress(0);
    let sent = await sendFile({ ...sending, metadata: made.metadata });
    // The batch says which channel is the agent's in files that have two; a file with one needs no such word.
    if (sent.state.kind === 'refused' && sent.state.code === ONE_CHANNEL && !file.entry?.agentChannel) {
      const { agentChannel: _, ...mono } = made.metadata;
      sent = await sendFile({ ...sending, metadata: mono });
    }
    this.aborts.delete(file.id);
    // Cancelled in the moment when it came back: it must not go out again.
    if (abort.signal.aborted && sent.setback) sent = { state: { kind: 'cancelled' }, setback: null };
    this.settle(file, sent);
    this.next();
  }

  /** The result becomes its state, unless the server did not read it and it may wait for another try. */
  private settle(file: Held, { state, setback }: Sent): void {
    const verdict = setback && this.queue.hold(setback, file.silences);
    if (setback?.why === 'silent') file.silences++;
    file.state = setback && verdict === 'again' ? { kind: 'waiting', after: setback.why } : state;
    if (verdict === 'all_failed')
      for (const other of this.held) if (other.state.kind === 'waiting') other.state = state;
    if (state.kind === 'taken' || (state.kind === 'refused' && !setback)) this.queue.startOver();
    if (state.kind === 'taken') this.watch.soon();
  }

  private heard(calls: readonly SentCall[]): boolean {
    const byId = new Map(calls.map((call) => [call.callId, call]));
    let changed = false;
    for (const file of this.held) {
      const call = file.state.kind === 'taken' ? byId.get(file.state.callId) : undefined;
      if (!call || file.state.kind !== 'taken') continue;
      const { stage, stageReason: reason, progress } = call;
      changed ||= stage !== file.state.stage;
      file.state = { ...file.state, stage, reason, progress };
    }
    this.tell();
    return changed;
  }

  private set(file: Held, state: FileState): void {
    file.state = state;
    this.tell();
  }

  private tell(change: Partial<Desk> = {}): void {
    this.desk = { ...this.desk, ...change };
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      const files = this.held.map(shown);
      this.desk = { ...this.desk, files };
      for (const listener of this.listeners) listener();
    }, TELL_MS);
  }
}

/** The one desk of this page. */
export const uploadDesk = new UploadDesk();
