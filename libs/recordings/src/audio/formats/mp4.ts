import { AAC_FRAME_SAMPLES } from './adts.js';
import { MAX_SEEKABLE_BYTES } from './coding.rules.js';
import { FrameWalk } from './frame-walk.js';
import { boxHeadAt } from './mp4-box.rules.js';
import { framesInFragment, readMp4Index, type Mp4Index } from './mp4-index.rules.js';
import { type SoundVerdict, verdictOf } from './sound-counter.js';

/** Twelve hours of AAC have an index of about ten megabytes. */
const MOST_INDEX_BYTES = 16 * 1024 * 1024;

/**
 * AAC in MP4 (ISO 14496-12 and -14). Its boxes are walked; only the index is looked into. With the index last, nothing is known until the
 * end, and the file can be decoded only with seeking.
 */
export class Mp4Counter extends FrameWalk {
  override ready = true;
  private index: Mp4Index | undefined;
  private indexLast = false;
  private fragmentFrames = 0;
  /** True while the last box has no end of its own. */
  private open = false;

  constructor() {
    super(MOST_INDEX_BYTES + 16);
  }

  /** What the index promises: whether the bytes for it came, the verdict asks. */
  countedMs(): number {
    const { index } = this;
    if (!index) return 0;
    const perFrame = (AAC_FRAME_SAMPLES * 1_000) / index.sampleRate;
    // HE-AAC has frames of twice the samples; no more than that is believed.
    return index.frames === 0
      ? this.fragmentFrames * perFrame
      : Math.min(index.declaredMs, index.frames * perFrame * 2);
  }

  override end(): void {
    if (!this.index) this.problem ??= { code: 'index_missing' };
  }

  verdict(): SoundVerdict {
    const { index } = this;
    if (!index) throw new Error('the MP4 file has no index');
    const { channels, sampleRate } = index;
    const codec = this.indexLast ? 'm4a_index_last' : 'm4a';
    const there = index.framesWithin(this.bytesSeen);
    const share = index.frames === 0 ? 1 : there / index.frames;
    const cut = (this.cut && !this.open) || there < index.frames;
    return verdictOf({ codec, channels, sampleRate }, this.countedMs() * share, { cut });
  }

  protected unitAt(bytes: Buffer, at: number): number {
    const head = boxHeadAt(bytes, at);
    if (head === 'need_more') return 0;
    const { type, headBytes } = head;
    const length = head.length ?? Number.MAX_SAFE_INTEGER;
    this.open = head.length === null;
    if (length < headBytes || !/^[\x20-\x7e\xa9]{4}$/.test(type)) {
      // Bytes after the last box belong to nothing; before the index they are a fault.
      if (!this.index) this.problem = { code: 'index_missing' };
      this.open = true;
      return Number.MAX_SAFE_INTEGER - this.offset;
    }
    if (type === 'mdat' && !this.index) this.indexLast = true;
    this.limit(length);
    if (type !== 'moov' && type !== 'moof') return length;
    if (length > MOST_INDEX_BYTES) this.problem = { code: 'index_too_large' };
    if (at + length > bytes.length) return 0;
    this.look(type, bytes.subarray(at + headBytes, at + length));
    return length;
  }

  private look(type: 'moov' | 'moof', body: Buffer): void {
    if (type === 'moof') {
      this.fragmentFrames += framesInFragment(body);
      return;
    }
    const index = readMp4Index(body);
    if ('code' in index) this.problem = index;
    else this.index ??= index;
  }

  private limit(boxBytes: number): void {
    if (!this.indexLast || this.offset + boxBytes <= MAX_SEEKABLE_BYTES) return;
    this.problem ??= { code: 'index_last_too_large', limitBytes: MAX_SEEKABLE_BYTES };
  }
}
