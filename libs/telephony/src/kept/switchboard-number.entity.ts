import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A number that several customers call from, such as a switchboard's: by it no customer is known again. */
@Entity('switchboard_number')
export class SwitchboardNumber {
  @PrimaryColumn('uuid')
  id!: string;

  /** The keyed hash by which its calls would be one customer's. */
  @Column('bytea')
  key!: Buffer;

  /** E.164, as the company wrote it; null: its calls told that it is shared, and the number itself is not kept. */
  @Column('text', { nullable: true })
  number!: string | null;

  @Column('uuid', { nullable: true })
  setByPersonId!: string | null;

  @Column('timestamptz')
  setAt!: Date;
}
