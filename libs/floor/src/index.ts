export * from './rules.js';
export { FloorAcknowledgementRow } from './floor-acknowledgement.entity.js';
export { FloorDesk } from './floor-desk.service.js';
export { WallLinkRow } from './walls/wall-link.entity.js';
export { WallLinks } from './walls/wall-links.service.js';
export { FloorModule } from './floor.module.js';
