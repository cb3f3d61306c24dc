import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type AlarmKind } from '#contracts';

/** Something about the installation that administrators were told of and that is not over. */
@Entity('alarm')
export class Alarm {
  /** Only one kind of alarm about it at a time. */
  @PrimaryColumn('text')
  subject!: string;

  @Column('text')
  kind!: AlarmKind;

  @Column('text', { nullable: true })
  code!: string | null;

  @Column('timestamptz')
  raisedAt!: Date;
}
