import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type ExportGoneReason, type ExportState } from '#contracts';

/** A package of evidence made for an approved request: where it lies, how it is opened, and what became of it. */
@Entity('evidence_export')
export class EvidenceExport {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  requestId!: string;

  @Column('uuid')
  grantId!: string;

  @Column('text')
  state!: ExportState;

  /** Why it could not be made: a closed word. */
  @Column('text', { nullable: true })
  failure!: string | null;

  /** The try that is writing, or wrote, the package: its object and the key made for it alone. */
  @Column('uuid', { nullable: true })
  objectId!: string | null;

  @Column('uuid', { nullable: true })
  keyId!: string | null;

  /** The object's own key, wrapped by `keyId`; with the next four, once it is ready. */
  @Column('bytea', { nullable: true })
  wrappedKey!: Buffer | null;

  @Column('bigint', { nullable: true })
  plainBytes!: string | null;

  @Column('int', { nullable: true })
  segments!: number | null;

  /** sha256 of the package's bytes, hex. */
  @Column('text', { nullable: true })
  sha256!: string | null;

  @Column('text', { nullable: true })
  manifestSha256!: string | null;

  @Column('boolean')
  timestamped!: boolean;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  readyAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  goneAt!: Date | null;

  @Column('text', { nullable: true })
  goneReason!: ExportGoneReason | null;
}
