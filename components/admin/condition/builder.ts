import { createContext, useContext } from 'react';
import type { QueryActions } from 'react-querybuilder';
import type { KnownDeals } from '../../../lib/app/admin/known.ts';
import type { Say } from '../../options/say.ts';
import type { Names } from './names.ts';
import type { OptionGroup } from './options.ts';
import type { GroupNode, NewId } from './tree.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A control of one part of the tree: its `data-cn` is "<part> <id>". */
export type Part = 'field' | 'row' | 'up' | 'down' | 'add';

/** Names a control, so that the focus can be put there once the tree has changed. */
export const markOf = (part: Part, id: string): string => `${part} ${id}`;

/** What every part of one builder works with. */
export interface Builder {
  readonly tree: GroupNode;
  readonly names: Names;
  readonly facts: readonly OptionGroup[];
  readonly playbook: Vocabulary;
  readonly known: KnownDeals;
  readonly say: Say;
  readonly actions: QueryActions;
  readonly newId: NewId;
  /** Puts the focus there after the next change, and says what is given. */
  readonly focusNext: (part: Part, id: string, said?: string) => void;
}

/** What the parts of a builder share. */
export const BuilderContext = createContext<Builder | undefined>(undefined);

/** The builder that this part belongs to. Throws outside of one, which is a fault of ours. */
export function useBuilder(): Builder {
  const builder = useContext(BuilderContext);
  if (builder === undefined) throw new Error('This part belongs inside a ConditionBuilder.');
  return builder;
}
