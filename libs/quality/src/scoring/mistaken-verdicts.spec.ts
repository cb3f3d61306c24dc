import { type Outcome } from '#contracts';
import { loadChecklist } from '../checklists/load-checklist.js';
import { buildTranscript, rulebook, UNKNOWN_FACTS, outcomeOf } from './call.fixture.js';
import { score } from './score.rules.js';

/** Verdicts that a reader of ten natural dialogues found wrong. The lines are ours, with the words that misled the rules. */

const zh = (...lines: string[]): string[] => ['A: 您好，请讲', 'C: 我的宽带从昨天晚上开始一直断线用不了', ...lines];
const en = (...lines: string[]): string[] => [
  'A: good morning how can i help',
  'C: my internet has been down since last night and nobody called me back',
  ...lines,
];

const complaint = (...lines: string[]): Record<string, Outcome> => {
  const { items } = score({
    ...rulebook,
    checklist: loadChecklist('complaint').checklist,
    transcript: buildTranscript([
      'A: good morning how can i help',
      'C: i want to make a complaint you charged me three times and i am really angry',
      ...lines,
    ]),
    transcriptVersion: 1,
    facts: UNKNOWN_FACTS,
  });
  return Object.fromEntries(items.map(({ itemId, outcome }) => [itemId, outcome]));
};

describe('a verdict that was wrong', () => {
  it('empathy: a refusal with a sorry at its end is no sympathy', () => {
    const lines = (answer: string) => en(`A: ${answer}`, 'C: right', 'A: goodbye');
    expect(outcomeOf('empathy.acknowledgement', lines("I don't have access to that, sorry."))).toBe('not_met');
    expect(outcomeOf('empathy.acknowledgement', lines("I'm so sorry about that."))).toBe('met');
  });

  it('goodbye: a customer who hangs up first takes no leave', () => {
    const lines = (answer: string) => zh('A: 师傅明天上午过去检修', 'C: 行，知道了', `A: ${answer}`);
    expect(outcomeOf('closing.farewell', lines('那没别的事我先挂了啊'))).not.toBe('met');
    expect(outcomeOf('closing.farewell', lines('那不打扰您了，再见'))).toBe('met');
  });

  it.each(['喂，哪位？', '喂，您找谁？'])('offer of help: %s asks who is there', (opening) => {
    expect(outcomeOf('greeting.offer', [`A: ${opening}`, ...zh().slice(1), 'A: 好的'])).toBe('not_met');
  });

  it('confirmation: “it should” is no read-back', () => {
    const lines = en(
      'A: please restart the router',
      'C: will that fix it then',
      'A: It should.',
      'C: okay thanks',
      'A: bye',
    );
    expect(outcomeOf('listening.confirmation', lines)).not.toBe('met');
  });

  it('confirmation: a word in common is no read-back', () => {
    const lines = [
      'A: good morning how can i help',
      'C: i was charged a fee of twelve pounds and i would like to know why',
      'A: there is a monthly fee for that kind of account',
      'C: but nobody told me about it',
      'A: it is in the price list, in pounds and in euros',
      'C: okay thanks',
      'A: bye',
    ];
    expect(outcomeOf('listening.confirmation', lines)).not.toBe('met');
  });

  it('promise: “with you by Wednesday” is one, with its time', () => {
    const lines = en('A: The new router will be with you by Wednesday.', 'C: thanks', 'A: bye');
    expect(outcomeOf('ownership.promise_has_time', lines)).toBe('met');
  });

  it('complaint: neither a refusal’s sorry nor opening hours earn points', () => {
    const wrong = complaint('A: no sorry. You have to go to the branch, they open at nine', 'C: fine');
    expect(wrong['complaint.apology']).toBe('not_met');
    expect(wrong['complaint.time_given']).not.toBe('met');
    const right = complaint('A: i am very sorry. I will call you back by nine tomorrow', 'C: fine');
    expect([right['complaint.apology'], right['complaint.time_given']]).toEqual(['met', 'met']);
  });
});
