import type { FactRule, Gate } from '../../../../lib/core/playbook.ts';
import { ForWhich } from '../../condition/ForWhich.tsx';
import { SelectInput } from '../../form/SelectInput.tsx';
import { withPart } from '../parts/lists.ts';
import type { GateProps } from './gate.ts';
import { NEED_KEYS } from './need.ts';
import { Group } from './Group.tsx';
import { GateFindings } from './GateFindings.tsx';

type Need = Gate['need']['forecast'];
const NEEDS: readonly Need[] = ['required', 'advised', 'off'];

/** In which categories the gate is needed, and on which deals it stands. */
export function GateCounts(props: GateProps) {
  const { desk, draft, known, change, gate, edit } = props;
  const { say, says } = desk;
  const { t, fmt } = say;
  const choices = NEEDS.map((value) => ({ value, label: fmt.capital(t(NEED_KEYS[value])) }));
  const needFact = (rule: FactRule): void => {
    change((now) =>
      now.facts?.some(({ key }) => key === rule.key)
        ? now
        : { ...now, facts: [...(now.facts ?? []), rule] },
    );
  };
  return (
    <Group title={t('edit_gate_counts')} lead={t('edit_gate_counts_text')}>
      <div className="ed-two">
        <SelectInput<Need>
          {...{ say, choices }}
          label={t('edit_gate_need_forecast')}
          value={gate.need.forecast}
          onChange={(forecast) => {
            edit((now) => ({ ...now, need: { ...now.need, forecast } }));
          }}
        />
        <SelectInput<Need>
          {...{ say, choices }}
          label={t('edit_gate_need_commit')}
          value={gate.need.commit}
          onChange={(commit) => {
            edit((now) => ({ ...now, need: { ...now.need, commit } }));
          }}
        />
      </div>
      <GateFindings {...props} part="need" />
      <ForWhich
        {...{ say, says, known }}
        value={gate.when}
        playbook={draft}
        onNeedFact={needFact}
        onChange={(when) => {
          edit((now) => withPart(now, 'when', when));
        }}
      />
      <GateFindings {...props} part="when" />
    </Group>
  );
}
