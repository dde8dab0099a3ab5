import type { PartProps } from '../part.ts';
import { FromCrm } from './FromCrm.tsx';
import { GateEditor } from './GateEditor.tsx';
import { GateList } from './GateList.tsx';

/** The draft's gates: the list of them, or the one that the address names. */
export function GatesPart(props: PartProps) {
  const { draft, rest } = props;
  const index = draft.gates.findIndex(({ id }) => id === rest[0]);
  const gate = draft.gates[index];
  if (gate) return <GateEditor key={gate.id} {...props} gate={gate} index={index} />;
  return (
    <>
      <GateList {...props} />
      <FromCrm {...props} />
    </>
  );
}
