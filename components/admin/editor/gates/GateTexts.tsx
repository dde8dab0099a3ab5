import { BilingualText } from '../../form/BilingualText.tsx';
import { withPart } from '../parts/lists.ts';
import { NeededText } from '../parts/RuleFields.tsx';
import type { GateProps } from './gate.ts';
import { Group } from './Group.tsx';
import { GateFindings } from './GateFindings.tsx';

/** What the gate says to a rep. */
export function GateTexts(props: GateProps) {
  const { desk, gate, edit } = props;
  const { say } = desk;
  const { t } = say;
  return (
    <Group title={t('edit_gate_says')}>
      <NeededText
        say={say}
        label={t('parts_name')}
        value={gate.name}
        onChange={(name) => {
          edit((now) => ({ ...now, name }));
        }}
      />
      <GateFindings {...props} part="name" />
      <NeededText
        long
        say={say}
        label={t('edit_gate_why')}
        hint={t('edit_gate_why_hint')}
        value={gate.why}
        onChange={(why) => {
          edit((now) => ({ ...now, why }));
        }}
      />
      <GateFindings {...props} part="why" />
      <NeededText
        long
        say={say}
        label={t('parts_question')}
        hint={t('edit_gate_question_hint')}
        value={gate.question}
        onChange={(question) => {
          edit((now) => ({ ...now, question }));
        }}
      />
      <GateFindings {...props} part="question" />
      <BilingualText
        long
        say={say}
        label={t('edit_gate_how')}
        hint={t('edit_gate_how_hint')}
        value={gate.how}
        onChange={(how) => {
          edit((now) => withPart(now, 'how', how));
        }}
      />
      <GateFindings {...props} part="how" />
    </Group>
  );
}
