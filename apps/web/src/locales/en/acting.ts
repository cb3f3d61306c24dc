export const acting = {
  now: 'You act for {{name}}, until {{until}}. All you do is recorded as done for them.',
  over: 'The absence of {{name}} is over: you may do nothing more in that place.',
  standsIn: 'You deputise',
  standsFor: 'For {{name}}, until {{last}}',
  coaching: 'Coaching to follow up',
  act: 'Act as deputy',
  stop: 'Go on as yourself',
  inPlaceOf: 'for {{name}}',
  away: 'Away until {{last}}; {{deputy}} deputises',
};
