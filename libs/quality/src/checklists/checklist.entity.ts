import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type ChecklistStage } from '#contracts';

/** A published version of a checklist. Never changed: the product's own database role may not. */
@Entity('checklist_version')
export class ChecklistVersion {
  @PrimaryColumn('text')
  checklistId!: string;

  @PrimaryColumn('int')
  version!: number;

  /** SHA-256 of the content. */
  @Column('text')
  sha256!: string;

  @Column('jsonb')
  definition!: unknown;

  @Column('timestamptz')
  publishedAt!: Date;

  /** Whether it came with the product, or was published here by a person. */
  @Column('text', { default: 'shipped' })
  origin!: 'shipped' | 'company';

  /** The version that its draft was opened from. */
  @Column('int', { nullable: true })
  basedOn!: number | null;

  /** The entry of the library that it goes back to, and which version of it. */
  @Column('text', { nullable: true })
  libraryEntry!: string | null;

  @Column('int', { nullable: true })
  libraryVersion!: number | null;

  @Column('uuid', { nullable: true })
  publishedByPersonId!: string | null;

  /** Who wrote in its draft: none of them published it. Null for what came with the product, and from before this was asked for. */
  @Column('uuid', { array: true, nullable: true })
  authorPersonIds!: string[] | null;

  /** Why, in that person's words; they lie here and not in the journal. */
  @Column('text', { nullable: true })
  reason!: string | null;
}

/** That a version judges no further calls: a newer one took its place, or a person took it back. */
@Entity('checklist_retirement')
export class ChecklistRetirement {
  @PrimaryColumn('text')
  checklistId!: string;

  @PrimaryColumn('int')
  version!: number;

  @Column('timestamptz')
  retiredAt!: Date;

  /** The version that took its place; null when a person retired it. */
  @Column('int', { nullable: true })
  supersededBy!: number | null;

  @Column('uuid', { nullable: true })
  retiredByPersonId!: string | null;

  @Column('text', { nullable: true })
  reason!: string | null;
}

/** The one open draft of a checklist. May be unfinished and wrong in any way; the validator says how. */
@Entity('checklist_draft')
export class ChecklistDraft {
  @PrimaryColumn('text')
  checklistId!: string;

  /** Raised with every save: each save names the revision it started from. */
  @Column('int')
  revision!: number;

  @Column('text')
  state!: Extract<ChecklistStage, 'draft' | 'validated'>;

  @Column('jsonb')
  definition!: unknown;

  /** The published version it started from; null for a new checklist. */
  @Column('int', { nullable: true })
  basedOn!: number | null;

  /** The entry of the library that it goes back to, and which version of it. */
  @Column('text', { nullable: true })
  libraryEntry!: string | null;

  @Column('int', { nullable: true })
  libraryVersion!: number | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;

  @Column('uuid')
  updatedByPersonId!: string;

  /** Everyone who saved it since it was opened. */
  @Column('uuid', { array: true })
  authorPersonIds!: string[];

  /** An author asked that another person publish it; any later save takes that back. */
  @Column('timestamptz', { nullable: true })
  askedAt!: Date | null;

  @Column('uuid', { nullable: true })
  askedByPersonId!: string | null;

  /** Who would not publish it as it is, and why. */
  @Column('timestamptz', { nullable: true })
  sentBackAt!: Date | null;

  @Column('uuid', { nullable: true })
  sentBackByPersonId!: string | null;

  @Column('text', { nullable: true })
  sentBackReason!: string | null;
}
