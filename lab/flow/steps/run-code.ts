import {buildSchema, type GraphQLOutputType, isListType, isNonNullType, isObjectType} from 'graphql';
import {project} from '../environment/project.ts';
import {FlowProblem, isRecord} from '../problem.ts';
import {say} from '../said.ts';
import {runCode as sandbox} from '../sandbox/index.ts';
import type {StepContext, StepResult} from './step.ts';

/**
 * Run code: the input query over the environment, the script in the sandbox, the output held against its schema.
 * @throws FlowProblem for whatever the script does wrong
 */
export async function runCode(context: StepContext): Promise<StepResult> {
  const {selection, fields} = context.step;
  if (!selection) throw new FlowProblem(say`The input query can’t be read.`);
  const schema = fields['output_schema'] ?? '';
  const input = project(context.values, selection);
  context.input = input;
  const result = await sandbox(fields['script'] ?? '', input, schema);
  context.logs = result.logs;
  if (!result.ok) throw new FlowProblem(result.error.said);
  const value = complete(result.output, buildSchema(schema).getType('Output'));
  return {port: 'output', output: {is: 'value', value}, did: say`Ran the script.`};
}

/** What the schema declares and the script left out is null for the steps that follow, not missing. */
function complete(value: unknown, type: unknown): unknown {
  const bare = isNonNullType(type) ? (type.ofType as GraphQLOutputType) : type;
  if (isListType(bare)) return Array.isArray(value) ? value.map((one) => complete(one, bare.ofType)) : (value ?? null);
  if (!isObjectType(bare) || !isRecord(value)) return value ?? null;
  return Object.fromEntries(
    Object.values(bare.getFields()).map((field) => [field.name, complete(value[field.name], field.type)]),
  );
}
