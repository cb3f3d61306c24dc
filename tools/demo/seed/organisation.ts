import { type Bilingual, type CompanyProfile, type Language, type Role } from '#contracts';

/** The invented company that the demonstration and its sample calls are set in. */
export const PROFILE: CompanyProfile = {
  names: { zh: ['绿谷银行', '绿谷'], en: ['Green Valley Bank', 'Green Valley'] },
  departments: { zh: ['客户服务部', '客服中心'], en: ['customer service', 'customer care'] },
  ringCadence: { onSeconds: 1, offSeconds: 4 },
  timeZone: 'Asia/Shanghai',
};

export const CLIENT: Bilingual = { zh: '绿谷银行', en: 'Green Valley Bank' };

export type TeamKey = 'care' | 'technical';
export const TEAMS: Record<TeamKey, Bilingual> = {
  care: { zh: '客服一组', en: 'Care team 1' },
  technical: { zh: '技术支持组', en: 'Technical support' },
};

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
    team: 'care',
    username: 'legal',
    language: 'zh',
    role: 'legal_approver',
    everyTeam: true,
  },
  {
    staffNumber: '10003',
    name: { zh: '苏珊·帕克', en: 'Susan Park' },
    team: 'care',
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
];

/** Who takes the sample calls of a language. */
export const SAMPLE_AGENT_STAFF_NUMBER: Record<Language, string> = { zh: '3068', en: '3071' };
