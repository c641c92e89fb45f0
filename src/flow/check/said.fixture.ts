import {checkFlow, type CheckOptions} from './index.ts';

/** What is said about a file, a line each: `error path at message: … Fix.` */
export function said(text: string, options?: CheckOptions): string[] {
  return checkFlow(text, options).map(({severity, code, at, message, fix}) => {
    const place = at === null ? '' : ` at ${at}`;
    return `${severity} ${code}${place}: ${message}${fix === null ? '' : ` ${fix}`}`;
  });
}

/** What is said of each Wait. */
export const UNSEEN =
  'note task-unseen: The id shopify::flow::wait was made by analogy: nobody has seen it in an export.';
