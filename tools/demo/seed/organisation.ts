import { type Bilingual, type CompanyProfile, type Language, type Role } from '#contracts';

/** The invented company that the demonstration and its sample calls are set in. */
export const PROFILE: CompanyProfile = {
  names: { zh: ['绿谷银行', '绿谷'], en: ['Green Valley Bank', 'Green Valley'] },
  departments: { zh: ['客户服务部', '客服中心'], en: ['customer service', 'customer care'] },
  ringCadence: { onSeconds: 1, offSeconds: 4 },
  timeZone: 'Asia/Shanghai',
  region: 'CN',
  workingHours: { weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' },
  quietHours: [{ region: 'CN', timeZone: 'Asia/Shanghai', from: '21:00', to: '08:00' }],
  hotwords: { zh: ['绿谷卡', '手机银行'], en: ['Valley Card'] },
};

/** The programmes that calls are taken for, kept apart from each other. */
export type ClientKey = 'bank' | 'travel';
export const CLIENTS: Record<ClientKey, Bilingual> = {
  bank: { zh: '绿谷银行', en: 'Green Valley Bank' },
  travel: { zh: '云桥出行', en: 'Cloudbridge Travel' },
};

export type TeamKey = 'care' | 'technical' | 'travel' | 'legal';
export const TEAMS: Record<TeamKey, { client: ClientKey; name: Bilingual }> = {
  care: { client: 'bank', name: { zh: '客服一组', en: 'Care team 1' } },
  technical: { client: 'bank', name: { zh: '技术支持组', en: 'Technical support' } },
  travel: { client: 'travel', name: { zh: '订票组', en: 'Bookings' } },
  // The people here are never recorded: those who decide about recordings must not be of a recorded team.
  legal: { client: 'bank', name: { zh: '法务合规组', en: 'Legal and compliance' } },
};

/** Who sits where, and since when. Later ones take over. */
export const EXTENSIONS: readonly { extension: string; staffNumber: string; daysAgo: number }[] = [
  { extension: '8021', staffNumber: '3071', daysAgo: 90 },
  { extension: '8021', staffNumber: '3068', daysAgo: 30 },
  { extension: '8022', staffNumber: '3071', daysAgo: 30 },
  { extension: '8031', staffNumber: '3112', daysAgo: 60 },
  { extension: '8041', staffNumber: '3201', daysAgo: 45 },
];

/** Whose the callers are who wait in a queue of the telephone system. */
export const QUEUES: Readonly<Record<string, TeamKey>> = { cards: 'care', technical: 'technical', bookings: 'travel' };

export interface DemoPerson {
  staffNumber: string;
  name: Bilingual;
  team: TeamKey;
  username: string;
  language: Language;
  role: Role;
  /** Whether the role is for the person's team or for all. */
  everyTeam?: true;
}

export const PEOPLE: readonly DemoPerson[] = [
  {
    staffNumber: '10001',
    name: { zh: '赵敏', en: 'Min Zhao' },
    team: 'care',
    username: 'admin',
    language: 'zh',
    role: 'administrator',
    everyTeam: true,
  },
  {
    staffNumber: '10002',
    name: { zh: '陈伟', en: 'Wei Chen' },
    team: 'legal',
    username: 'legal',
    language: 'zh',
    role: 'legal_approver',
    everyTeam: true,
  },
  // An export of evidence takes two approvers, and neither may be who asked.
  {
    staffNumber: '10007',
    name: { zh: '郑岚', en: 'Lan Zheng' },
    team: 'legal',
    username: 'legal2',
    language: 'zh',
    role: 'legal_approver',
    everyTeam: true,
  },
  {
    staffNumber: '10003',
    name: { zh: '苏珊·帕克', en: 'Susan Park' },
    team: 'legal',
    username: 'requester',
    language: 'en',
    role: 'legal_requester',
    everyTeam: true,
  },
  {
    staffNumber: '10004',
    name: { zh: '何琳', en: 'Lin He' },
    team: 'care',
    username: 'quality',
    language: 'zh',
    role: 'quality_manager',
    everyTeam: true,
  },
  {
    staffNumber: '10005',
    name: { zh: '奥马尔·赖斯', en: 'Omar Rice' },
    team: 'care',
    username: 'analyst',
    language: 'en',
    role: 'quality_analyst',
    everyTeam: true,
  },
  {
    staffNumber: '10006',
    name: { zh: '周凯', en: 'Kai Zhou' },
    team: 'care',
    username: 'auditor',
    language: 'zh',
    role: 'auditor',
    everyTeam: true,
  },
  {
    staffNumber: '10101',
    name: { zh: '王蕾', en: 'Grace Wang' },
    team: 'care',
    username: 'supervisor',
    language: 'zh',
    role: 'supervisor',
  },
  {
    staffNumber: '10102',
    name: { zh: '丹尼尔·奥卡福', en: 'Daniel Okafor' },
    team: 'technical',
    username: 'supervisor2',
    language: 'en',
    role: 'supervisor',
  },
  {
    staffNumber: '3068',
    name: { zh: '李敏', en: 'Min Li' },
    team: 'care',
    username: 'agent',
    language: 'zh',
    role: 'agent',
  },
  {
    staffNumber: '3071',
    name: { zh: '戴维·克拉克', en: 'David Clark' },
    team: 'care',
    username: 'agent2',
    language: 'en',
    role: 'agent',
  },
  {
    staffNumber: '3112',
    name: { zh: '汤姆·贝克', en: 'Tom Becker' },
    team: 'technical',
    username: 'agent3',
    language: 'en',
    role: 'agent',
  },
  {
    staffNumber: '10103',
    name: { zh: '林珊', en: 'Shan Lin' },
    team: 'travel',
    username: 'supervisor3',
    language: 'zh',
    role: 'supervisor',
  },
  {
    staffNumber: '3201',
    name: { zh: '何塞·鲁伊斯', en: 'José Ruiz' },
    team: 'travel',
    username: 'agent4',
    language: 'en',
    role: 'agent',
  },
];

/** Who takes the sample calls of a language. */
export const SAMPLE_AGENT_STAFF_NUMBER: Record<Language, string> = { zh: '3068', en: '3071' };
