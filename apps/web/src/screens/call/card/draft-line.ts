import type { ReviewRevision, SavedDraft } from '#contracts';

/** How far the answers on the screen are kept on the server. */
export type Kept = { state: 'none' | 'saving' | 'saved' | 'failed'; error: unknown };

export type DraftToSend = Omit<SavedDraft, 'revision'>;

/** So long nothing changes before answers are sent, so that a typed reason is one saving. */
const PAUSE_MS = 700;
/** So long after a saving that no server answered it is tried again. */
const AGAIN_MS = 5_000;

/**
 * The savings of one draft, one after the other: a second that knew of no answer to the first would take it for another screen's. One that no
 * server answered may have arrived: it is sent once more as it was, and what was put meanwhile after it. One that was refused is told and not
 * tried again; the answers stay on the screen.
 */
export class DraftLine {
  /** The one that was sent and not answered, if there is one, and the newest. */
  private waiting: DraftToSend[] = [];
  private wasSent = false;
  private isSending = false;
  private isOver = false;
  private saved = true;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param revision of the draft that the answers on the screen were written on; 0 where there was none */
  constructor(
    private known: number,
    private readonly save: (draft: SavedDraft) => Promise<ReviewRevision>,
    private readonly say: (kept: Kept) => void,
    private readonly isUnanswered: (error: unknown) => boolean,
  ) {}

  /** The saving that the next is written on. */
  get revision(): number {
    return this.known;
  }

  /** Does the server have the newest? */
  get isSaved(): boolean {
    return this.saved;
  }

  put(draft: DraftToSend): void {
    this.saved = false;
    this.waiting = [...(this.wasSent ? this.waiting.slice(0, 1) : []), draft];
    this.sendIn(PAUSE_MS);
  }

  /** The screen is left: what waits is sent now. */
  flush(): void {
    this.sendIn(0);
  }

  /** It is published, or another takes its place: nothing more is sent or told. */
  end(): void {
    this.isOver = true;
    clearTimeout(this.timer);
  }

  private sendIn(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.send(), ms);
  }

  private async send(): Promise<void> {
    const [draft] = this.waiting;
    if (!draft || this.isSending) return;
    const isEmpty = draft.answers.length === 0;
    // Taken back before the first saving: there is no draft to throw away.
    if (isEmpty && this.known === 0 && !this.wasSent) return void this.waiting.shift();
    this.wasSent = this.isSending = true;
    this.tell({ state: 'saving', error: null });
    try {
      this.known = (await this.save({ ...draft, revision: this.known })).revision;
      this.saved = this.waiting.length === 1;
      this.wasSent = false;
      this.tell({ state: isEmpty ? 'none' : 'saved', error: null });
    } catch (error) {
      this.wasSent = this.isUnanswered(error);
      this.tell({ state: 'failed', error });
    }
    this.isSending = false;
    if (!this.wasSent) this.waiting.shift();
    if (this.waiting.length > 0 && !this.isOver) this.sendIn(this.wasSent ? AGAIN_MS : 0);
  }

  private tell(kept: Kept): void {
    if (!this.isOver) this.say(kept);
  }
}
