import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Language } from '#contracts';

/** One version of the notice that calls are recorded. Never changed: a correction is a new version, which everyone reads again. */
@Entity('recording_notice')
export class RecordingNotice {
  @PrimaryColumn('int')
  version!: number;

  @Column('text')
  zh!: string;

  @Column('text')
  en!: string;

  /** Below its text stands what `LISTENING_IN_NOTICE` says. */
  @Column('boolean')
  listeningIn!: boolean;

  /** null: the text that the product came with. */
  @Column('uuid', { nullable: true })
  publishedByPersonId!: string | null;

  @Column('timestamptz')
  publishedAt!: Date;
}

/** That a person has read a version, when, and in which language. The runtime role can neither change nor remove it. */
@Entity('notice_acknowledgement')
export class NoticeAcknowledgement {
  @PrimaryColumn('uuid')
  personId!: string;

  @PrimaryColumn('int')
  noticeVersion!: number;

  @Column('text')
  language!: Language;

  @Column('timestamptz')
  at!: Date;
}
