import type { PageRef } from '../adapter.ts';

const ID = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const DEAL: PageRef = { kind: 'deal', ref: { crm: 'dynamics', id: ID } };
const APP = 'appid=0d1e2f3a-4b5c-4d6e-8f70-8192a3b4c5d6';

/** URLs and what they are, for the contract tests. A board is a way to show a list, under the same address. */
export const examples: readonly (readonly [url: string, what: PageRef | undefined])[] = [
  [
    `https://lindhaven.crm4.dynamics.com/main.aspx?${APP}&pagetype=entityrecord&etn=opportunity&id=${ID}`,
    DEAL,
  ],
  [
    `https://lindhaven.crm.dynamics.com/main.aspx?etn=opportunity&id=%7B${ID.toUpperCase()}%7D&pagetype=entityrecord`,
    DEAL,
  ],
  [
    `https://lindhaven.crm17.dynamics.com/main.aspx?id={${ID}}&pagetype=entityrecord&etn=opportunity#x`,
    DEAL,
  ],
  [
    `https://lindhaven.crm.dynamics.cn/main.aspx?pagetype=entityrecord&etn=opportunity&id=${ID}`,
    DEAL,
  ],
  [
    `https://lindhaven.crm.microsoftdynamics.de/main.aspx?pagetype=entityrecord&etn=opportunity&id=${ID}`,
    DEAL,
  ],
  [
    `https://lindhaven.crm.microsoftdynamics.us/main.aspx?pagetype=entityrecord&etn=opportunity&id=${ID}`,
    DEAL,
  ],
  [
    `https://lindhaven.crm4.dynamics.com/main.aspx?${APP}&pagetype=entitylist&etn=opportunity&viewid=${ID}&viewType=1039`,
    { kind: 'list', ref: { crm: 'dynamics' } },
  ],
  [
    `https://lindhaven.crm4.dynamics.com/main.aspx?pagetype=entityrecord&etn=account&id=${ID}`,
    undefined,
  ],
  [
    `https://lindhaven.crm4.dynamics.com/main.aspx?pagetype=entityrecord&etn=opportunity`,
    undefined,
  ],
  [
    'https://lindhaven.crm4.dynamics.com/main.aspx?pagetype=entityrecord&etn=opportunity&id=7',
    undefined,
  ],
  [
    `https://lindhaven.crm4.dynamics.com/main.aspx?pagetype=dashboard&etn=opportunity&id=${ID}`,
    undefined,
  ],
  [
    `https://lindhaven.crm4.dynamics.com.example.org/main.aspx?pagetype=entityrecord&etn=opportunity&id=${ID}`,
    undefined,
  ],
  [`https://make.dynamics.com/main.aspx?pagetype=entityrecord&etn=opportunity&id=${ID}`, undefined],
  ['https://lindhaven.crm4.dynamics.com/', undefined],
];
