import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Bilingual, type Language } from '#contracts';
import { JournalService } from '#journal';
import { Clock } from '#platform';
import { NoticeAcknowledgement, RecordingNotice } from './notice.entity.js';
import { peopleRefusals } from '../refusals.js';

/**
 * The notice to staff that calls are recorded (policy P1 §14, P5 §4). An account opens only after its person has acknowledged the version
 * that is in force; a new version makes everyone read again (`SessionService`: pending `recording_notice`).
 */
@Injectable()
export class NoticeService {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** The version in force. The migration wrote the first, so there always is one. */
  async current(tx: EntityManager = this.source.manager): Promise<RecordingNotice> {
    return tx.findOneOrFail(RecordingNotice, { where: {}, order: { version: 'DESC' } });
  }

  /**
   * Writes down that a person has read the version in force; a second time changes nothing.
   * @throws DomainError `notice_changed` when another version is in force by now
   */
  async acknowledge(
    tx: EntityManager,
    { personId, version, language }: { personId: string; version: number; language: Language },
  ): Promise<void> {
    const current = await this.current(tx);
    if (current.version !== version) throw peopleRefusals.notice_changed();
    const row = { personId, noticeVersion: version, language, at: this.clock.now() };
    const { raw } = await tx
      .createQueryBuilder()
      .insert()
      .into(NoticeAcknowledgement)
      .values(row)
      .orIgnore()
      .returning('person_id')
      .execute();
    if ((raw as unknown[]).length === 0) return;
    await this.journal.append(tx, 'notice.acknowledged', { version, language }, { actorPersonId: personId });
  }

  /** Whether the version in force says that calls may be listened in on, and whether a person has acknowledged it. */
  async listeningIn(personId: string): Promise<{ announced: boolean; acknowledged: boolean }> {
    const { version, listeningIn } = await this.current();
    const read = { personId, noticeVersion: version };
    return {
      announced: listeningIn,
      acknowledged: listeningIn && (await this.source.manager.existsBy(NoticeAcknowledgement, read)),
    };
  }

  /**
   * Publishes a new version, which everyone has to acknowledge before they go on.
   * `basedOn`: the version that the author started from.
   * @throws DomainError `notice_changed` when a colleague published in the meantime
   */
  async publish(
    { basedOn, ...said }: Bilingual & { basedOn: number; listeningIn: boolean },
    actorPersonId: string,
  ): Promise<void> {
    await this.source.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(7310)');
      const { version: before } = await this.current(tx);
      if (before !== basedOn) throw peopleRefusals.notice_changed();
      const version = before + 1;
      const publishedAt = this.clock.now();
      await tx.insert(RecordingNotice, { version, ...said, publishedByPersonId: actorPersonId, publishedAt });
      await this.journal.append(tx, 'notice.published', { version }, { actorPersonId });
    });
  }
}
