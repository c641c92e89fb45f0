import type {Words} from '../words/words.ts';
import type {Screen} from './controller.ts';

/** Shopify cuts the collapsed summary here. */
const MOST = 30;

/** The one thing that matters most; without its amount where that would be cut. */
export function summaryText(screen: Screen, words: Words): string {
  if (screen.name === 'loading') return '';
  if (screen.name === 'failed') return words.t('block.summaryShort.failed');
  const {headline} = screen.view;
  const text = words.coded('block.summary', headline);
  return text.length <= MOST ? text : words.t(`block.summaryShort.${headline.code}`);
}
