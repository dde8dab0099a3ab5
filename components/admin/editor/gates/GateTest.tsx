import { ConditionBuilder } from '../../condition/ConditionBuilder.tsx';
import { Switch } from '../../form/Switch.tsx';
import { withPart } from '../parts/lists.ts';
import type { GateProps } from './gate.ts';
import { Group } from './Group.tsx';
import { GateFindings } from './GateFindings.tsx';

/** What it takes of a deal, and what more in commit. */
export function GateTest(props: GateProps) {
  const { desk, draft, known, gate, edit } = props;
  const { say, says } = desk;
  const { t } = say;
  const builder = { say, says, known, playbook: draft };
  return (
    <Group title={t('edit_gate_test')}>
      <ConditionBuilder
        {...builder}
        label={t('edit_gate_test_label')}
        value={gate.test}
        onChange={(test) => {
          edit((now) => ({ ...now, test }));
        }}
      />
      <GateFindings {...props} part="test" />
      <Switch
        label={t('edit_gate_stricter')}
        hint={t('edit_gate_stricter_hint')}
        checked={gate.commitTest !== undefined}
        onChange={(on) => {
          edit((now) => withPart(now, 'commitTest', on ? now.test : undefined));
        }}
      />
      {gate.commitTest !== undefined && (
        <ConditionBuilder
          {...builder}
          label={t('edit_gate_commit_label')}
          value={gate.commitTest}
          onChange={(commitTest) => {
            edit((now) => ({ ...now, commitTest }));
          }}
        />
      )}
      <GateFindings {...props} part="commitTest" />
    </Group>
  );
}
