import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type CallStage, type Connection, type Language, type LanguageTold } from '#contracts';

/** A customer's business, across calls. */
@Entity('matter')
export class Matter {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  source!: string;

  @Column('text')
  externalId!: string;

  @Column('text')
  title!: string;
}

/** One call, identified for ever by (source, externalId). */
@Entity('call')
export class Call {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  source!: string;

  @Column('text')
  externalId!: string;

  @Column('uuid', { nullable: true })
  matterId!: string | null;

  /** null: no record of it says. */
  @Column('text', { nullable: true })
  direction!: 'inbound' | 'outbound' | 'internal' | null;

  @Column('text')
  classification!: 'business' | 'private';

  /** null: not given, and not told yet, or could not be told for sure. */
  @Column('text', { nullable: true })
  language!: Language | null;

  /** What was made out of the sound, or of words that came along, where it was not given; goes when a person says. */
  @Column('jsonb', { nullable: true })
  languageTold!: LanguageTold | null;

  /** ISO 3166: decides the consent rule. */
  @Column('text')
  region!: string;

  /** Masked before it got here; the full number or name is not stored. */
  @Column('text', { nullable: true })
  customer!: string | null;

  /** What the call was recorded for, in the company's own term; null where it was not given. */
  @Column('text', { nullable: true })
  purpose!: string | null;

  /** How it ended, in a word of the company's own. */
  @Column('text', { nullable: true })
  outcome!: string | null;

  @Column('timestamptz')
  startedAt!: Date;

  /** By a person; an announcement, a menu and a mailbox are none. */
  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** What became of it by the telephone system; null: not told. */
  @Column('text', { nullable: true })
  connection!: Connection | null;

  /** By which the same customer is known: an HMAC of the number (E.164). null: withheld, of no plan for certain, or not told. Destroyed with the call. */
  @Column('bytea', { nullable: true, select: false })
  customerKey!: Buffer | null;

  @Column('text')
  stage!: CallStage;

  @Column('text', { nullable: true })
  stageReason!: string | null;

  /** What a server elsewhere said when it refused: one line of plain text, in its own words. */
  @Column('text', { nullable: true })
  stageSaid!: string | null;

  @Column('timestamptz')
  stageAt!: Date;

  @Column('timestamptz')
  createdAt!: Date;
}
