export {compile, type Compiled} from './compile.ts';
export {dslOf} from './condition-dsl.ts';
export {iacOf} from './iac.ts';
export {checkTogether} from './limits.ts';
export {treeOf} from './condition-tree.ts';
export {Kinds} from './kinds.ts';
export {templateFiles} from './template.ts';
