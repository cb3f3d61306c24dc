import { type MadeCall, type Pbx } from './generated-calls.fixture.js';
import { ring, type Line } from './generated-talks.fixture.js';

type Arrive = (pbx: Pbx, exten: string, scenario: string) => { caller: Line; call: MadeCall };

/** What a caller meets beside agents: menus, mailboxes; and telephones that ring together. */
export const menus = (arrive: Arrive): Record<string, (pbx: Pbx) => void> => ({
  menu_abandoned: (pbx) => {
    const { caller, call } = arrive(pbx, '4500', 'menu_abandoned');
    speak(pbx, caller, 'BackGround', 'welcome');
    pbx.wait(800, 4000);
    leave(pbx, caller, caller.name, call.startedAt);
    Object.assign(call, { outcome: 'abandoned', endedAt: pbx.now, hangupSide: 'customer' });
  },
  mailbox: (pbx) => {
    const { caller, call } = arrive(pbx, '4600', 'mailbox');
    rungOut(pbx, caller, call, [pbx.house.agents[0] as string], 'no_answer');
    const since = pbx.now;
    speak(pbx, caller, 'VoiceMail', 'vm-intro');
    pbx.wait(2000, 6000);
    leave(pbx, caller, caller.name, since);
    Object.assign(call, { outcome: 'missed', endedAt: pbx.now });
  },
  busy_telephone: (pbx) => {
    const { caller, call } = arrive(pbx, '4700', 'busy_telephone');
    rungOut(pbx, caller, call, [pbx.pick(pbx.house.agents)], 'busy');
    leave(pbx, caller, 'dialplan/builtin', pbx.now);
    Object.assign(call, { outcome: 'missed', endedAt: pbx.now });
  },
  ring_together: (pbx) => {
    const { caller, call } = arrive(pbx, '4800', 'ring_together');
    rungOut(pbx, caller, call, pbx.house.agents.slice(0, 3), 'abandoned');
    leave(pbx, caller, caller.name, pbx.now);
    Object.assign(call, { outcome: 'abandoned', endedAt: pbx.now, hangupSide: 'customer' });
  },
});

function speak(pbx: Pbx, caller: Line, app: string, sound: string): void {
  caller.app = app;
  pbx.say(caller, 'ANSWER');
  pbx.say(caller, 'STREAM_BEGIN', { sound }, 'FILE_STREAM_BEGIN');
  pbx.wait(500, 1500);
  pbx.say(caller, 'STREAM_END', null, 'FILE_STREAM_END');
}

/** Telephones that are rung at once and not picked up. */
function rungOut(pbx: Pbx, caller: Line, call: MadeCall, agents: string[], outcome: string): void {
  caller.app = 'Dial';
  caller.data = `${agents.map((agent) => `${pbx.house.technology}/${agent}`).join('&')},20,tT`;
  const rung = agents.map((agent) => ({ agent, line: ring(pbx, agent, caller.id), from: pbx.now }));
  pbx.wait(outcome === 'busy' ? 1 : 2000, outcome === 'busy' ? 50 : 9000);
  for (const { agent, line, from } of rung) {
    Object.assign(line, { app: 'AppDial', data: '(Outgoing Line)' });
    pbx.close(line, outcome === 'busy' ? 17 : 0, outcome === 'busy' ? line.name : '');
    const ringSeconds = (pbx.now - from) / 1000;
    call.legs.push({ kind: 'agent', extension: agent, outcome, ringSeconds, endedAt: pbx.now });
    pbx.row(caller, line, call.startedAt, outcome === 'busy' ? 'BUSY' : 'NO ANSWER');
  }
}

/** The caller's own time in the dialplan is a row of its own, without a partner. */
function leave(pbx: Pbx, caller: Line, by: string, since: number): void {
  pbx.row(caller, null, since, 'ANSWERED');
  [caller.app, caller.data] = ['', ''];
  pbx.close(caller, by === caller.name ? 0 : 16, by);
}
