/** All that is said in Chinese, Ant Design's own words among it. */
export { default as antd } from 'antd/es/locale/zh_CN.js';
export * as texts from './index.js';
