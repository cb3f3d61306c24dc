export const told = {
  title: 'For you',
  none: 'You have had no notices in the last ninety days.',
  loading: 'Loading your notices',
  readAll: 'Mark all as read',
  more: 'Earlier ones',
  unread: ', not read yet',
  bell_one: '{{count}} not read',
  bell_other: '{{count}} not read',
  bellNone: 'No new notifications',
};
