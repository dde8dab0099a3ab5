import type { ComponentType } from 'react';
import type { LintFinding } from '../../../lib/core/lint/finding.ts';
import type { MessageKey } from '../../../lib/app/words.ts';
import { hashOf } from '../../options/routes.ts';
import { GatesPart } from './gates/GatesPart.tsx';
import type { PartProps } from './part.ts';
import { AnswersPart } from './parts/AnswersPart.tsx';
import { CardsPart } from './parts/CardsPart.tsx';
import { FactsPart } from './parts/FactsPart.tsx';
import { PromptsPart } from './parts/PromptsPart.tsx';
import { SettingsPart } from './parts/SettingsPart.tsx';
import { SignalsPart } from './parts/SignalsPart.tsx';
import { StagesPart } from './parts/StagesPart.tsx';

interface Part {
  readonly id: string;
  readonly title: MessageKey;
  readonly Screen: ComponentType<PartProps>;
  /** The top-level parts of a playbook that are edited here; the settings have all others. */
  readonly holds: readonly string[];
}

/** The parts of the editor, in the order of its menu. A part's address is "#/edit/<id>". */
export const PARTS = [
  { id: 'gates', title: 'options_gates', Screen: GatesPart, holds: ['gates'] },
  { id: 'signals', title: 'edit_part_signals', Screen: SignalsPart, holds: ['signals'] },
  { id: 'prompts', title: 'edit_part_prompts', Screen: PromptsPart, holds: ['prompts'] },
  { id: 'answers', title: 'edit_part_answers', Screen: AnswersPart, holds: ['answers'] },
  { id: 'facts', title: 'edit_part_facts', Screen: FactsPart, holds: ['facts', 'mapping'] },
  { id: 'stages', title: 'edit_part_stages', Screen: StagesPart, holds: ['stages'] },
  { id: 'cards', title: 'edit_part_cards', Screen: CardsPart, holds: ['cards'] },
  { id: 'settings', title: 'edit_part_settings', Screen: SettingsPart, holds: [] },
] as const satisfies readonly Part[];

export type PartId = (typeof PARTS)[number]['id'];

/** The part of the editor in which a finding's place is mended. */
export function partOf({ path }: LintFinding): PartId {
  const [top] = path;
  const found = PARTS.find(({ holds }: Part) => typeof top === 'string' && holds.includes(top));
  return found?.id ?? 'settings';
}

/** The address of the place that a finding speaks of. */
export function placeOf(finding: LintFinding): string {
  const part = partOf(finding);
  const [top, index] = finding.path;
  const isEntry = typeof index === 'number' && top === part;
  return isEntry ? hashOf('edit', part, finding.rule) : hashOf('edit', part);
}

/** What an address names; the gates for anything that is no part. */
export function partAt(rest: readonly string[]): {
  readonly part: (typeof PARTS)[number];
  readonly rest: readonly string[];
} {
  const part = PARTS.find(({ id }) => id === rest[0]);
  return part ? { part, rest: rest.slice(1) } : { part: PARTS[0], rest: [] };
}
