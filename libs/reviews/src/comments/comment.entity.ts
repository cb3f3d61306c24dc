import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a person remarks at a second of a leg. */
@Entity('leg_comment')
export class LegCommentRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  legId!: string;

  @Column('uuid')
  callId!: string;

  @Column('uuid')
  personId!: string;

  /** Milliseconds of the recording; null once it is destroyed. */
  @Column('int', { nullable: true })
  atMs!: number | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  withdrawnAt!: Date | null;

  /** The published review of its author with which the agent sees it; null: not yet. */
  @Column('uuid', { nullable: true })
  scorecardId!: string | null;
}

/** What it said, from some time on. Ends with the recording. */
@Entity('leg_comment_text')
export class LegCommentTextRow {
  @PrimaryColumn('uuid')
  commentId!: string;

  @PrimaryColumn('int')
  version!: number;

  @Column('text')
  text!: string;

  @Column('timestamptz')
  writtenAt!: Date;
}

/** Whom it mentions. Ends with the comment and with the recording. */
@Entity('leg_comment_mention')
export class LegCommentMentionRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  commentId!: string;

  @Column('uuid')
  personId!: string;

  /** The name as its author wrote it. */
  @Column('text')
  saidAs!: string;

  @Column('timestamptz')
  mentionedAt!: Date;

  /** Its author took it out of the text. */
  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
