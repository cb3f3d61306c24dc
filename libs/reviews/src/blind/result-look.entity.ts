import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When the machine's result of a leg was first shown to a person who may judge it. */
@Entity('result_look')
export class ResultLookRow {
  @PrimaryColumn('uuid')
  legId!: string;

  @PrimaryColumn('uuid')
  personId!: string;

  @Column('timestamptz')
  firstAt!: Date;
}
