/** The tags of an order: workflows start from them and leave them, so a person can set them and take them off here. */
import {useRef} from 'preact/hooks';
import {changeTag} from './api.ts';
import {useSession} from './session.ts';
import {fill} from './words.ts';

interface TagsProps {
  order: string;
  tags: readonly string[];
  onChanged(): void;
}

export function Tags({order, tags, onChanged}: TagsProps) {
  const {words, toast} = useSession();
  const field = useRef<HTMLInputElement>(null);
  const change = async (kind: 'tagsAdd' | 'tagsRemove', tag: string): Promise<void> => {
    try {
      await changeTag(kind, order, tag);
      if (field.current) field.current.value = '';
      // A tag's own button goes away with it: the keyboard goes on here.
      field.current?.focus();
      onChanged();
    } catch (error) {
      toast(error instanceof Error ? error.message : String(error), true);
    }
  };
  return (
    <>
      {tags.map((tag) => (
        <span key={tag} class="tag">
          <span>{tag}</span>
          <button
            type="button"
            class="quiet"
            aria-label={fill(words.tagRemove, {tag})}
            onClick={() => void change('tagsRemove', tag)}
          >
            ×
          </button>
        </span>
      ))}
      <form
        class="tagging"
        onSubmit={(event) => {
          event.preventDefault();
          const tag = field.current?.value.trim() ?? '';
          if (tag !== '') void change('tagsAdd', tag);
        }}
      >
        <input ref={field} class="find" aria-label={words.tagAdd} placeholder={words.tagAdd} />
      </form>
    </>
  );
}
