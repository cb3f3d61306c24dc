/**
 * The invented company's own closing days, as an iCalendar file: what an administrator would import. Public holidays are not among them;
 * those come from the authority that announces them.
 */
export const CLOSING_DAYS_ICS = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Green Valley Bank//Closing days//EN',
  'BEGIN:VEVENT',
  'UID:founding-day@green-valley.example',
  'DTSTAMP:20260101T000000Z',
  'DTSTART;VALUE=DATE:20240618',
  'RRULE:FREQ=YEARLY',
  'SUMMARY:绿谷银行行庆日 Founding day',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:stocktaking@green-valley.example',
  'DTSTAMP:20260101T000000Z',
  'DTSTART;VALUE=DATE:20240330',
  'DTEND;VALUE=DATE:20240401',
  'RRULE:FREQ=YEARLY',
  'SUMMARY:年度盘点停业 Stocktaking',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:training@green-valley.example',
  'DTSTAMP:20260101T000000Z',
  'DTSTART;VALUE=DATE:20240907',
  'RRULE:FREQ=YEARLY;BYMONTH=9;BYDAY=1SA',
  'SUMMARY:客服部培训日（班）Training, working day',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');
