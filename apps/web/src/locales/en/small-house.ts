import type * as zh from '../zh/small-house.js';
import type { Translated } from '../translated.js';

export const smallHouse: Translated<typeof zh.smallHouse> = {
  title: 'Single-approver mode',
  about:
    'Companies of one to five people do not always have a second person to approve things. In single-approver mode one person may take both decisions, 24 hours apart; screens, journal, certificates and evidence packages then say “by one person”. Decisions about your own call, score, dispute or account, early destruction and the release of a hold still need another person.',
  people_one: '{{count}} person works here. The mode ends automatically at the sixth.',
  people_other: '{{count}} people work here. The mode ends automatically at the sixth.',
  tooMany: 'With more than five people, single-approver mode cannot be chosen.',
  atOnce: 'Nothing has been recorded yet: it takes effect as soon as you choose it.',
  later:
    'There are recordings already: another person who approves roles has to approve it. It takes effect a week later, and everyone is notified.',
  ownRoles: 'Also give me these roles',
  ownRolesAbout:
    'This is possible as long as no other person approves roles. To see scores, play recordings and read transcripts you need “Supervisor”; to publish a standing grant you need “Legal approver”.',
  choose: 'Choose single-approver mode',
  propose: 'Propose single-approver mode',
  take: 'Give me these roles',
  agree: 'Approve, in force in a week',
  takeBack: 'Withdraw',
  end: 'End single-approver mode',
  endAsk:
    'From then on, such decisions need two people again, and roles and standing grants given by one person end in a week.',
  stop: 'Refuse and end it',
  state: {
    none: 'It is not in use: decisions that need two people are taken by two people.',
    waiting: '{{name}} proposed it on {{at}}. It is waiting for another person.',
    announced: 'Approved; in force from {{from}}.',
    in_force: 'In force since {{from}}, chosen by {{name}}.',
    over: 'It ended on {{at}}.',
  },
  agreedBy: '{{name}} approved it on {{at}}.',
  endedBySix: 'A sixth person joined, so it ended automatically.',
  endedBy: '{{name}} ended it.',
  rightsEnd:
    'Roles and standing grants given by one person end on {{at}} unless two people grant them again: one proposes, another approves. If there is only one administrator, run this on the server first:',
  byOne: 'By one person',
  marked: '{{said}} (by one person)',
  againFrom: 'Single-approver mode: you may decide yourself from {{at}}.',
  again: 'Single-approver mode: you may decide yourself now; it will be marked “by one person”.',
};
