import {
  alarmSubjectSchema,
  CAPTURE_SUBJECTS,
  COMPLETENESS_SUBJECTS,
  KEY_SUBJECTS,
  placeOfAlarm,
  sourceSubject,
} from './alarms.js';
import { telephonyNameSchema } from './telephony.js';

describe('what an alarm is about', () => {
  it('tells telephone systems of similar names apart', () => {
    const names = ['pbx-1', 'pbx.1', 'pbx_1', `${'p'.repeat(62)}1`, `${'p'.repeat(62)}2`];
    const subjects = names.map((name) => sourceSubject(telephonyNameSchema.parse(name)));
    expect(new Set(subjects).size).toBe(names.length);
    for (const subject of subjects) expect(alarmSubjectSchema.parse(subject)).toBe(subject);
  });

  it('leads to the screen that says more of it', () => {
    expect(placeOfAlarm(sourceSubject('pbx-1'))).toBe('/telephony/sources');
    expect(placeOfAlarm(COMPLETENESS_SUBJECTS.age)).toBe('/completeness');
    expect(placeOfAlarm(KEY_SUBJECTS.store)).toBe('/processing');
    for (const subject of Object.values(CAPTURE_SUBJECTS)) expect(placeOfAlarm(subject)).toBe('/telephony/capture');
  });
});
