import { useId, useState } from 'react';
import { CATEGORIES, type Category } from '../../../../lib/core/fields.ts';
import { CATEGORY_KEYS } from '../../../card/labels.ts';
import type { Say } from '../../../options/say.ts';
import { Button } from '../../../ui/Button.tsx';
import { SelectInput } from '../../form/SelectInput.tsx';
import { TextInput } from '../../form/TextInput.tsx';
import type { PartProps } from '../part.ts';
import { withStage, type CrmStages, type StageRow } from './stage-rows.ts';

interface Props extends Pick<PartProps, 'desk' | 'change'> {
  readonly name: string;
  readonly stages: CrmStages;
  /** Deals of it are known here. */
  readonly inUse: boolean;
}

/** One CRM's stages with their categories, and a line to add one by hand. */
export function CrmStagesPanel({ desk, change, name, stages, inUse }: Props) {
  const { say } = desk;
  const { t } = say;
  const id = useId();
  const gaps = stages.rows.filter(isGap).length;
  const set = (stage: string, category: Category | null): void => {
    change((now) => withStage(now, stages.crm, stage, category));
  };
  return (
    <section className="op-panel pt-group" aria-labelledby={id}>
      <h3 className="op-name" id={id}>
        {name}
      </h3>
      {!inUse && <p className="op-small">{t('parts_stages_no_deals')}</p>}
      <p role="status" className={gaps > 0 ? 'pt-gap-said' : 'op-small'}>
        {gaps > 0 ? t('parts_stages_gaps', gaps) : inUse ? t('parts_stages_all') : ''}
      </p>
      {stages.rows.length > 0 && (
        <ul className="pt-stages">
          {stages.rows.map((row) => (
            <Row key={row.stage} say={say} row={row} onSet={set} />
          ))}
        </ul>
      )}
      <ByHand say={say} rows={stages.rows} onAdd={set} />
    </section>
  );
}

/** A stage of open deals without a category: whether they count can't be told. */
const isGap = ({ category, decided }: StageRow): boolean => category === null && !decided;

interface RowProps {
  readonly say: Say;
  readonly row: StageRow;
  readonly onSet: (stage: string, category: Category | null) => void;
}

function Row({ say, row, onSet }: RowProps) {
  const { t } = say;
  const { stage, label, category, seen, decided } = row;
  const said = decided
    ? t('parts_stage_decided')
    : category === null
      ? t('parts_stage_gap')
      : seen
        ? undefined
        : t('parts_stage_unseen');
  return (
    <li className={isGap(row) ? 'pt-stage pt-stage-gap' : 'pt-stage'}>
      <SelectInput<Category | ''>
        say={say}
        label={plain(label) === plain(stage) ? label : t('parts_stage_named', [label, stage])}
        hint={said}
        value={category ?? ''}
        choices={choicesIn(say)}
        onChange={(value) => {
          onSet(stage, value === '' ? null : value);
        }}
      />
    </li>
  );
}

/** A stage's id often is its label in small letters: then it says nothing more. */
const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const choicesIn = ({ t, fmt }: Say): { value: Category | ''; label: string }[] => [
  { value: '', label: t('parts_stage_none') },
  ...CATEGORIES.map((value) => ({ value, label: fmt.capital(t(CATEGORY_KEYS[value])) })),
];

interface ByHandProps {
  readonly say: Say;
  readonly rows: readonly StageRow[];
  readonly onAdd: (stage: string, category: Category) => void;
}

/** A stage that no deal here stands in yet. */
function ByHand({ say, rows, onAdd }: ByHandProps) {
  const { t } = say;
  const [stage, setStage] = useState('');
  const [wrong, setWrong] = useState<string | undefined>();
  const add = (): void => {
    const text = stage.trim();
    const folded = text.toLocaleLowerCase();
    const has = rows.some(
      (row) => row.stage.toLocaleLowerCase() === folded || row.label.toLocaleLowerCase() === folded,
    );
    setWrong(text === '' ? t('parts_name_first') : has ? t('parts_stage_has') : undefined);
    if (text === '' || has) return;
    onAdd(text, 'pipeline');
    setStage('');
  };
  return (
    <form
      className="pt-add"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <TextInput
        say={say}
        label={t('parts_stage_new')}
        hint={t('parts_stage_new_hint')}
        most={120}
        value={stage}
        wrong={wrong}
        onChange={setStage}
      />
      <Button type="submit">{t('parts_stage_add')}</Button>
    </form>
  );
}
