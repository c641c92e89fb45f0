export {checkChoices} from './check-choices.ts';
export {checkRecipe, recipeIssues} from './check-recipe.ts';
export {choiceFields} from './choice-fields.ts';
export {CHOICE_KEYS, parseChoices, type GivenWith} from './parse-choices.ts';
export {PRESET_RULES, type RecipeRules} from './preset-rules.ts';
export {PRESETS, presetByHandle} from './presets.ts';
export {recipeSchema} from './recipe-schema.ts';
export type * from './choice-fields.types.ts';
export type * from './types.ts';
