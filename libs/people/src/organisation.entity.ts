import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type CompanyProfile } from '#contracts';

/** A programme that calls are taken for; clients are kept apart from each other. */
@Entity('client')
export class Client {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  nameZh!: string;

  @Column('text')
  nameEn!: string;
}

@Entity('team')
export class Team {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  clientId!: string;

  @Column('text')
  nameZh!: string;

  @Column('text')
  nameEn!: string;
}

/** What the company calls itself, how its telephones ring, where it is: one row. */
@Entity('company')
export class Company {
  @PrimaryColumn('int')
  id!: 1;

  @Column('jsonb')
  profile!: CompanyProfile;
}
