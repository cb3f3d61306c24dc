import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who sits at an extension, from a moment to another (exclusive); open while `endsAt` is null. A constraint keeps two people apart. */
@Entity('extension_assignment')
export class ExtensionAssignment {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  extension!: string;

  @Column('uuid')
  personId!: string;

  @Column('timestamptz')
  startsAt!: Date;

  @Column('timestamptz', { nullable: true })
  endsAt!: Date | null;
}
