import { memo, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { generateID, QueryBuilderStateProvider, useQueryBuilder } from 'react-querybuilder';
import type { KnownDeals } from '../../../lib/app/admin/known.ts';
import type { Condition } from '../../../lib/core/condition-schema.ts';
import type { Say, Says } from '../../options/say.ts';
import { BuilderContext, markOf, type Builder, type Part } from './builder.ts';
import { factGroups } from './facts.ts';
import { GroupRow } from './GroupRow.tsx';
import { namesOf, type Names } from './names.ts';
import { ReadBack } from './ReadBack.tsx';
import type { GroupNode } from './tree.ts';
import { useTree } from './use-tree.ts';
import { useLatest } from './use-latest.ts';
import { useVocabulary, type Vocabulary } from './vocabulary.ts';

export interface ConditionBuilderProps {
  /** The name of the group for a screen reader, and its heading. */
  readonly label: string;
  readonly value: Condition | undefined;
  readonly onChange: (next: Condition) => void;
  /** The draft, for its answers, facts, currencies and stages. */
  readonly playbook: Vocabulary;
  readonly known: KnownDeals;
  readonly say: Say;
  readonly says: Says;
}

/** A condition, built by keyboard or mouse, and read back as a plain sentence in each language. */
export function ConditionBuilder({ onChange, playbook, ...props }: ConditionBuilderProps) {
  return <Kept {...props} onChange={useLatest(onChange)} playbook={useVocabulary(playbook)} />;
}

/** Kept as it is while what it shows is: beside it texts are typed, and it is large. */
const Kept = memo(function Kept(props: ConditionBuilderProps) {
  const { label, value, onChange, playbook, say, says } = props;
  const id = useId();
  const { tree, condition, change } = useTree(value, onChange);
  return (
    <div className="cn-builder" role="group" aria-labelledby={id}>
      <p id={id} className="op-strong">
        {label}
      </p>
      <QueryBuilderStateProvider>
        <Tree {...props} tree={tree} onTree={change} />
      </QueryBuilderStateProvider>
      {tree.rules.length > 0 && (
        <ReadBack condition={condition} playbook={playbook} say={say} says={says} />
      )}
    </div>
  );
});

const COMBINATORS = [
  { name: 'all', label: 'all' },
  { name: 'any', label: 'any' },
];

interface TreeProps extends ConditionBuilderProps {
  readonly tree: GroupNode;
  readonly onTree: (next: GroupNode) => void;
}

/** The tree itself, in the store of the rule builder; its controls are ours. */
function Tree({ tree, onTree, playbook, known, say }: TreeProps) {
  const { actions } = useQueryBuilder({
    query: tree,
    onQueryChange: onTree,
    combinators: COMBINATORS,
    enableMountQueryChange: false,
    resetOnFieldChange: false,
    resetOnOperatorChange: false,
  });
  const names = useMemo(() => namesOf(tree, say), [tree, say]);
  const { answers, facts: own, mapping } = playbook;
  const facts = useMemo(
    () => factGroups({ answers, facts: own, mapping }, known, say),
    [answers, own, mapping, known, say],
  );
  const { box, said, focusNext } = useFocus(tree, names, say);
  const builder: Builder = {
    tree,
    names,
    facts,
    playbook,
    known,
    say,
    actions,
    newId: generateID,
    focusNext,
  };
  return (
    <BuilderContext value={builder}>
      <div ref={box}>
        <GroupRow node={tree} path={ROOT} />
        <p role="status" className="ds-hidden">
          {said}
        </p>
      </div>
    </BuilderContext>
  );
}

const ROOT: number[] = [];

interface Wanted {
  readonly part: Part;
  readonly id: string;
  readonly said: string | undefined;
  /** The tree before it changes. */
  readonly tree: GroupNode;
}

/** Puts the focus where an action wanted it once the tree has changed, and says where a moved part now stands. */
function useFocus(tree: GroupNode, names: Names, say: Say) {
  const box = useRef<HTMLDivElement>(null);
  const wanted = useRef<Wanted>(undefined);
  const [said, setSaid] = useState('');
  const focusNext = (part: Part, id: string, words?: string): void => {
    wanted.current = { part, id, said: words, tree };
  };
  useLayoutEffect(() => {
    const next = wanted.current;
    if (next === undefined || next.tree === tree) return;
    wanted.current = undefined;
    const { part, id } = next;
    box.current?.querySelector<HTMLElement>(`[data-cn="${markOf(part, id)}"]`)?.focus();
    const isMove = part === 'up' || part === 'down';
    setSaid(isMove ? say.t('cond_now_at', [names.places.get(id) ?? '']) : (next.said ?? ''));
  }, [tree, names, say]);
  return { box, said, focusNext };
}
