/*
 * How a log is read as it grows
 *   1. It is known by its inode, whatever it is called: rotated, it is read to its end before the one that took its name.
 *   2. Whole lines alone are read, a piece at a time, and their records stored.
 *   3. Then the row says how far it was read. Killed before, the same lines are read again, and are the same records.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, In, Not } from 'typeorm';
import { Clock } from '#platform';
import { TelephonySourceRow } from '#telephony';
import { toRead, type TailFile, type TailRead, type TailedLines } from '#telephony/rules';
import { TelephonyRecords } from '../records/telephony-records.service.js';
import { FolderLedger } from './folder-ledger.service.js';
import { openWithin, type OpenFile } from './folder-root.js';
import { type WalkedFile } from './folder-walk.js';
import { linesBefore, nextLines } from './log-pieces.js';
import { WatchedLog } from './watched-file.entity.js';

/** Of all logs of a folder in one look, so that none keeps the others waiting. */
const PIECES = 64;
/** Lines that are named on the screen. */
const NAMED = 20;

@Injectable()
export class LogsOfFolders {
  constructor(
    private readonly source: DataSource,
    private readonly records: TelephonyRecords,
    private readonly ledger: FolderLedger,
    private readonly clock: Clock,
  ) {}

  /** The logs that are known of a folder, also those that lie where nothing else changes. */
  async known(sourceId: string): Promise<WatchedLog[]> {
    return this.source.manager.findBy(WatchedLog, { sourceId });
  }

  /** @returns how many records were new */
  async readOn(sourceId: string, root: string, files: readonly WalkedFile[]): Promise<number> {
    const rows = new Map((await this.known(sourceId)).map((row) => [row.inode, row]));
    const there: TailFile[] = files.map(({ name, inode, size }) => ({ name, inode, size }));
    const states = [...rows.values()].map(({ inode, readBytes, before }) => ({
      inode,
      offset: Number(readBytes),
      before,
    }));
    let [taken, pieces] = [0, 0];
    for (const read of toRead(states, there)) {
      const file = await openWithin(root, read.name);
      if (!file) continue;
      try {
        // Rotated since it was looked at.
        if (file.inode !== read.inode) continue;
        const log = rows.get(read.inode) ?? this.begin(sourceId, read);
        const done = await this.readFile(log, { file, read }, PIECES - pieces);
        [taken, pieces] = [taken + done.taken, pieces + done.pieces];
      } finally {
        await file.handle.close();
      }
      if (pieces >= PIECES) break;
    }
    const inodes = there.map(({ inode }) => inode);
    await this.source.manager.delete(WatchedLog, { sourceId, inode: Not(In(inodes)) });
    return taken;
  }

  private begin(sourceId: string, { inode, name, to }: TailRead): WatchedLog {
    const row = { sourceId, inode, name, readBytes: '0', before: '', lines: '0', size: String(to) };
    return this.source.manager.create(WatchedLog, { ...row, grewAt: this.clock.now(), problem: null, unread: [] });
  }

  private async readFile(log: WatchedLog, { file, read }: { file: OpenFile; read: TailRead }, most: number) {
    let [taken, pieces] = [0, 0];
    let next: TailRead = read;
    if (read.why === 'cut') Object.assign(log, { readBytes: '0', lines: '0', unread: [] });
    while (pieces < most && next.from < next.to) {
      const piece = await nextLines(file, next);
      if (piece === 'cut') {
        next = { ...next, from: 0, after: null };
        Object.assign(log, { readBytes: '0', lines: '0', unread: [] });
        continue;
      }
      if (piece === 'no_line_end') {
        await this.say(log, file, 'no_line_end');
        break;
      }
      if (piece.text === '') break;
      taken += await this.takePiece(log, { file, from: next.from }, piece);
      next = { ...next, from: piece.state.offset, after: piece.state.before };
      pieces++;
    }
    const { name, to } = read;
    await this.source.manager.save(WatchedLog, { ...log, name, size: String(to), grewAt: this.clock.now() });
    return { taken, pieces };
  }

  private async takePiece(
    log: WatchedLog,
    { file, from }: { file: OpenFile; from: number },
    { text, state }: TailedLines,
  ): Promise<number> {
    // What its records taught of the house helps to read the next.
    const of = await this.source.manager.findOneByOrFail(TelephonySourceRow, { id: log.sourceId });
    const context = await linesBefore(file, from);
    const whole = [...context, text].join('\n');
    const found = this.records.read(of, { name: log.name.slice(log.name.lastIndexOf('/') + 1), text: whole });
    const unread = (found?.unread ?? [])
      .filter(({ line }) => line > context.length)
      .map(({ line, what }) => ({ line: Number(log.lines) + line - context.length, what }));
    const { taken } = await this.records.take(of, found?.records ?? [], unread.length);
    const lines = String(Number(log.lines) + text.split('\n').length - 1);
    const isOurs = found !== null && found.records.length > 0;
    if (isOurs && log.problem !== null) await this.ledger.forgetName(log.sourceId, log.name);
    Object.assign(log, { readBytes: String(state.offset), before: state.before, lines });
    Object.assign(log, { unread: [...log.unread, ...unread].slice(-NAMED), ...(isOurs && { problem: null }) });
    if (!isOurs && from === 0) await this.say(log, file, 'other_format');
    else await this.source.manager.save(WatchedLog, log);
    return taken;
  }

  /** Says on the screen what is wrong with a log; it stays where its system writes it, and is read on as it grows. */
  private async say(log: WatchedLog, { size, modifiedAt }: OpenFile, reason: 'other_format' | 'no_line_end') {
    const isSaid = log.problem === reason;
    log.problem = reason;
    await this.source.manager.save(WatchedLog, log);
    if (isSaid) return;
    await this.ledger.putAside(log.sourceId, { name: log.name, size, modifiedAt }, { reason }, false);
  }
}
