import { Transform, type TransformCallback } from 'node:stream';
import { type Sniffed, sniffAudio } from './sniff-audio.rules.js';
import { judgeCompleteness, type WavCompleteness } from './wav-completeness.rules.js';
import type { WavFormat } from './wav-header.rules.js';

export type Unsupported = Extract<Sniffed, { kind: 'unsupported' }>;

/** An upload turned out, at its beginning, to be no recording that we take. */
export class UnsupportedAudioError extends Error {
  constructor(readonly found: Unsupported) {
    super(`unsupported audio: looks like ${found.looksLike}${found.problem ? ` (${found.problem.code})` : ''}`);
  }
}

/**
 * Stands in the way of an upload: passes every byte on unchanged once the beginning has proved to be a supported WAVE file, and fails with
 * {@link UnsupportedAudioError} before a single byte is passed on otherwise. After the end, `verdict()` tells what came.
 */
export class WavWatch extends Transform {
  private held: Buffer = Buffer.alloc(0);
  private bytes = 0;
  private found: WavFormat | undefined;

  override _transform(chunk: Buffer, _encoding: string, done: TransformCallback): void {
    this.bytes += chunk.length;
    if (this.found) return done(null, chunk);
    this.held = this.held.length === 0 ? chunk : Buffer.concat([this.held, chunk]);
    this.look(false, done);
  }

  override _flush(done: TransformCallback): void {
    if (this.found) return done();
    this.look(true, done);
  }

  /** Format and completeness; only after the stream has ended well. */
  verdict(): WavFormat & WavCompleteness {
    if (!this.found || !this.writableFinished) throw new Error('the recording has not ended yet');
    return { ...this.found, ...judgeCompleteness(this.found, this.bytes) };
  }

  private look(ended: boolean, done: TransformCallback): void {
    const sniffed = sniffAudio(this.held, ended);
    if (sniffed.kind === 'need_more') return done();
    if (sniffed.kind === 'unsupported') return done(new UnsupportedAudioError(sniffed));
    this.found = sniffed.format;
    const held = this.held;
    this.held = Buffer.alloc(0);
    done(null, held);
  }
}
