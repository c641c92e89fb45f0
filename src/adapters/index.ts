export {snapshotFromAdmin, type FurtherPages} from './admin-order.ts';
export {orderFromFile} from './order-file.ts';
export {figuresFromSuggestion, type FiguresFor, type SuggestedFigures} from './suggestion.ts';
