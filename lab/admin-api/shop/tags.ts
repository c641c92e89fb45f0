/** tagsAdd and tagsRemove, on whatever takes tags. */
import type {GraphQLResolveInfo} from 'graphql';
import {requireScope} from '../access.ts';
import {userError} from '../errors.ts';
import {gidType} from '../gid.ts';
import type {LabContext} from '../resolvers.ts';

interface TagArgs {
  readonly id: string;
  readonly tags: readonly string[];
}

function change(
  args: TagArgs,
  context: LabContext,
  info: GraphQLResolveInfo,
  next: (now: readonly string[]) => readonly string[],
): unknown {
  const tags = context.registry.node(gidType(args.id))?.tags;
  if (!tags || !context.load(args.id))
    return {node: null, userErrors: [userError(['id'], `${gidType(args.id)} does not exist`)]};
  requireScope(context, info, tags.scopes);
  tags.write(
    context.store,
    args.id,
    next(tags.read(context.store, args.id)).toSorted((a, b) => a.localeCompare(b)),
  );
  return {node: context.load(args.id), userErrors: []};
}

const split = (tags: readonly string[]): string[] =>
  tags
    .flatMap((one) => one.split(','))
    .map((one) => one.trim())
    .filter(Boolean);

export function tagsAdd(_source: unknown, args: TagArgs, context: LabContext, info: GraphQLResolveInfo): unknown {
  return change(args, context, info, (now) => {
    const known = new Set(now.map((tag) => tag.toLowerCase()));
    return [...now, ...split(args.tags).filter((tag) => !known.has(tag.toLowerCase()))];
  });
}

export function tagsRemove(_source: unknown, args: TagArgs, context: LabContext, info: GraphQLResolveInfo): unknown {
  return change(args, context, info, (now) => {
    const gone = new Set(split(args.tags).map((tag) => tag.toLowerCase()));
    return now.filter((tag) => !gone.has(tag.toLowerCase()));
  });
}
