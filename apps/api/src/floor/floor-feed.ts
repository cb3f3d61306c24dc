import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { floorPartSchema, type FloorFrame, type FloorPart, type FloorRows } from '#contracts';
import { floorDelta } from '#floor/rules';
import { Clock, LOGGER, OngoingTrouble, type Logger } from '#platform';
import { PushFeed } from '../push/push-feed.js';
import { rowsOfFloor, TeamFloor, type TeamSight } from './team-floor.js';

/** Of a floor that screens look at: what was read of it, and what they were told. */
interface Shown {
  sight: TeamSight;
  rows: Record<FloorPart, FloorRows>;
  readAt: number;
  /** When a screen opened it, or was last seen to look at it. */
  lookedAt: number;
  /** It is being read, or was a moment ago. */
  reading: boolean;
  /** It changed meanwhile. */
  again: boolean;
  pause?: NodeJS.Timeout;
}

/** Whom a change is told, and whether there is anyone. */
export interface FloorListener {
  looksOn: (teamId: string) => boolean;
  /** @param before the part as it was told last: rows that are gone are in it */
  told: (frame: FloorFrame, before: FloorRows) => void;
}

/** Waits, and what has gone on for too long, are the clock's. */
const TICK_MS = 1_000;
/** What no commit tells of, such as a role that was given, is read again so often. */
const READ_AGAIN_MS = 30_000;
/** From the end of one reading of a team to the next: a busy line must not keep the database reading one floor. */
const PAUSE_MS = 250;
/** A floor that was opened is kept for so long until its screen has joined. */
const KEPT_MS = 10_000;

/**
 * Holds the floors that screens look at, reads one again when a commit touched its team, and tells what changed. Each API does for its own
 * screens what LISTEN tells it (docs/decisions/0017): none has to know of the others.
 */
@Injectable()
export class FloorFeed implements OnModuleInit, OnApplicationShutdown {
  private readonly shown = new Map<string, Shown>();
  private readonly opening = new Map<string, Promise<void>>();
  private readonly listeners: FloorListener[] = [];
  private readonly trouble: OngoingTrouble;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly floor: TeamFloor,
    private readonly live: PushFeed,
    private readonly clock: Clock,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.trouble = new OngoingTrouble(logger);
  }

  onModuleInit(): void {
    this.live.onTeams((teamIds) => {
      for (const teamId of this.shown.keys()) if (teamIds === 'every' || teamIds.has(teamId)) this.readAgain(teamId);
    });
    this.timer = setInterval(() => this.tick(), TICK_MS);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
    for (const { pause } of this.shown.values()) clearTimeout(pause);
    this.shown.clear();
  }

  listen(listener: FloorListener): void {
    this.listeners.push(listener);
  }

  /** Has a floor at hand; `whole` tells what it shows. */
  async open(teamId: string): Promise<void> {
    const shown = this.shown.get(teamId);
    if (shown) return void (shown.lookedAt = performance.now());
    const opening = this.opening.get(teamId) ?? this.read(teamId).finally(() => this.opening.delete(teamId));
    this.opening.set(teamId, opening);
    await opening;
  }

  /** All that a part of an open floor shows; null where it is not open. */
  whole(teamId: string, part: FloorPart): FloorFrame | null {
    const shown = this.shown.get(teamId);
    return shown
      ? { at: this.clock.now().toISOString(), teamId, part, whole: true, set: shown.rows[part], gone: [] }
      : null;
  }

  private async read(teamId: string): Promise<void> {
    const sight = await this.floor.sight(teamId);
    if (!sight) return;
    const rows = rowsOfFloor(sight, this.clock.now().getTime());
    const readAt = performance.now();
    this.shown.set(teamId, { sight, rows, readAt, lookedAt: readAt, reading: false, again: false });
  }

  private readAgain(teamId: string): void {
    const shown = this.shown.get(teamId);
    if (!shown) return;
    if (shown.reading) return void (shown.again = true);
    shown.reading = true;
    this.floor
      .sight(teamId)
      .then((sight) => {
        if (!sight) return;
        shown.sight = sight;
        shown.readAt = performance.now();
        this.tell(teamId, shown);
      })
      .catch((error: unknown) => this.trouble.error(error, 'a floor could not be read again'))
      .finally(() => {
        shown.pause = setTimeout(() => {
          shown.reading = false;
          if (!shown.again) return;
          shown.again = false;
          this.readAgain(teamId);
        }, PAUSE_MS);
      });
  }

  private tick(): void {
    for (const [teamId, shown] of this.shown) {
      const now = performance.now();
      if (this.listeners.some(({ looksOn }) => looksOn(teamId))) shown.lookedAt = now;
      else {
        // Changes of it are read until then, so that one which has just been opened is told whole.
        if (now - shown.lookedAt > KEPT_MS) this.shown.delete(teamId);
        continue;
      }
      if (now - shown.readAt > READ_AGAIN_MS) this.readAgain(teamId);
      this.tell(teamId, shown);
    }
  }

  private tell(teamId: string, shown: Shown): void {
    const now = this.clock.now();
    const [rows, at] = [rowsOfFloor(shown.sight, now.getTime()), now.toISOString()];
    for (const part of floorPartSchema.options) {
      const delta = floorDelta(shown.rows[part], rows[part]);
      if (!delta) continue;
      for (const { told } of this.listeners) told({ at, teamId, part, whole: false, ...delta }, shown.rows[part]);
    }
    shown.rows = rows;
  }
}
