import enGB from 'antd/es/locale/en_GB.js';
import enUS from 'antd/es/locale/en_US.js';

/** All that is said in English, Ant Design's own words among it; its calendar begins the week on Monday. */
export const antd = { ...enUS, DatePicker: enGB.DatePicker, Calendar: enGB.Calendar };
export * as texts from './index.js';
