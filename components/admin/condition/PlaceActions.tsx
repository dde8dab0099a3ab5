import type { Path } from 'react-querybuilder';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { markOf, useBuilder } from './builder.ts';
import { besideOf } from './tree.ts';

interface Props {
  readonly id: string;
  readonly path: Path;
}

/** Moves a condition or a group up or down, out of a group and into the next one too, or takes it away. */
export function PlaceActions({ id, path }: Props) {
  const { tree, names, say, actions, focusNext } = useBuilder();
  const { t } = say;
  const name = names.places.get(id) ?? '';
  const [index, ...deeper] = path;
  const isOuter = deeper.length === 0;
  const move = (direction: 'up' | 'down'): void => {
    focusNext(direction, id);
    actions.moveRule(path, direction);
  };
  const remove = (): void => {
    const beside = besideOf(tree, id);
    if (beside) focusNext(beside.part, beside.id, t('cond_removed', [name]));
    actions.onRuleRemove(path);
  };
  return (
    <div className="cn-actions">
      <Button
        look="icon"
        data-cn={markOf('up', id)}
        aria-label={t('cond_up', [name])}
        busy={isOuter && index === 0}
        onClick={() => {
          move('up');
        }}
      >
        <span className="cn-turned">
          <Icon name="chevron" />
        </span>
      </Button>
      <Button
        look="icon"
        data-cn={markOf('down', id)}
        aria-label={t('cond_down', [name])}
        busy={isOuter && index === tree.rules.length - 1}
        onClick={() => {
          move('down');
        }}
      >
        <Icon name="chevron" />
      </Button>
      <Button look="icon" aria-label={t('cond_remove', [name])} onClick={remove}>
        <Icon name="close" />
      </Button>
    </div>
  );
}
