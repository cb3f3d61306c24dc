import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Digest } from '#contracts';
import { type NotificationKind } from '../kinds/notifications.rules.js';

/** When a person is told; without a row at once and at any hour. Goes with the account. */
@Entity('told_setting')
export class ToldSettingRow {
  @PrimaryColumn('uuid')
  personId!: string;

  /** `22:00`, by the site's clock; both or none. */
  @Column('text', { nullable: true })
  quietFrom!: string | null;

  @Column('text', { nullable: true })
  quietUntil!: string | null;

  @Column('text')
  digest!: Digest;

  @Column('int')
  digestHour!: number;

  @Column('timestamptz')
  changedAt!: Date;
}

/** On which ways a person is told of a kind, where they chose. */
@Entity('told_choice')
export class ToldChoiceRow {
  @PrimaryColumn('uuid')
  personId!: string;

  @PrimaryColumn('text')
  kind!: NotificationKind;

  @Column('boolean')
  bell!: boolean;

  @Column('boolean')
  mail!: boolean;

  @Column('boolean')
  chat!: boolean;
}
