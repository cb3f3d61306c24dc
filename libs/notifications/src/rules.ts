/** Pure functions of this library, whose imports are pure too. Rules of libraries downstream import them from here. */
export {
  kindsToldTo,
  mustBeTold,
  noticeOf,
  NOTIFICATIONS,
  type NotificationKind,
} from './kinds/notifications.rules.js';
export { notificationsRefusals } from './refusals.js';
export { DISK_WORDS } from './words/alarm-words.rules.js';
