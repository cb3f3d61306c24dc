export const acting = {
  now: 'You are acting for {{name}} until {{until}}. Everything you do is recorded as done for them.',
  over: 'You no longer deputise for {{name}}: it ended on {{at}}.',
  overHow:
    'Pages for that work no longer open. What you did for them before is recorded. Continue as yourself to return to your own work.',
  standsIn: 'You deputise',
  standsFor: 'For {{name}}, until {{last}}',
  coaching: 'Coaching to follow up',
  act: 'Act as deputy',
  stop: 'Continue as yourself',
  inPlaceOf: 'for {{name}}',
  away: 'Away until {{last}}; {{deputy}} deputises',
};
