import { useRef, useState, type KeyboardEvent } from 'react';
import type { Say } from '../../options/say.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';

interface Props {
  readonly say: Say;
  /** The row's name, for what its buttons are called. */
  readonly name: string;
  readonly index: number;
  readonly count: number;
  /** Puts the row at another place; without it rows have no order to change. */
  readonly onMove?: (to: number) => void;
  readonly onDuplicate?: () => void;
  readonly onRemove: () => void;
}

/** The list with one of its entries at another place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)];
}

/** Where the focus goes when a row goes away: to the next row, the one before it, or the list's own button to add one. */
function focusBeside(button: HTMLElement): void {
  const row = button.closest('[data-row]');
  const beside = row?.nextElementSibling ?? row?.previousElementSibling;
  const next = beside?.querySelector<HTMLElement>('[data-remove]');
  const add = button.closest('[data-list]')?.querySelector<HTMLElement>('[data-add]');
  (next ?? add)?.focus();
}

/**
 * Move up, move down, duplicate and remove. Removing asks for a second press. The row carries `data-row`; what
 * holds the rows and the button that adds one carries `data-list`, and that button `data-add`.
 */
export function RowActions(props: Props) {
  const { say, name, index, count, onMove, onDuplicate, onRemove } = props;
  const { t } = say;
  return (
    <div className="fm-row-actions" role="group" aria-label={t('edit_row_actions', [name])}>
      {onMove && (
        <>
          <MoveButton
            {...{ say, name }}
            up
            off={index === 0}
            onPress={() => {
              onMove(index - 1);
            }}
          />
          <MoveButton
            {...{ say, name }}
            up={false}
            off={index === count - 1}
            onPress={() => {
              onMove(index + 1);
            }}
          />
        </>
      )}
      {onDuplicate && (
        <Button look="quiet" aria-label={t('edit_row_copy_of', [name])} onClick={onDuplicate}>
          {t('edit_row_copy')}
        </Button>
      )}
      <RemoveButton {...{ say, name, onRemove }} />
    </div>
  );
}

interface RemoveProps {
  readonly say: Say;
  readonly name: string;
  readonly onRemove: () => void;
}

/** Removes at the second press; leaving it, or Escape, forgets the first. */
function RemoveButton({ say: { t }, name, onRemove }: RemoveProps) {
  const [asked, setAsked] = useState(false);
  const remove = useRef<HTMLButtonElement>(null);
  const press = (): void => {
    if (!asked) {
      setAsked(true);
      return;
    }
    if (remove.current) focusBeside(remove.current);
    onRemove();
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !asked) return;
    event.stopPropagation();
    setAsked(false);
  };
  return (
    <>
      <Button
        ref={remove}
        look="quiet"
        data-remove
        className={asked ? 'fm-asked' : ''}
        aria-label={t(asked ? 'edit_row_remove_sure_of' : 'edit_row_remove_of', [name])}
        onClick={press}
        onKeyDown={keys}
        onBlur={() => {
          setAsked(false);
        }}
      >
        {t(asked ? 'edit_row_remove_sure' : 'edit_row_remove')}
      </Button>
      <span role="status" className="ds-hidden">
        {asked ? t('edit_row_remove_again', [name]) : ''}
      </span>
    </>
  );
}

interface MoveProps {
  readonly say: Say;
  readonly name: string;
  readonly up: boolean;
  /** There is no further place in that direction; the button keeps the focus all the same. */
  readonly off: boolean;
  readonly onPress: () => void;
}

function MoveButton({ say: { t }, name, up, off, onPress }: MoveProps) {
  return (
    <Button
      look="icon"
      busy={off}
      aria-label={t(up ? 'edit_row_up' : 'edit_row_down', [name])}
      onClick={onPress}
    >
      <span className={up ? 'fm-up' : undefined}>
        <Icon name="chevron" />
      </span>
    </Button>
  );
}
