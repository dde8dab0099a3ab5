import type { Path } from 'react-querybuilder';
import type { MessageKey } from '../../../lib/app/words.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectInput } from '../form/SelectInput.tsx';
import { markOf, useBuilder } from './builder.ts';
import { PlaceActions } from './PlaceActions.tsx';
import { RuleRow } from './RuleRow.tsx';
import { blankRule, type GroupNode } from './tree.ts';

interface Props {
  readonly node: GroupNode;
  readonly path: Path;
}

/** How the conditions of a group go together: its combinator, and "not", in one choice of plain words. */
const MODES = ['all', 'any', 'not-all', 'none'] as const;
type Mode = (typeof MODES)[number];

const MODE_KEYS: Readonly<Record<Mode, MessageKey>> = {
  all: 'cond_mode_all',
  any: 'cond_mode_any',
  'not-all': 'cond_mode_not_all',
  none: 'cond_mode_none',
};

const modeOf = ({ combinator, not }: GroupNode): Mode =>
  not === true ? (combinator === 'any' ? 'none' : 'not-all') : combinator;

/** A group of conditions, the outermost one among them. */
export function GroupRow({ node, path }: Props) {
  const { id, rules } = node;
  const { names, say } = useBuilder();
  const isInside = path.length > 0;
  const content = (
    <>
      <div className="cn-head">
        <ModeSelect node={node} path={path} />
        {isInside && <PlaceActions id={id} path={path} />}
      </div>
      {rules.length === 0 && (
        <p className="op-small">{say.t(isInside ? 'cond_empty_group' : 'cond_empty')}</p>
      )}
      {rules.map((each, index) =>
        'rules' in each ? (
          <GroupRow key={each.id} node={each} path={[...path, index]} />
        ) : (
          <RuleRow key={each.id} node={each} path={[...path, index]} />
        ),
      )}
      <Adders node={node} path={path} />
    </>
  );
  if (!isInside) return <div className="cn-outer">{content}</div>;
  return (
    <div
      className="cn-group"
      role="group"
      aria-label={names.places.get(id)}
      tabIndex={-1}
      data-cn={markOf('row', id)}
    >
      {content}
    </div>
  );
}

/** Nothing goes together yet where nothing is; a "not" stays to be seen. */
function ModeSelect({ node, path }: Props) {
  const { names, say, actions } = useBuilder();
  const { t } = say;
  const mode = modeOf(node);
  if (node.rules.length === 0 && mode === 'all' && path.length === 0) return null;
  const number = names.groups.get(node.id);
  const setMode = (next: Mode): void => {
    const combinator = next === 'any' || next === 'none' ? 'any' : 'all';
    if (combinator !== node.combinator) actions.onPropChange('combinator', combinator, path);
    const not = next === 'none' || next === 'not-all';
    if (not !== (node.not === true)) actions.onPropChange('not', not, path);
  };
  return (
    <SelectInput
      say={say}
      label={number === undefined ? t('cond_mode') : t('cond_mode_in', [number])}
      labelHidden
      value={mode}
      onChange={setMode}
      choices={MODES.map((each) => ({ value: each, label: t(MODE_KEYS[each]) }))}
    />
  );
}

/** Adds a condition to the group, or a group with a first condition in it; the focus goes there. */
function Adders({ node, path }: Props) {
  const { names, say, actions, newId, focusNext } = useBuilder();
  const { t } = say;
  const number = names.groups.get(node.id);
  const named = (key: MessageKey): string | undefined =>
    number === undefined ? undefined : t(key, [number]);
  const addRule = (): void => {
    const rule = blankRule(newId);
    focusNext('field', rule.id);
    actions.onRuleAdd(rule, path);
  };
  const addGroup = (): void => {
    const rule = blankRule(newId);
    focusNext('field', rule.id);
    // Of the other kind than the group around it, in which the condition could stand by itself.
    const combinator = node.combinator === 'any' ? 'all' : 'any';
    const group: GroupNode = { id: newId(), combinator, rules: [rule] };
    actions.onGroupAdd(group, path);
  };
  return (
    <div className="op-actions cn-adders">
      <Button
        look={path.length === 0 ? 'plain' : 'quiet'}
        data-cn={markOf('add', node.id)}
        aria-label={named('cond_add_in')}
        onClick={addRule}
      >
        {t('cond_add')}
      </Button>
      <Button look="quiet" aria-label={named('cond_add_group_in')} onClick={addGroup}>
        {t('cond_add_group')}
      </Button>
    </div>
  );
}
