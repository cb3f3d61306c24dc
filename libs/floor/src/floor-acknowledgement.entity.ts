import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type FloorAlarmKind } from '#contracts';

/** That a person looks after an alarm of a team's floor. Never changed; of one alarm there is one. */
@Entity('floor_acknowledgement')
export class FloorAcknowledgementRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  teamId!: string;

  @Column('text')
  kind!: FloorAlarmKind;

  /** A leg in a queue, a day, or a source of records and since when it is silent. */
  @Column('text')
  subject!: string;

  @Column('uuid')
  personId!: string;

  @Column('timestamptz')
  at!: Date;
}
