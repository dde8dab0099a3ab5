// npm run schema: writes the playbook's JSON Schema, for editors and for whoever writes a playbook by hand.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { z } from 'zod';
import { conditionSchema, leafSchema } from '../../lib/core/condition-schema.ts';
import {
  answerRuleSchema,
  gateSchema,
  playbookSchema,
  promptSchema,
  signalRuleSchema,
  textSchema,
} from '../../lib/core/playbook.ts';

export const schemaFile = fileURLToPath(
  new URL('../../public/playbook.schema.json', import.meta.url),
);

/** What the parts are called in the schema's definitions. */
const names = z
  .registry<{ id: string }>()
  .add(conditionSchema, { id: 'condition' })
  .add(leafSchema, { id: 'comparison' })
  .add(gateSchema, { id: 'gate' })
  .add(signalRuleSchema, { id: 'signal' })
  .add(promptSchema, { id: 'prompt' })
  .add(answerRuleSchema, { id: 'answer' })
  .add(textSchema, { id: 'text' });

/** The schema's text, formatted as the repository's files are. */
export async function schemaText(): Promise<string> {
  const schema = z.toJSONSchema(playbookSchema, { io: 'input', metadata: names });
  const titled = { ...schema, title: 'Dealside playbook', description: DESCRIPTION };
  const options = await resolveConfig(schemaFile);
  return format(JSON.stringify(titled, null, 2), { ...options, filepath: schemaFile });
}

const DESCRIPTION =
  'One version of a sales team’s gates, signals, questions and stages. Dealside checks more than this schema can say.';

if (import.meta.main) {
  writeFileSync(schemaFile, await schemaText());
  process.stdout.write(`Wrote ${schemaFile}\n`);
}
