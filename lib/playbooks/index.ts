import type { Playbook } from '../core/playbook.ts';
import bantLight from './bant-light.json' with { type: 'json' };
import meddpicc from './meddpicc.json' with { type: 'json' };
import spiced from './spiced.json' with { type: 'json' };

/** The starter packs by id, the lightest first. */
export const packs = {
  'bant-light': bantLight as Playbook,
  spiced: spiced as Playbook,
  meddpicc: meddpicc as Playbook,
} as const;

export type PackId = keyof typeof packs;

/** The pack that a new team starts with. */
export const defaultPack: PackId = 'bant-light';
