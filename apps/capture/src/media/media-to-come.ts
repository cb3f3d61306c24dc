import { MediaPlaneFull, type MediaPlane } from '#capture';
import { type MediaSessions } from './media-sessions.js';

/** The media plane, from when on it is there. Before, no session fits: the SIP server is to answer all the same. */
export class MediaToCome implements MediaPlane {
  #media: MediaSessions | null = null;

  is(media: MediaSessions): void {
    this.#media = media;
  }

  async open(...of: Parameters<MediaPlane['open']>): Promise<readonly number[]> {
    if (!this.#media) throw new MediaPlaneFull();
    return this.#media.open(...of);
  }

  plan(...of: Parameters<MediaPlane['plan']>): void {
    this.#media?.plan(...of);
  }

  consent(...of: Parameters<MediaPlane['consent']>): void {
    this.#media?.consent(...of);
  }

  proved(session: string): void {
    this.#media?.proved(session);
  }

  /** What a next process needs of a session. */
  keepDialog(session: string, text: string): void {
    this.#media?.keepDialog(session, text);
  }

  heard(session: string): Date | null {
    return this.#media?.heard(session) ?? null;
  }

  async close(...of: Parameters<MediaPlane['close']>): Promise<void> {
    await this.#media?.close(...of);
  }
}
