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

  /** Closed: kept for what it was, offered for nothing new. */
  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;
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

  /** Closed: kept for what it was, offered for nothing new. */
  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;
}

/** What the company calls itself, how its telephones ring, where it is: one row. */
@Entity('company')
export class Company {
  @PrimaryColumn('int')
  id!: 1;

  @Column('jsonb')
  profile!: CompanyProfile;

  /** Counts the changes, so that of two people who change it at once the second is told. */
  @Column('int', { default: 1 })
  version!: number;
}

/** What the profile was, version by version: a scorecard names the hash of the one that judged it, and can be replayed. */
@Entity('company_profile_version')
export class CompanyProfileVersion {
  @PrimaryColumn('int')
  version!: number;

  @Column('jsonb')
  profile!: CompanyProfile;

  @Column('text')
  sha256!: string;

  @Column('uuid', { nullable: true })
  changedByPersonId!: string | null;

  @Column('timestamptz')
  changedAt!: Date;
}
