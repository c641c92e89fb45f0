import {Choose} from '../../pieces/Choose.tsx';
import type {EditView} from '../view.ts';

/** Which recipe, in one line what it does, and the ground: it decides what is owed and what is a gesture. */
export function RecipePicker({state, session, form, words, locked, dispatch}: EditView) {
  const ground = form.fields.find((field) => field.field === 'ground');
  const inWords = (text: {readonly en: string; readonly nl?: string} | undefined): string =>
    text?.[words.language] ?? text?.en ?? '';
  return (
    <s-stack gap="base">
      <Choose
        label={words.t('action.recipe.label')}
        name="recipe"
        value={state.recipe || ''}
        options={session.recipes.map(({handle, title}) => [handle, inWords(title)])}
        details={inWords(form.recipe?.summary)}
        disabled={locked}
        onChoose={(handle) => dispatch({type: 'recipe', handle})}
      />
      {ground && (
        <Choose
          label={words.t('action.recipe.ground')}
          name="ground"
          value={ground.value}
          options={ground.options.map((option) => [option, words.t(`ground.${option}`)])}
          disabled={locked}
          onChoose={(option) => dispatch({type: 'ground', ground: option})}
        />
      )}
    </s-stack>
  );
}
