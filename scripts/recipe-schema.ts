// Writes docs/recipe.schema.json from the table of recipe fields; with --check only says whether it is up to date.
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {format} from 'prettier';
import {recipeSchema} from '../src/core/recipe/index.ts';

const file = new URL('../docs/recipe.schema.json', import.meta.url);
const text = await format(JSON.stringify(recipeSchema()), {parser: 'json', printWidth: 120, bracketSpacing: false});

if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== text) {
    console.error('docs/recipe.schema.json is out of date: run npm run -s recipe-schema.');
    process.exitCode = 1;
  }
} else {
  mkdirSync(new URL('.', file), {recursive: true});
  writeFileSync(file, text);
}
