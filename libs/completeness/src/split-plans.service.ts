import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { knownCalls } from './known-calls.js';
import { isThere, type KnownRecording } from './known-call.rules.js';
import { CompletenessSettingsDesk } from './settings.service.js';
import { SiteRules } from './site-rules.service.js';
import { isPartOf, splitOf, type PlannedPart } from './split.rules.js';

/** What has to be done so that each agent's talk in a recording is a part of its own. */
export interface SplitToDo {
  /** To be cut. */
  parts: PlannedPart[];
  /** Parts of an earlier cut that lie elsewhere: their ids. */
  stale: string[];
}

/** Says how a recording is to be split by what is known of its call now. */
@Injectable()
export class SplitPlans {
  constructor(
    private readonly settings: CompletenessSettingsDesk,
    private readonly site: SiteRules,
  ) {}

  /** @returns null where it is not to be split, is split so already, or nothing may be done without a person */
  async of(tx: EntityManager, { id, callId }: { id: string; callId: string }): Promise<SplitToDo | null> {
    const [call] = await knownCalls(tx, [callId], (at) => this.site.internalExcluded(tx, at));
    const whole = call?.recordings.find((one) => one.id === id);
    if (!call || !whole || !isOpen(whole)) return null;
    const split = splitOf(call, whole, await this.settings.current(tx));
    if ('doubt' in split || split.parts.length === 0) return null;
    const before = call.recordings.filter((one) => one.partOfId === id && isThere(one));
    const parts = split.parts.filter((one) => !before.some((part) => isPartOf(one, part)));
    const stale = before.filter((part) => !split.parts.some((one) => isPartOf(one, part))).map((part) => part.id);
    return parts.length + stale.length === 0 ? null : { parts, stale };
  }
}

const isOpen = (one: KnownRecording): boolean =>
  isThere(one) && one.custody === 'sealed' && !one.restricted && one.partOfId === null;
