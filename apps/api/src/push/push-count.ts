import { randomUUID } from 'node:crypto';
import { type Hello } from '#contracts';

/** Numbers the messages of each room. A client that misses a number, or sees another epoch, knows that it missed something. */
export class PushCount {
  private epoch = randomUUID();
  private readonly rooms = new Map<string, number>();

  next(room: string): { epoch: string; seq: number } {
    const seq = (this.rooms.get(room) ?? 0) + 1;
    this.rooms.set(room, seq);
    return { epoch: this.epoch, seq };
  }

  /** Starts the counting again: what happened in between is not known. */
  restart(): void {
    this.epoch = randomUUID();
    this.rooms.clear();
  }

  hello(rooms: readonly string[]): Hello {
    return { epoch: this.epoch, rooms: Object.fromEntries(rooms.map((room) => [room, this.rooms.get(room) ?? 0])) };
  }
}
