export const acting = {
  now: 'You act for {{name}}, until {{until}}. All you do is recorded as done for them.',
  over: 'You no longer deputise for {{name}}: it ended on {{at}}.',
  overHow:
    'Pages of that work no longer open here. What you did for them before is recorded. Go on as yourself to get back to your own work.',
  standsIn: 'You deputise',
  standsFor: 'For {{name}}, until {{last}}',
  coaching: 'Coaching to follow up',
  act: 'Act as deputy',
  stop: 'Go on as yourself',
  inPlaceOf: 'for {{name}}',
  away: 'Away until {{last}}; {{deputy}} deputises',
};
