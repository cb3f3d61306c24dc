import type * as zh from '../zh/small-house.js';
import type { Translated } from '../translated.js';

export const smallHouse: Translated<typeof zh.smallHouse> = {
  title: 'Small house',
  about:
    'A company of one to five people does not always find a second person. In a small house one person may take both decisions of what takes two, 24 hours apart; screens, journal, certificates and packages of evidence then say “by one person”. What concerns one’s own call, score, dispute or account, destroying early, and the end of a hold take another person all the same.',
  people_one: '{{count}} person works here. At the sixth it ends by itself.',
  people_other: '{{count}} people work here. At the sixth it ends by itself.',
  tooMany: 'With more than five people a small house cannot be chosen.',
  atOnce: 'Nothing was recorded yet: it is in force as soon as you choose it.',
  later:
    'There are recordings already: another person who approves roles agrees, it is in force a week later, and everyone is told.',
  ownRoles: 'And give me these roles',
  ownRolesAbout:
    'That is possible as long as no other person approves roles. Seeing a score, hearing and reading take “Supervisor”, publishing a standing grant takes “Legal approver”.',
  choose: 'Choose a small house',
  propose: 'Propose a small house',
  take: 'Give me these roles',
  agree: 'Agree, in force in a week',
  takeBack: 'Take it back',
  end: 'End the small house',
  endAsk:
    'From then on two people take what takes two, and roles and standing grants that one person gave end in a week.',
  stop: 'Disagree, and end it',
  state: {
    none: 'It was not chosen: what takes two is decided by two people.',
    waiting: '{{name}} proposed it on {{at}}. It waits for another person.',
    announced: 'Agreed to; in force from {{from}}.',
    in_force: 'In force since {{from}}, chosen by {{name}}.',
    over: 'It ended on {{at}}.',
  },
  agreedBy: '{{name}} agreed on {{at}}.',
  endedBySix: 'A sixth person came, so it ended by itself.',
  endedBy: '{{name}} ended it.',
  rightsEnd:
    'Roles and standing grants that one person gave end on {{at}}, unless two people give them again: one proposes, another approves. Where there is one administrator alone, run this on the server first:',
  byOne: 'By one person',
  marked: '{{said}} (by one person)',
  againFrom: 'Small house: you may decide yourself from {{at}}.',
  again: 'Small house: you may decide yourself now, and it will be marked “by one person”.',
};
