import { KeeperFields } from '../parts/RuleFields.tsx';
import type { GateProps } from './gate.ts';
import { Group } from './Group.tsx';
import { GateFindings } from './GateFindings.tsx';

/** Who keeps the gate, and when it is looked at again. */
export function GateKeeper(props: GateProps) {
  const { desk, gate, edit } = props;
  const { say } = desk;
  return (
    <Group title={say.t('edit_gate_keeper')} lead={say.t('edit_gate_keeper_text')}>
      <KeeperFields
        say={say}
        value={gate}
        onChange={(part) => {
          edit((now) => ({ ...now, ...part }));
        }}
      />
      <GateFindings {...props} part="owner" />
      <GateFindings {...props} part="reviewBy" />
    </Group>
  );
}
