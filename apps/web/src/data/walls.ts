import { wallsRoutes, type NewWall } from '#contracts';
import { send } from './api.js';
import { useChange, useRead } from './queries.js';

const WALLS = ['walls'] as const;

export const useWalls = () => useRead(WALLS, wallsRoutes.list);
export const useMakeWall = () => useChange((body: NewWall) => send(wallsRoutes.make, { body }), WALLS);
export const useRevokeWall = () => useChange((wallId: string) => send(wallsRoutes.revoke, { wallId }), WALLS);
