import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ToLookAt, WorkService, type Looked } from '#platform';
import { newestWords } from '../newest-transcript.js';
import { REDACTION_RULES_VERSION } from './find-spans.rules.js';

/** Opened in one sweep; the next one opens more. */
const AT_ONCE = 100;
/** What failed is tried again automatically after this long: a recording that is not masked is not heard. */
const AGAIN_AFTER = '1 hour';
/** A recording whose masking is under way, or failed a while ago, is looked at again after this. */
const LOOK_AGAIN_SECONDS = 600;

/**
 * Of these recordings, those whose words have not been looked through by this program's rules, whose copy is missing or of other words, or
 * whose cut was not finished (also of one that was split); and those whose cut a hold has put off, once it is released.
 */
const UNMASKED = `
  select recording.id, exists (select 1 from work where job = 'mask-recording' and subject_id = recording.id and done_at is null
      and (failed_at is null or failed_at > now() - interval '${AGAIN_AFTER}')) as waits
  from recording
  join lateral (${newestWords('recording.id', 'id')}) words on true
  left join lateral (
    select rules_version, spans from redaction where transcript_id = words.id order by rules_version desc limit 1
  ) found on true
  left join masked_sound on masked_sound.recording_id = recording.id
  where recording.id = any($2::uuid[]) and custody = 'sealed'
    and (split_at is null and (found.rules_version is null or found.rules_version < $1
      or (jsonb_array_length(found.spans) > 0
        and (masked_sound.transcript_id is distinct from words.id or masked_sound.rules_version is distinct from found.rules_version)))
      or exists (select 1 from recording_cut cut where cut.recording_id = recording.id and old_objects_deleted_at is null)
      or (cut_deferred and not exists (select 1 from custody_hold where custody_hold.call_id = recording.call_id and released_at is null
        and (custody_hold.recording_id is null or custody_hold.recording_id = recording.id))))`;

const EVERY_RECORDING = 'select id from recording where id > $1 order by id limit $2';

/** Finds recordings that still have to be masked: from before there were rules, by older rules, or left over by a failure. */
@Injectable()
export class UnmaskedRecordings {
  constructor(
    private readonly source: DataSource,
    private readonly work: WorkService,
    private readonly looks: ToLookAt,
  ) {}

  /** Opens work for some of them. @returns for how many */
  sweep(): Promise<number> {
    const walk = { version: String(REDACTION_RULES_VERSION), subjects: EVERY_RECORDING };
    return this.looks.run('mask', (ids) => this.look(ids), { walk, enough: AT_ONCE });
  }

  private async look(ids: readonly string[]): Promise<Looked> {
    const unmasked: { id: string; waits: boolean }[] = await this.source.query(UNMASKED, [
      REDACTION_RULES_VERSION,
      ids,
    ]);
    const due = unmasked.filter(({ waits }) => !waits).map(({ id }) => id);
    const opening = due.slice(0, AT_ONCE);
    const wanted = opening.map((subjectId) => ({ job: 'mask-recording' as const, subjectId }));
    const opened = await this.source.transaction((tx) => this.work.openMany(tx, wanted));
    // What is left for the next sweep is due at once, and after what came before it.
    const left = new Set(due.slice(AT_ONCE));
    return {
      done: opened.length,
      again: new Map(unmasked.map(({ id }) => [id, left.has(id) ? 0 : LOOK_AGAIN_SECONDS])),
    };
  }
}
