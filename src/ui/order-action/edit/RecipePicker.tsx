import type {Ground} from '../../../core/index.ts';
import type {EditView} from '../view.ts';

/** Which recipe, in one line what it does, and the ground: it decides what is owed and what is a gesture. */
export function RecipePicker({state, session, form, words, locked, dispatch}: EditView) {
  const ground = form.fields.find((field) => field.field === 'ground');
  const summary = form.recipe?.summary;
  return (
    <s-stack gap="base">
      <s-select
        label={words.t('action.recipe.label')}
        name="recipe"
        value={state.recipe ?? ''}
        disabled={locked}
        details={summary?.[words.language] ?? summary?.en ?? ''}
        onChange={(event) => dispatch({type: 'recipe', handle: event.currentTarget.value})}
      >
        {session.recipes.map((recipe) => (
          <s-option key={recipe.handle} value={recipe.handle}>
            {recipe.title[words.language] ?? recipe.title.en}
          </s-option>
        ))}
      </s-select>
      {ground && (
        <s-select
          label={words.t('action.recipe.ground')}
          name="ground"
          value={ground.value}
          disabled={locked}
          onChange={(event) => dispatch({type: 'ground', ground: event.currentTarget.value as Ground})}
        >
          {ground.options.map((option) => (
            <s-option key={option} value={option}>
              {words.t(`ground.${option}`)}
            </s-option>
          ))}
        </s-select>
      )}
    </s-stack>
  );
}
