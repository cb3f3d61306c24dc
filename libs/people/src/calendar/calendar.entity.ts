import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type CalendarDayKind } from '#contracts';

/** A day that is not what its weekday says: a holiday, or a weekend day worked in exchange for one (调休). */
@Entity('calendar_day')
export class CalendarDay {
  /** `yyyy-mm-dd`, without zone. */
  @PrimaryColumn('date')
  day!: string;

  @Column('text')
  kind!: CalendarDayKind;

  @Column('text')
  name!: string;
}

/** Days for which the company has said that its calendar is complete. */
@Entity('calendar_period')
export class CalendarPeriod {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('date')
  fromDay!: string;

  @Column('date')
  toDay!: string;
}
